"""When a meeting was is not told by the hour, nor by the day of the minutes that were approved at it."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.day_of_meeting import tells_no_day_of_it
from bot.question import read

MINUTES = "The minutes of the meeting of 2 April 2024 were approved."
CLOSED = "The meeting closed at 9.10 pm."


@pytest.mark.parametrize(
    ("question", "sentence", "words", "none"),
    [
        ("when was the quay board meeting", MINUTES, "2 April 2024", True),
        ("when did the quay board meet", MINUTES, "2 April 2024", True),
        ("What day was the quay board meeting held?", MINUTES, "2 April 2024", True),
        ("When did the quay board meet?", CLOSED, "9.10 pm", True),
        ("when was the quay board meeting", "Ada Wren opened the meeting at 7 pm.", "7 pm", True),
        ("of which meeting were the minutes approved", MINUTES, "2 April 2024", False),
        ("when was the meeting whose minutes were approved", MINUTES, "2 April 2024", False),
        ("When did the meeting close?", CLOSED, "9.10 pm", False),
        ("What time was the meeting?", "The board met at 7 pm.", "7 pm", False),
        ("When did the board meet on 3 May?", "The board met at 7 pm.", "7 pm", False),
        ("When did the board meet?", "The board met at 7 pm on 3 May 2024.", "7 pm on 3 May 2024", False),
        ("When did the board approve the minutes?", MINUTES, "2 April 2024", False),
        ("When did the quay board meet?", "Minutes of the meeting held on 3 May 2024", "3 May 2024", False),
        ("When did the quay board meet?", "Approved minutes of the board of 3 May 2024", "3 May 2024", False),
        ("When was the meeting?", "Dan Orr took the minutes; it was held on 3 May.", "3 May", False),
    ],
)
def test_an_hour_and_approved_minutes_tell_no_day_of_the_meeting(
    question: str, sentence: str, words: str, none: bool
) -> None:
    begin = sentence.index(words)
    assert tells_no_day_of_it(read(question), sentence, (begin, begin + len(words))) is none
