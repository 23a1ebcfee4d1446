"""What something costs is not told by what is held, owed, earned or given."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.holdings import is_of_holdings
from bot.question import read


@pytest.mark.parametrize(
    ("question", "marked", "other"),
    [
        ("How much will the new lock cost?", "Bo Lusk warned that the savings will fall to <£90,000>.", True),
        ("How expensive is the new lock?", "The guild gave a grant of <£4,000>.", True),
        ("What does the ferry cost?", "The ferry made a loss of <£9,000> in May.", True),
        ("How much will the new lock cost?", "The lock will cost <£90,000>, and the savings fall to £4,000.", False),
        ("How much will the new lock cost?", "The new lock comes to <£90,000>.", False),
        ("How much will the new lock cost?", "A grant pays <£90,000> of what the lock is worth.", False),
        ("How high are the reserves?", "The reserves stand at <£90,000>.", False),
        ("How much did the loss of the ferry cost?", "The loss came to <£90,000>.", False),
    ],
)
def test_what_is_held_or_given_is_no_cost(question: str, marked: str, *, other: bool) -> None:
    span = marked.index("<"), marked.index(">") - 1
    assert is_of_holdings(read(question), marked.replace("<", "").replace(">", ""), span) is other
