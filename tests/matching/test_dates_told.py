"""Which dates hold of a sentence, so that a question which names another is not answered by it."""

from __future__ import annotations

import datetime

import pytest
from quay_works import Line, record

from bot.index import Index
from bot.matching.evidence import contradicts, sentence_of
from bot.question import read

RACED = "Ada Wren ran for harbour warden in 2019."
THIRD = "She came third with 212 votes."
SHUT = "In 2024 she shut the north lock."
QUOTA = "Boats may land 90 tonnes of eel next year."
BLAMED = "The mayor blamed it on Bo Lusk the day before yesterday."
TEXTS = ["The warden spoke at the Vision 2040 forum.", RACED, THIRD, SHUT, QUOTA, BLAMED]
SAID: list[Line] = [(TEXTS[0], "who", "Who spoke at the Vision 2040 forum?", "the warden")]
INDEX = Index([record("2031-03-05-wire", datetime.date(2031, 3, 5), None, TEXTS, SAID)])


def is_held_back(question: str, text: str) -> bool:
    """Whether a question names another date than those that hold of a sentence."""
    return contradicts(read(question), sentence_of(INDEX, 0, TEXTS.index(text)), INDEX)


@pytest.mark.parametrize(
    ("question", "text", "held_back"),
    [
        ("How many votes did Ada Wren get in 2019?", THIRD, False),
        ("How many votes did Ada Wren get in May 2019?", THIRD, True),
        ("How many votes did Ada Wren get in 2020?", THIRD, True),
        ("Which lock did Ada Wren shut in 2019?", SHUT, True),
        ("Which lock did Ada Wren shut in 2024?", SHUT, False),
    ],
)
def test_a_year_told_right_before_holds_of_a_sentence_that_names_none(
    question: str, text: str, held_back: bool
) -> None:
    assert is_held_back(question, text) is held_back


@pytest.mark.parametrize(
    ("question", "text", "held_back"),
    [
        ("How much eel may be landed in 2032?", QUOTA, False),
        ("How much eel may be landed in 2033?", QUOTA, True),
        ("Whom did the mayor blame on 3 March 2031?", BLAMED, False),
        ("Whom did the mayor blame on 4 March 2031?", BLAMED, True),
    ],
)
def test_a_date_is_told_from_the_day_of_the_article(question: str, text: str, held_back: bool) -> None:
    assert is_held_back(question, text) is held_back


@pytest.mark.parametrize(("year", "held_back"), [(2040, False), (2041, True)])
def test_a_year_of_what_an_article_is_about_holds_of_each_of_its_sentences(year: int, held_back: bool) -> None:
    assert is_held_back(f"Who was blamed at the Vision {year} forum?", BLAMED) is held_back
