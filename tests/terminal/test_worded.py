"""Words that an editor looks for: a misspelt one is taken for the nearest as it is written."""

from __future__ import annotations

import pytest

from bot.terminal.worded import wording_of

TEXTS = ["They agreed to move the mooring fee to May.", "The board moved on to the accounts."]


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("moring", (("moring", "mooring"),)),
        ("bord", (("bord", "board"),)),
        ("moorings boards", ()),
        ("fe", ()),
        ("harvest", ()),
    ],
)
def test_a_word_is_taken_for_the_nearest_as_it_is_written_and_only_where_it_is_nowhere(
    words: str, taken: tuple[tuple[str, str], ...]
) -> None:
    assert wording_of(words).respelled(TEXTS).taken == taken
