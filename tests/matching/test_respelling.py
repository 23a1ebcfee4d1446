"""Questions with slips of the pen, and what is none."""

from __future__ import annotations

import datetime

import pytest
from lake_varda import records

from bot.dialog import reply
from bot.index import Index
from bot.matching.respelling import respelled
from bot.question import read
from facts.model import Article, Fact, Record

INDEX = Index(records())
KNOWN = "Where was the Ferry League congress held?"


@pytest.mark.parametrize(
    "text",
    [
        "Whre was hte Ferry League congress held?",
        "Where wsa the Fery Leauge congress held?",
        "Wehre was th eFerry League congress held",
        "whwre was the ferry leagueg congress held",
        "Where was th eFerry Leaguec ongress held?",
    ],
)
def test_slips_lead_to_the_question_on_record(text: str) -> None:
    meant = respelled(read(text), INDEX)
    assert meant is not None
    assert [question.text for question in meant.questions] == [KNOWN]
    assert meant.sure
    said, _ = reply(text, INDEX)
    assert said.answer is not None
    assert said.answer.answer == "Brill"


@pytest.mark.parametrize(
    "text",
    [
        "When was the Ferry League congress held?",  # another question word
        "How many boats had the Ferry League?",
        "Who chaired the 14th meeting of the Lake Varda Fisheries Commission?",  # another number
        KNOWN,
    ],
)
def test_what_asks_for_something_else_is_no_slip(text: str) -> None:
    assert respelled(read(text), INDEX) is None


def test_a_question_word_that_is_another_with_a_letter_wrong_makes_the_guess_unsure() -> None:
    text = "Why did the congress of the Ferry League elect president?"
    meant = respelled(read(text), INDEX)
    assert meant is not None
    assert not meant.sure
    assert reply(text, INDEX)[0].status != "answer"


def test_a_short_form_with_letters_swapped_is_still_found() -> None:
    meant = respelled(read("Waht does LFVC stand for?"), INDEX)
    assert meant is not None
    assert [question.text for question in meant.questions] == ["What does LVFC stand for?"]


def test_names_that_are_as_near_are_all_offered_and_none_is_given() -> None:
    article = Article("2024-05-03-river", datetime.date(2024, 5, 3), None, None, None, "a.txt", "0" * 64)
    text = "The River Council heard Viktor Zelrelton, a chief engineer, and Viktor Zelulton, a director."
    facts = tuple(
        Fact(f"f{at}", "who", f"Who is Viktor {name}?", role, text, (0, len(text)))
        for at, (name, role) in enumerate([("Zelrelton", "a chief engineer"), ("Zelulton", "a director")])
    )
    index = Index([Record(article, None, facts)])
    said, _ = reply("Who is Viktor Zelrltn?", index)
    assert said.status == "suggest"
    assert {offer.answer for offer in said.suggestions} == {"a chief engineer", "a director"}


def test_a_word_that_is_one_makes_the_guess_unsure() -> None:
    meant = respelled(read("Where was the Fairy League congress held?"), INDEX)
    assert meant is not None
    assert not meant.sure
    assert reply("Where was the Fairy League congress held?", INDEX)[0].status != "answer"


def test_no_is_a_slip_where_on_is_meant_and_a_denial_elsewhere() -> None:
    meant = respelled(
        read("When did Oskar Vehn chair teh twelfth meeting fo the Lake Varda Fisheries Commission no?"), INDEX
    )
    assert meant is None
    article = Article("2024-05-03-river", datetime.date(2024, 5, 3), None, None, None, "a.txt", "0" * 64)
    text = "The River Council voted on the pier."
    fact = Fact("f0", "what", "What did the River Council vote on?", "the pier", text, (0, len(text)))
    index = Index([Record(article, None, (fact,))])
    meant = respelled(read("What did the Rvier Council vote no?"), index)
    assert meant is not None
    assert [question.text for question in meant.questions] == ["What did the River Council vote on?"]


@pytest.mark.parametrize("text", ["Who is Mirela nSad?", "Who is Miirela Sad?", "whoi s Mirela Sandd"])
def test_a_name_with_slips_is_offered_at_least(text: str) -> None:
    said, _ = reply(text, INDEX)
    first = said.answer or said.suggestions[0]
    assert first.answer == "president of the Ferry League"


def test_a_question_whose_words_and_whose_letters_say_different_things_is_not_answered() -> None:
    said, _ = reply("Who is Mirela Sandx Vehm?", INDEX)
    assert said.status != "answer"
