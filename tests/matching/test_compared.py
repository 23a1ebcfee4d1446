"""Comparisons that are asked for: a choice, a difference."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.compared import is_no_choice, is_no_difference
from bot.question import read


def at(told: str, said: str) -> tuple[int, int]:
    begin = told.index(said)
    return begin, begin + len(said)


@pytest.mark.parametrize(
    ("asked", "said", "held"),
    [
        ("Is the levy higher in 2030 or 2031?", "£9", True),
        ("Is the levy higher in 2030 or 2031?", "in 2031", False),
        ("Does the mill sell more to Lunn or buy more from it?", "£9", True),
        ("What is the levy in 2031?", "£9", False),
    ],
)
def test_what_gives_a_choice_is_answered_by_one_of_it(asked: str, said: str, held: bool) -> None:
    told = "The levy came to £9 in 2031."
    assert is_no_choice(read(asked), told, at(told, said)) is held


@pytest.mark.parametrize(
    ("asked", "told", "said", "held"),
    [
        ("How many fewer boats sail than last year?", "Some 61 boats sail, seven fewer than last year.", "61", True),
        (
            "How many fewer boats sail than last year?",
            "Some 61 boats sail, seven fewer than last year.",
            "seven",
            False,
        ),
        ("How many boats sail?", "Some 61 boats sail, seven fewer than last year.", "61", False),
        ("How many more lamps will there be?", "A further 14 lamps will be lit.", "14", False),
        ("How many more lamps will there be?", "The number of lamps will rise by 14.", "14", False),
        ("How much over budget is the quay?", "The quay has cost £6 million.", "£6 million", True),
        ("How much over budget is the quay?", "The quay is £2 million over its budget.", "£2 million", False),
        ("How much extra will it cost?", "It will cost an extra £2 million.", "an extra £2 million", False),
        ("How many more than 40 came?", "Some 61 came.", "61", False),
    ],
)
def test_how_many_more_or_fewer_is_told_by_what_is_marked_as_a_difference(
    asked: str, told: str, said: str, held: bool
) -> None:
    assert is_no_difference(read(asked), told, at(told, said)) is held
