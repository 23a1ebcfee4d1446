"""How many there are is not how many of them did something, wherever the two stand together."""

from __future__ import annotations

import pytest

from bot.matching.counted import own_count
from bot.matching.otherwise.numbers import is_another_number, own_number
from bot.question import read

SPENT = "Members have promised up to 90,000 crowns, of which 12,000 has been spent."
HAD = "The guild had 58 pilots, of whom 17 sat on the Tide Board."
BOATS = "Of the 310 boats in the Selm harbour, 45 were checked by the Coast Office in May."


def told(question: str, sentence: str, marked: str) -> str:
    asked, begin = read(question), sentence.index(marked)
    span = own_number(asked, sentence, (begin, begin + len(marked)))
    return sentence[slice(*own_count(asked, sentence, span))]


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "own"),
    [
        ("How much has been paid out?", SPENT, "12,000", "12,000"),
        ("How much of the promises was paid out?", SPENT, "12,000", "12,000"),
        ("How much did members promise?", SPENT, "12,000", "90,000"),
        ("How much has been spent?", SPENT, "90,000 crowns", "12,000"),
        ("How many pilots work for the guild?", HAD, "17", "58"),
        ("How many boats in Selm were inspected?", BOATS, "45", "45"),
        ("How many boats in Selm harbour did the Coast Office look at?", BOATS, "45", "45"),
        ("How many boats are there in Selm harbour?", BOATS, "310", "310"),
    ],
)
def test_a_part_is_left_where_it_is_not_asked_by_what_is_told_of_the_whole(
    question: str, sentence: str, marked: str, own: str
) -> None:
    assert told(question, sentence, marked) == own


@pytest.mark.parametrize(
    ("question", "marked", "other"),
    [
        ("How many boats in the harbour were inspected?", "310", True),
        ("How many boats in Selm harbour had one?", "310", True),
        ("How many boats in Selm harbour were inspected?", "45", False),
        ("How many boats are there in the harbour?", "45", True),
        ("How many boats does the harbour of Selm have?", "310", False),
        ("How many boats are in the harbour?", "310", False),
    ],
)
def test_the_whole_is_not_how_many_of_them_did_something(question: str, marked: str, *, other: bool) -> None:
    begin = BOATS.index(marked)
    assert is_another_number(read(question), BOATS, (begin, begin + len(marked))) is other


@pytest.mark.parametrize(
    "sentence",
    [
        "Of the 2024 harvest, 45 tonnes were sold.",
        "Of the 310 boats in Selm, 45 tonnes of nets were sold.",
        "The fleet of Selm has 310 boats, 45 were sold.",
    ],
)
def test_two_numbers_of_which_neither_is_a_part_of_the_other_are_left(sentence: str) -> None:
    question, begin = read("How many boats were sold?"), sentence.index("45")
    assert own_number(question, sentence, (begin, begin + 2)) == (begin, begin + 2)
