"""Of a change from one number to another the side of the time that is asked about."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.from_to import is_other_number, own_side
from bot.question import read

WANTED = "The mill wants to shorten breaks from thirty to twenty minutes from May."
DONE = "The library has cut its opening from 40 to 28 hours."
SUM = "Fares will go up from £2 to £3 in June."
DECIDED = "The guild agreed to raise the toll from £4 to £5."
DAYS = "The fair moved from 3 to 5 May."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "own"),
    [
        ("How long are breaks now?", WANTED, "thirty to twenty minutes", "thirty"),
        ("How long are breaks at present?", WANTED, "thirty to twenty minutes", "thirty"),
        ("How long will breaks be?", WANTED, "thirty to twenty minutes", "twenty minutes"),
        ("How long would breaks be in future?", WANTED, "thirty to twenty minutes", "twenty minutes"),
        ("How many hours is the library open now?", DONE, "40 to 28 hours", "28 hours"),
        ("How many hours was the library open before?", DONE, "40 to 28 hours", "40"),
        ("How much are fares?", SUM, "£2 to £3", "£2"),
        ("How much will fares be?", SUM, "£2 to £3", "£3"),
        ("What is the new toll?", DECIDED, "£4 to £5", "£5"),
        ("What is the new toll?", DECIDED, "£4", "£4"),
        ("How much is the toll?", DECIDED, "£4 to £5", "£4 to £5"),
        ("By how much will the toll change?", DECIDED, "£4 to £5", "£4 to £5"),
        ("When is the fair now?", DAYS, "3 to 5 May", "3 to 5 May"),
        ("How long are breaks now?", WANTED, "The mill", "The mill"),
    ],
)
def test_the_side_that_is_asked_for_is_told(question: str, sentence: str, marked: str, own: str) -> None:
    begin = sentence.index(marked)
    begin, end = own_side(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[begin:end] == own


@pytest.mark.parametrize(
    ("question", "sentence", "day", "held"),
    [
        ("What day should it have been?", "The accounts are to be read on 26 May.", "26 May", True),
        ("When should the fair have opened?", "The fair will open on 26 May.", "26 May", True),
        ("When should the fair have opened?", "The fair had first been set for Tuesday.", "Tuesday", False),
        ("When was the fair to have been?", "The fair was to have opened on 3 May.", "3 May", False),
        ("When will the fair open?", "The fair will open on 26 May.", "26 May", False),
    ],
)
def test_when_something_was_to_have_been_is_no_day_to_come(
    question: str, sentence: str, day: str, *, held: bool
) -> None:
    begin = sentence.index(day)
    assert is_other_number(read(question), sentence, (begin, begin + len(day))) is held


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How much is the toll from January?", False),
        ("How much is the toll from 1 January?", False),
        ("How much is the toll as of next year?", False),
        ("How much is the toll from Tarn?", True),
        ("How much is the toll?", True),
    ],
)
def test_what_something_is_from_a_day_on_is_what_it_comes_to(question: str, *, held: bool) -> None:
    told = "The toll rises from 84 to 96 from 1 January."
    begin = told.index("96")
    assert is_other_number(read(question), told, (begin, begin + 2)) is held
