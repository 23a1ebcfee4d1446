"""What somebody was only asked to decide is not what they decided; what is still looked into has not been found."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.motions import is_only_a_vote
from bot.matching.otherwise.not_yet_told import is_left_to_them, is_not_found_yet
from bot.matching.otherwise.wholes import is_sum_of_that_name
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
    ("question", "sentence", "open_"),
    [
        ("What did Wren's study of eels turn up?", "Wren is still working on eels with the guild.", True),
        ("What did the inquiry find?", "The inquiry is under way.", True),
        ("What did the inquiry find?", "The inquiry, which is under way, found two leaks.", False),
        ("What is Wren working on?", "Wren is working on eels.", False),
    ],
)
def test_what_goes_on_has_found_nothing_yet(question: str, sentence: str, open_: bool) -> None:
    assert is_not_found_yet(read(question), sentence, (0, 3)) is open_


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("How much of the Weir Fund has Osk received?", True),
        ("how much of the weir fund did osk get", True),
        ("How much is the Weir Fund?", False),
    ],
)
def test_what_a_fund_is_called_by_is_not_what_came_of_it(question: str, whole: bool) -> None:
    told = "They talked about the 20-million-crown Weir Fund."
    begin = told.index("20")
    assert is_sum_of_that_name(read(question), told, (begin, told.index(" Weir"))) is whole


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
