"""People whom a sentence calls by one name have their whole names in questions and answers, where that is certain."""

from __future__ import annotations

import datetime

import pytest

from facts.articles import read_text
from facts.extract import read
from facts.extract.draft import Draft, Material, sentence_span
from facts.extract.whole_names import WholeNames, _put
from facts.model import Article, Kind
from facts.parse.parser import Parser

MINUTES = """Tarn Pilots Board, minutes of 3 March 2020

Board members Robin Ash, Stella Holm, Martin Falk, Martin Tamm, Pamela Orr

Robin moves to approve the February minutes.

Stella shares the harbour plan, and Martin notes that it is late.

Robin and Pamela discuss the fees of the Ash Bay ferry.
"""


@pytest.fixture(scope="module")
def material() -> Material:
    reading, day = read_text(MINUTES), datetime.date(2020, 3, 3)
    article = Article("minutes", day, None, reading.title, None, "minutes.md", "0", reading.text, reading.paragraphs)
    (parsed,) = Parser().parse([article])
    return read(parsed)


def in_full(material: Material, sentence: str, question: str, answer: str) -> tuple[str, str]:
    span = next(sentence_span(s) for s in material.sentences if s.span.text.startswith(sentence))
    kind: Kind = "who" if question.startswith("Who") else "what"
    draft = WholeNames(material).said_in_full(Draft(kind, question, answer, span, rule="vote.moved"))
    return draft.question, draft.answer


def test_a_first_name_is_that_of_the_one_person_on_the_list(material: Material) -> None:
    asked = "Who put forward the motion to approve the February minutes?"
    assert in_full(material, "Robin moves", asked, "Robin") == (asked, "Robin Ash")
    assert in_full(material, "Stella", "What did Stella share?", "the plan") == (
        "What did Stella Holm share?",
        "the plan",
    )


def test_a_first_name_of_two_people_stays_as_it_is(material: Material) -> None:
    asked = "What did Martin note, according to the report “Martin and the plan”?"
    assert in_full(material, "Stella", asked, "that it is late") == (asked, "that it is late")


def test_a_last_name_is_that_of_the_one_person_who_bears_it(material: Material) -> None:
    assert in_full(material, "Robin and", "Who left the board?", "Orr") == ("Who left the board?", "Pamela Orr")
    assert in_full(material, "Robin and", "When will Orr sail?", "May")[0] == "When will Pamela Orr sail?"


def test_of_two_people_both_are_named_in_full_or_none(material: Material) -> None:
    two = "What did Robin and Pamela discuss about Ash Bay?"
    assert (
        in_full(material, "Robin and", two, "the fees")[0] == "What did Robin Ash and Pamela Orr discuss about Ash Bay?"
    )
    half = "What did Robin and Martin discuss about Ash Bay?"
    assert in_full(material, "Robin and", half, "the fees")[0] == half


def test_the_title_of_a_report_keeps_its_own_words(material: Material) -> None:
    asked = "What did Stella share, according to the report “Mr Dag Moe asks Stella”?"
    assert in_full(material, "Stella", asked, "the plan")[0] == asked.replace("did Stella", "did Stella Holm")


def test_a_whole_name_needs_no_mister(material: Material) -> None:
    assert in_full(material, "Robin moves", "Who met Ms Ada Wren?", "Mr Dag Moe") == ("Who met Ada Wren?", "Dag Moe")


PARTICLE_NAMES = """Tarn Pilots Board, minutes of 3 March 2020

The board heard Governor Ash of Norland, and Maria van Lund spoke of the pier. Maria van Lund left.

King Olav Berg of Norland thanked Maria.
"""


def test_a_name_with_a_particle_is_made_whole_but_once() -> None:
    reading, day = read_text(PARTICLE_NAMES), datetime.date(2020, 3, 3)
    article = Article("minutes", day, None, reading.title, None, "minutes.md", "0", reading.text, reading.paragraphs)
    (parsed,) = Parser().parse([article])
    material = read(parsed)
    asked = "Who thanked the King of Norland?"
    assert in_full(material, "King", asked, "Maria van Lund") == (asked, "Maria van Lund")
    assert in_full(material, "King", "Who was thanked?", "Maria")[1] == "Maria van Lund"


def test_the_title_of_an_item_keeps_its_own_words(material: Material) -> None:
    asked = "What was noted about “Stella charter”?"
    assert in_full(material, "Stella", asked, "it is late") == (asked, "it is late")


def test_a_place_that_is_a_first_name_too_stays_a_place() -> None:
    assert _put("Virginia", "Virginia Ash", "Who was the Governor of Virginia?") == "Who was the Governor of Virginia?"
