"""Who rejected a call to do something did not do it; who else did or did not is not told, and the call was made."""

from __future__ import annotations

import pytest
from yes_or_no import answers

from bot.matching.yes_no.refused import is_only_in_vain, refused_to_do_that
from bot.question import read

VOTED_DOWN = "Delegates voted down a plan to buy a ferry for the sound."


@pytest.mark.parametrize(
    ("question", "sentence", "refused"),
    [
        ("Did the congress buy a ferry?", VOTED_DOWN, True),
        ("Did delegates buy the ferry for the sound?", VOTED_DOWN, True),
        ("Did Ada Wren resign?", "Ada Wren dismissed any demand to resign.", True),
        # Another one, another thing, or another time.
        ("Did Osk buy a ferry?", VOTED_DOWN, False),
        ("Did the congress buy a lock?", VOTED_DOWN, False),
        ("Did the congress buy a ferry?", VOTED_DOWN.replace("voted", "at first voted"), False),
        ("Did the congress sell a ferry?", VOTED_DOWN, False),
        ("Did Bo Lusk resign?", "Ada Wren dismissed any demand to resign.", False),
        ("Did the congress resign?", "Ada Wren dismissed any demand to resign.", False),
    ],
)
def test_who_rejected_a_call_did_not_do_it(question: str, sentence: str, *, refused: bool) -> None:
    assert refused_to_do_that(read(question), sentence) is refused


def test_that_it_was_not_done_is_answered_where_it_is_read_so() -> None:
    assert answers("Did the congress buy a ferry?", VOTED_DOWN) == [None, "No", None]
    assert answers("Did the mayor of Osk buy a ferry?", VOTED_DOWN) == [None, None, None]


@pytest.mark.parametrize(
    ("question", "sentence", "in_vain"),
    [
        ("Did the guild call on Ada Wren to resign?", "Ada Wren rejected a call to resign.", True),
        ("Did Osk offer talks?", "Osk’s offer of talks was turned down.", True),
        ("Did Osk propose a toll?", "The guild rejected a proposal for a toll.", True),
        ("Did Osk appeal?", "The guild dismissed an appeal by Osk to widen the lock.", True),
        ("Did the scouts make a request?", "It refused a request from the scouts to use the barn.", True),
        ("Was the appeal accepted?", "The guild dismissed an appeal by Osk to widen the lock.", False),
        ("Did the guild accept talks?", "Osk’s offer of talks was turned down.", False),
        ("Did Osk offer talks?", "Osk’s offer of talks was welcome.", False),
    ],
)
def test_what_was_rejected_was_asked_for(question: str, sentence: str, *, in_vain: bool) -> None:
    assert is_only_in_vain(read(question), sentence) is in_vain


def test_what_was_refused_was_not_done_by_that() -> None:
    refused = "The guild dismissed an appeal by Osk to widen the lock."
    assert answers("Was the lock widened?", refused)[0] is None
    assert answers("Did Osk widen the lock?", refused)[0] is None


def test_who_rejected_doing_away_with_something_kept_it() -> None:
    assert answers("Did the guild keep the pact?", "The guild rejected a call to break the pact.") == [None, None, None]


@pytest.mark.parametrize(
    ("question", "sentence", "in_vain"),
    [
        ("Did the rowers want a longer lease?", "The rowers had asked for a longer lease; this was refused.", True),
        ("Did the rowers ask for a lease?", "The rowers sought a lease, but were turned down.", True),
        ("Did the rowers request a lease?", "The rowers asked for a lease, which was rejected.", True),
        ("Did the rowers get a lease?", "The rowers asked for a lease, which was rejected.", False),
        ("Did the rowers want a lease?", "The rowers did not want a lease.", False),
    ],
)
def test_what_was_asked_for_in_vain_was_asked_for(question: str, sentence: str, *, in_vain: bool) -> None:
    assert is_only_in_vain(read(question), sentence) is in_vain
