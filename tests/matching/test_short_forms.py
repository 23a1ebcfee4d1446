"""Common short forms and their long ones find each other, whichever the question has and whichever the article."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.index.short_forms import as_written
from bot.matching.reading import SentenceReader

OTHERS = ["The pier at Brill was painted.", "Ada Lund sold the ferry."]


def asked_of(question: str, sentence: str, words: str) -> tuple[str | None, list[str]]:
    """What is answered from an article with this sentence, and what the reader was asked."""
    stub = StubReader(marks({sentence: words}))
    index = Index([record("2024-05-03-mill", datetime.date(2024, 5, 3), None, [*OTHERS, sentence], [])])
    said = reply(question, index, Context(), SentenceReader(lambda: stub))[0]
    return said.answer.answer if said.answer else None, stub.questions


@pytest.mark.parametrize(
    ("question", "sentence", "words", "read"),
    [
        (
            "Who missed the AGM?",
            "Bo Lusk missed the annual general meeting.",
            "Bo Lusk",
            "Who missed the annual general meeting?",
        ),
        ("Who missed the annual general meeting?", "Bo Lusk missed the AGM.", "Bo Lusk", "Who missed the AGM?"),
        ("who tore up the mou", "Tia Rook tore up the Memorandum of Understanding.", "Tia Rook", None),
        ("Who praised the chief executive?", "Tia Rook praised the C.E.O. on Monday.", "Tia Rook", None),
        ("Who invited the members of parliament?", "Bo Lusk invited the MPs.", "Bo Lusk", None),
        ("Which MPs came?", "Two members of parliament, Nils Ekre and Ida Moss, came.", "Nils Ekre and Ida Moss", None),
        ("how many ppl drowned", "The flood drowned 64 people.", "64", "how many people drowned"),
        ("who opposed the rem report", "Bo Lusk opposed the remuneration report.", "Bo Lusk", None),
        ("who wrote the amdt", "Bo Lusk wrote the amendment.", "Bo Lusk", "who wrote the amendment"),
        ("Who led the Q&A?", "Tia Rook led a question and answer session.", "Tia Rook", None),
        ("Who led the question and answer session?", "Tia Rook led the Q&A.", "Tia Rook", None),
    ],
)
def test_either_form_finds_the_other(question: str, sentence: str, words: str, read: str | None) -> None:
    answer, questions = asked_of(question, sentence, words)
    assert answer == words
    assert read is None or read in questions


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When is the AGM?", "The extraordinary general meeting is on 3 June."),
        ("When is the EGM?", "The annual general meeting is on 3 June."),
        ("Who is the CEO?", "The chief of the fire brigade is Tia Rook."),
    ],
)
def test_another_form_is_not_found_by_it(question: str, sentence: str) -> None:
    assert asked_of(question, sentence, "")[0] is None


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("When is the AGM?", "The AGM, or annual general meeting, is in June."),  # it has that itself
        ("When is the AGM?", "The club meets in June."),
        ("Who leads Vpost?", "The vice president leads it."),  # a part of a word
    ],
)
def test_a_question_is_asked_as_it_is_where_the_text_has_no_other_form(asked: str, text: str) -> None:
    assert as_written(asked, text) == asked
