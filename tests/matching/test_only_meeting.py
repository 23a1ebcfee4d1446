"""“When was it?” is asked of the only meeting on record, where there is but one, and of none where there are more."""

from __future__ import annotations

import pytest
from stub_reader import StubReader, marks
from two_reports import POST, TERN, WIRE, record

from bot.dialog import reply
from bot.index import Index
from bot.matching.meetings import only_meeting
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.question.follow_up import is_bare
from bot.replies import Context
from facts.model import Meeting, Record

HELD = "The Tern Sound Fisheries Council met in Port Adair on 2 May 2024."
TOLD = record(
    "told",
    "2024-05-03",
    [
        ("When in May 2024 was the Tern Sound Fisheries Council meeting held?", "2 May 2024", HELD),
        ("Where was the Tern Sound Fisheries Council meeting on 2 May 2024 held?", "Port Adair", HELD),
    ],
)
OTHER = record("other", "2024-06-03", [], Meeting("Skerry Lights Board", (), "2024-06-02"), ["The lights were lit."])
NO_MEETING = record("none", "2024-06-03", [], None, ["The lights were lit."])


def said(question: str, *records: Record) -> str | None:
    stub = StubReader(marks({HELD: "Port Adair" if "where" in question else "2 May 2024"}))
    answer = reply(question, Index(records), Context(), SentenceReader(lambda: stub))[0].answer
    return None if answer is None else answer.answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When did the meeting take place?", "2 May 2024"),
        ("when was it?", "2 May 2024"),
        ("when did they meet?", "2 May 2024"),
        ("where was the meeting held?", "Port Adair"),
    ],
)
def test_a_bare_question_is_asked_of_the_only_meeting(question: str, answer: str) -> None:
    assert said(question, TOLD) == answer
    assert said(question, TOLD, POST, WIRE) == answer


@pytest.mark.parametrize("other", [OTHER, NO_MEETING])
def test_of_two_meetings_none_is_meant(other: Record) -> None:
    assert said("when was it?", TOLD, other) is None
    assert only_meeting(Index([TOLD, other])) is None
    assert only_meeting(Index([])) is None


def test_what_is_asked_of_something_else_is_not_asked_of_the_meeting() -> None:
    assert said("when are you back?", TOLD) is None
    assert said("when was the ferry?", TOLD) is None
    for question in ("who else?", "why?", "and Tarn?", "when was the ferry?", "where are you?"):
        assert not is_bare(read(question))


def test_several_reports_are_of_one_meeting() -> None:
    assert only_meeting(Index([POST, WIRE])) == TERN
