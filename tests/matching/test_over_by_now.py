"""What is over, or never came about, is not given as what is or was."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.over_by_now import did_not_meet, is_of_other_end
from bot.question import read

UNTIL = "Tarn holds the presidency until 4 May 2031, when Osmark takes over."
SINCE = "Tarn has held the presidency since 4 May 2031."
OFF = "The last meeting, on 9 April, had been called off because of a storm."
QUORUM = "The board's sitting of 9 April was adjourned for want of a quorum."
LUNCH = "The meeting of 9 April was adjourned at noon."
PUT_OFF = "The meeting was put off to 9 April."
MET = "The March meeting was called off, and the board met on 9 April."
CRANE = "The steam crane, out of service since March, is running again."


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("Since when does Tarn hold the presidency?", UNTIL, True),
        ("From which year does Tarn hold the presidency?", UNTIL, True),
        ("Until when does Tarn hold the presidency?", UNTIL, False),
        ("When does Osmark take over?", UNTIL, False),
        ("Until when does Tarn hold the presidency?", SINCE, True),
        ("Since when does Tarn hold the presidency?", SINCE, False),
    ],
)
def test_since_when_is_told_from_until_when(question: str, sentence: str, is_other: bool) -> None:
    begin = sentence.index("4 May 2031")
    assert is_of_other_end(read(question), sentence, (begin, begin + 10)) is is_other


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("When was the last meeting?", OFF, True),
        ("When did the board last meet?", OFF, True),
        ("When was the last sitting of the board?", QUORUM, True),
        ("When was the meeting that was called off?", OFF, False),
        ("When was the meeting due?", OFF, False),
        ("When was the last meeting?", LUNCH, False),
        ("When is the meeting?", PUT_OFF, False),
        ("When did the board meet?", MET, False),
        ("When do they meet again?", "They put off the vote to their spring session, which is on 9 April.", False),
        ("When is the next meeting?", "The toll was postponed until the AGM, due on 9 April.", False),
        ("When was the last meeting?", "The session of 9 April was postponed to the day of the regatta.", True),
        ("When was the last meeting?", "The session of 9 April was postponed until the general meeting.", True),
    ],
)
def test_a_meeting_that_did_not_come_about_was_not_the_last(question: str, sentence: str, is_other: bool) -> None:
    begin = sentence.index("9 April")
    assert did_not_meet(read(question), sentence, (begin, begin + 7)) is is_other


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        ("Since when does Tarn hold the presidency?", UNTIL, "4 May 2031"),
        ("When was the last meeting of the board?", OFF, "9 April"),
        ("steam crane out of service?", CRANE, "since March"),
        ("Is the steam crane out of service?", CRANE, "out of service since March"),
    ],
)
def test_nothing_is_given_of_what_is_over(question: str, sentence: str, marked: str) -> None:
    assert answer(question, sentence, marked) is None
