"""Who holds an office: not who stands in, nor who does so before or after the time that is asked about."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.holders import is_no_holder
from bot.matching.otherwise.succession import is_of_another_term
from bot.question import read

STOOD_IN = "The President of Tarnia was represented by his Minister of Trade, H.E. Ada Wren."
DEPUTY = "The Minister of Farms was represented by her deputy, Mr. Bo Lusk."
NEW = "The board named Ada Wren chief clerk for four years from 1 May 2031."
OLD = "Bo Lusk, who is chief clerk until 30 April 2031, opened the meeting."


@pytest.mark.parametrize(
    ("asked", "told", "name", "held"),
    [
        ("Who is the president of Tarnia?", STOOD_IN, "Ada Wren", True),
        ("Who is the president of Tarnia?", STOOD_IN, "H.E. Ada Wren", True),
        ("Who is the trade minister of Tarnia?", STOOD_IN, "Ada Wren", False),
        ("Who is the Minister of Trade of Tarnia?", STOOD_IN, "Ada Wren", False),
        ("Who represented the president of Tarnia?", STOOD_IN, "Ada Wren", False),
        ("Who is the minister of farms?", DEPUTY, "Bo Lusk", True),
    ],
)
def test_who_stands_in_holds_their_own_office_alone(asked: str, told: str, name: str, held: bool) -> None:
    begin = told.index(name)
    assert is_no_holder(read(asked), told, (begin, begin + len(name))) is held


@pytest.mark.parametrize(
    ("asked", "told", "held"),
    [
        ("Who is chief clerk until 2031?", NEW, True),
        ("Who was chief clerk before May 2031?", NEW, True),
        ("Who is chief clerk from 2031?", NEW, False),
        ("Who will be chief clerk until 2035?", NEW, False),
        ("Who is chief clerk from 2031?", OLD, True),
        ("Who is chief clerk until 2031?", OLD, False),
        ("Who is chief clerk?", NEW, False),
        ("When is she chief clerk until 2031?", NEW, False),
    ],
)
def test_whose_term_begins_when_that_asked_about_ends_is_told_apart(asked: str, told: str, held: bool) -> None:
    assert is_of_another_term(read(asked), told, (0, 1)) is held
