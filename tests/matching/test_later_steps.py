"""What was not done is not told of what comes before it."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.later_steps import is_later_step
from bot.question import read


@pytest.mark.parametrize(
    ("question", "sentence", "later"),
    [
        ("Did Osk sign the pact?", "Osk has not yet ratified the pact.", True),
        ("Has Osk signed it?", "Osk failed to ratify the pact.", True),
        ("Did Osk ratify the pact?", "Osk has not signed the pact.", False),
        ("Did Osk ratify the pact?", "Osk has not yet ratified the pact.", False),
        ("Did Osk sign the pact?", "Osk signed the pact but has not ratified it.", False),
        ("Was the plan discussed?", "The plan was not adopted.", True),
        ("Was the plan adopted?", "The plan was not discussed.", False),
        ("Did Wren attend?", "Ada Wren did not vote.", True),
        ("Did Wren vote?", "Ada Wren did not attend.", False),
        ("Did Wren sing?", "Ada Wren did not vote.", False),
    ],
)
def test_a_later_step_not_done_denies_none_before_it(question: str, sentence: str, *, later: bool) -> None:
    assert is_later_step(read(question), sentence) is later
