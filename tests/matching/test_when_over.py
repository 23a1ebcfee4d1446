"""When what was talked about was over is told by what says that it ended."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.when_over import tells_no_end
from bot.question import read


@pytest.mark.parametrize(
    ("question", "sentence", "no_end"),
    [
        ("when did it finish", "Pilots had put the lock off in May.", True),
        ("what time did the meeting end?", "It was called for 7 pm.", True),
        ("when did it finish", "The chair closed the meeting at 9 pm.", False),
        ("when did it end?", "The call lasted from two until three.", False),
        ("when did the meeting finish?", "Hall, 7–9 pm", False),
        ("when did the lease end?", "Pilots had put the lock off in May.", False),
        ("when did it open?", "Pilots had put the lock off in May.", False),
    ],
)
def test_a_day_or_hour_of_something_else_is_no_end(question: str, sentence: str, no_end: bool) -> None:
    assert tells_no_end(read(question), sentence, (0, 1)) is no_end


def test_it_is_not_given() -> None:
    assert answer("when did the meeting finish?", "The lock of the meeting house was put off in May.", "May") is None
    assert answer("when did the meeting finish?", "The meeting finished in May.", "May") is not None
