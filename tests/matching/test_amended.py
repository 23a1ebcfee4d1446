"""A number that was changed before it was carried is not the one that was moved."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.otherwise.amended import own_amended, was_amended
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context

LOWERED = "Motion: The Tide Board to order nine sheds. Passed after the number was lowered to four."
PRICE = "The Tide Board agreed to buy six carts after the price was cut from 120 to 90 crowns."
MINUTES = ["Bo Lusk moved that the Tide Board order nine sheds.", "Carried after it was cut to four by Ada Wren."]


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "given_"),
    [
        ("How many sheds did the Tide Board order?", LOWERED, "nine", "four"),
        ("How many sheds were ordered by the Tide Board?", LOWERED, "four", "four"),
        ("How many sheds was the Tide Board to order at first?", LOWERED, "nine", "nine"),
        ("How many sheds were moved for the Tide Board?", LOWERED, "nine", "nine"),
        ("How many carts did the Tide Board agree to buy?", PRICE, "six", "six"),
        ("How much did the carts cost the Tide Board?", PRICE, "90 crowns", "90 crowns"),
        (
            "How many pilots voted?",
            "Forty pilots voted when it was put that the fare be raised to 4.",
            "Forty",
            "Forty",
        ),
        ("How many boats sailed?", "Nine boats sailed once it was said the flag was lowered to 4.", "Nine", "Nine"),
    ],
)
def test_the_number_that_came_to_hold_is_given(question: str, sentence: str, marked: str, given_: str) -> None:
    begin = sentence.index(marked)
    told = own_amended(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[slice(*told)] == given_


def test_it_is_the_answer() -> None:
    assert answer("How many sheds did the Tide Board order?", LOWERED, "nine") == "four"


def said(question: str, minutes: list[str]) -> str | None:
    index = Index([record("tide", datetime.date(2024, 5, 5), None, minutes, [])])
    stub = StubReader(marks({minutes[0]: "nine"}))
    given = reply(question, index, Context(), SentenceReader(lambda: stub))[0].answer
    return given.answer if given is not None else None


def test_what_the_next_sentence_changes_is_not_given() -> None:
    assert said("How many sheds did the Tide Board order?", MINUTES) is None
    assert said("How many sheds did Bo Lusk want the Tide Board to order?", MINUTES) == "nine"


@pytest.mark.parametrize(
    "behind",
    [
        "Carried.",
        "Carried after a long debate on the number of huts.",
        "The motion to hire two pilots was carried once the number had been raised to five.",
        "Passed after the age of pilots was lowered to twenty.",
    ],
)
def test_what_it_does_not_change_is(behind: str) -> None:
    assert said("How many sheds did the Tide Board order?", [MINUTES[0], behind]) == "nine"


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    asked = read(question)
    assert own_amended(asked, sentence, (0, 1)) == (0, 1)
    assert was_amended(asked, [sentence], 0) is False
