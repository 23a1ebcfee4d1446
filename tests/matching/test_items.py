"""What is told under another item of the minutes, or was put and lost, is not the answer."""

from __future__ import annotations

import datetime

import pytest
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import Context, Reply, reply
from bot.index import Index
from bot.matching.otherwise.items import is_of_another_item
from bot.matching.reading import SentenceReader
from bot.question import read

MINUTES = [
    "1. River wall",
    "The clerk told of a grant for stone.",
    "Moved by Ada Wren, seconded by Odo Brask.",
    "2.",
    "Moorings",
    "The board considered raising the mooring fee from 40 to 48 crowns.",
    "The proposal was lost by three votes to one.",
]
WALL, FEE = MINUTES[2], MINUTES[5]


def said(question: str, marked: dict[str, str], facts: list[Line], minutes: list[str] | None = None) -> Reply:
    index = Index([record("2025-06-09-board", datetime.date(2025, 6, 9), None, minutes or MINUTES, facts)])
    return reply(question, index, Context(), SentenceReader(lambda: StubReader(marks(marked))))[0]


@pytest.mark.parametrize("facts", [[], [(WALL, "who", "Who seconded the motion?", "Odo Brask")]])
def test_what_stands_under_another_item_than_is_named_is_not_the_answer(facts: list[Line]) -> None:
    assert said("who seconded the moorings motion?", {WALL: "Odo Brask"}, facts).answer is None


@pytest.mark.parametrize("question", ["who seconded the river wall motion?", "who seconded the grant for stone?"])
def test_what_stands_under_the_item_that_is_named_is(question: str) -> None:
    answer = said(question, {WALL: "Odo Brask"}, []).answer
    assert answer is not None
    assert answer.answer == "Odo Brask"


@pytest.mark.parametrize("question", ["how much is the new mooring fee?", "how much was the mooring fee raised to?"])
def test_what_was_put_and_lost_is_not_what_is(question: str) -> None:
    assert said(question, {FEE: "48 crowns"}, []).answer is None


@pytest.mark.parametrize(
    ("question", "minutes"),
    [
        ("how much was the mooring fee that was proposed?", MINUTES),
        ("how much is the new mooring fee?", [*MINUTES[:-1], "The proposal was carried by three votes to one."]),
        ("how much is the new mooring fee?", [*MINUTES[:-1], "The clerk said that a petition was lost."]),
    ],
)
def test_what_was_put_is_told_where_that_is_asked_or_it_was_not_lost(question: str, minutes: list[str]) -> None:
    answer = said(question, {FEE: "48 crowns"}, [], minutes).answer
    assert answer is not None
    assert answer.answer == "48 crowns"


SECTIONS = [
    "2.1 Mrs. Bell proposed to buy two pumps.",
    "Passed 8-3.",
    "2.2 Mr. Ford proposed to ban bonfires.",
    "Left to the June meeting.",
    "2.3 percent of the dues were paid.",
]


def test_what_was_put_under_a_number_of_two_parts_is_an_item_too() -> None:
    marked = {SECTIONS[1]: "8-3"}
    assert said("how did the vote on the ban on bonfires end?", marked, [], SECTIONS).answer is None
    answer = said("how did the vote on the pumps end?", marked, [], SECTIONS).answer
    assert answer is not None
    assert answer.answer == "8-3"


def test_a_number_that_begins_a_sentence_is_no_item() -> None:
    asked = read("how much of the dues was paid at the bonfires?")
    assert not is_of_another_item(asked, ["1. Pumps", *SECTIONS[4:]], 1)
    assert not is_of_another_item(read("what was said of bonfires?"), ["2.3 percent came.", "2.4 bonfires burnt."], 0)
