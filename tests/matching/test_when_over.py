"""When what was talked about was over is told by what says that it ended."""

from __future__ import annotations

from one_sentence import answer


def test_it_is_not_given() -> None:
    assert answer("when did the meeting finish?", "The lock of the meeting house was put off in May.", "May") is None
    assert answer("when did the meeting finish?", "The meeting finished in May.", "May") is not None
