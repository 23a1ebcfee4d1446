"""When and where a body meets next is not when and where it met."""

from __future__ import annotations

import datetime

import pytest
from quay_works import Line, record

from bot.dialog import reply
from bot.index import Index
from bot.matching.match import matches
from bot.question import read
from facts.model import Meeting

HELD = "Minutes of the Tide Board of Brill, 3 May 2024, Customs House"
NEXT = "Next meeting: 5 June 2024"
NEXT_PLACE = "The next meeting will be held in the Ferry Hall."
REPORT = "Ada Moss was asked to report to the next meeting."
OWN_DAY: Line = (HELD, "when", "When was the Tide Board of Brill meeting held?", "3 May 2024")
OWN_PLACE: Line = (HELD, "where", "Where was the Tide Board of Brill meeting held?", "Customs House")
COMING: list[Line] = [
    (NEXT, "when", "When is the next meeting after the Tide Board of Brill meeting on 3 May 2024?", "5 June 2024"),
    (NEXT_PLACE, "where", "Where will the next meeting of the Tide Board of Brill be held?", "Ferry Hall"),
    (REPORT, "who", "Who was asked to report to the next meeting of the Tide Board of Brill?", "Ada Moss"),
]


def index(lines: list[Line]) -> Index:
    meeting = Meeting("Tide Board of Brill", (), "2024-05-03", "Customs House")
    texts = [HELD, NEXT, NEXT_PLACE, REPORT]
    return Index([record("2024-05-04-tide-board", datetime.date(2024, 5, 4), meeting, texts, lines)])


def answer(question: str, lines: list[Line]) -> str | None:
    said, _ = reply(question, index(lines))
    return said.answer.answer if said.answer else None


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("What date was the Tide Board of Brill meeting?", "3 May 2024"),
        ("When did the Tide Board of Brill meet?", "3 May 2024"),
        ("Tide Board of Brill meeting date", "3 May 2024"),
        ("Where did the Tide Board of Brill meet?", "Customs House"),
        ("Where was the Tide Board of Brill meeting?", "Customs House"),
    ],
)
def test_what_was_is_not_answered_by_the_next(question: str, own: str) -> None:
    assert answer(question, [OWN_DAY, OWN_PLACE, *COMING]) == own
    assert answer(question, COMING) is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When does the Tide Board of Brill meet again?", "5 June 2024"),
        ("When will the next meeting of the Tide Board of Brill be?", "5 June 2024"),
        ("When is the Tide Board of Brill meeting?", "5 June 2024"),
        ("When was the Tide Board of Brill meeting to be?", "5 June 2024"),
        ("Where will the Tide Board of Brill meet next?", "Ferry Hall"),
        ("Who was asked to report to the meeting of the Tide Board of Brill?", "Ada Moss"),
        ("Who reported to the Tide Board of Brill?", "Ada Moss"),
    ],
)
def test_what_is_to_be_is_answered_by_the_next(question: str, told: str) -> None:
    assert answer(question, COMING) == told


@pytest.mark.parametrize(
    "question",
    [
        "When did the Tide Board of Brill decide to meet next?",
        "When did the Tide Board of Brill agree to meet again?",
        "When was the following Tide Board of Brill meeting planned?",
        "What day was the Tide Board of Brill meeting moved to?",
    ],
)
def test_what_was_planned_may_be_the_next(question: str) -> None:
    assert "5 June 2024" in [match.answer for match in matches(read(question), index(COMING))]
