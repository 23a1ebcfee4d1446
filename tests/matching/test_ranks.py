"""Whose office has the rank that is asked for, but is of another sort, does not hold the one asked for."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.ranks import is_of_another_sort
from bot.question import read

TOLD = "The Managing Director of the mill, Ada Wren, thanked its press officer, Bo Lusk."


@pytest.mark.parametrize(
    ("asked", "told", "held"),
    [
        ("Who is the executive director of the mill?", TOLD, True),
        ("executive director of the mill", TOLD, True),
        ("Who is the managing director of the mill?", TOLD, False),
        ("Who is the director of the mill?", TOLD, False),
        ("Who is the executive secretary of the mill?", TOLD, False),
        ("Who is the medical officer of the mill?", TOLD, True),
        ("Who is the executive director?", "The director, Ada Wren, spoke.", False),
        ("Who is the executive director?", "The executive director heard Ada Wren, the managing director.", False),
        ("Where is the executive director of the mill?", TOLD, False),
    ],
)
def test_an_office_of_another_sort_is_another_one(asked: str, told: str, held: bool) -> None:
    assert is_of_another_sort(read(asked), told, (0, 1)) is held
