"""What somebody was only asked to decide is not what they decided."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.motions import is_only_a_vote
from bot.matching.otherwise.not_yet_told import is_left_to_them
from bot.question import read


@pytest.mark.parametrize(
    ("question", "sentence", "left"),
    [
        ("What did the Tide Board decide on tolls?", "The wish for tolls was passed on to the Tide Board.", True),
        ("What did the Tide Board decide on tolls?", "Tolls were put to the Tide Board, which approved them.", False),
        ("What did the Tide Board decide on tolls?", "The Tide Board passed the wish on to the pilots.", False),
        ("Who put it to the Tide Board?", "Osk put tolls to the Tide Board.", False),
    ],
)
def test_what_is_passed_on_to_somebody_they_have_not_decided(question: str, sentence: str, left: bool) -> None:
    assert is_left_to_them(read(question), sentence, (0, 3)) is left


@pytest.mark.parametrize(
    ("question", "sentence", "only"),
    [
        ("Who took on the list?", "Bo +1, Ada +1", True),
        ("Who seconded the list?", "Bo +1, Ada +1", True),
        ("Who agreed?", "Bo +1, Ada +1", False),
        ("Who took on the list?", "Bo takes it, Ada +1", False),
    ],
)
def test_votes_of_notes_tell_only_who_voted(question: str, sentence: str, only: bool) -> None:
    assert is_only_a_vote(read(question), sentence, (0, 2)) is only
