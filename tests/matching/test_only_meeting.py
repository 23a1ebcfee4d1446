"""“When was it?” is asked of the only meeting on record, where there is but one, and of none where there are more."""

from __future__ import annotations

import pytest
from stub_reader import StubReader, marks
from two_reports import POST, TERN, WIRE, record

from bot.dialog import plain_reply, reply
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


NET = "The net makers met in Brill on 9 June 2024."
MAKERS = record(
    "makers",
    "2024-06-10",
    [
        ("When was the meeting of net makers held?", "9 June 2024", NET),
        ("Where was the meeting of net makers held?", "Brill", NET),
        ("Where did they meet?", "Brill", NET),
    ],
    Meeting("meeting of net makers", (), "2024-06-09", "Brill"),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("where did they meet?", ["Brill", "Port Adair"]),
        ("where was it?", ["Brill", "Port Adair"]),
        ("when was the meeting?", ["9 June 2024", "2 May 2024"]),
    ],
)
def test_what_several_meetings_may_be_asked_is_offered_of_each_the_newest_first(question: str, told: list[str]) -> None:
    index, stub = Index([TOLD, POST, MAKERS]), StubReader(marks({HELD: "Port Adair", NET: "Brill"}))
    shown = reply(question, index, Context(), SentenceReader(lambda: stub))[0]
    assert shown.answer is None
    assert [each.answer for each in shown.suggestions] == told
    assert plain_reply(read(question), index, Context()) is None


def test_a_day_or_a_name_says_which_meeting_is_meant() -> None:
    assert said("Where was the meeting on 2 May 2024 held?", TOLD, MAKERS) == "Port Adair"
    assert said("Where did the Tern Sound Fisheries Council meet?", TOLD, MAKERS) == "Port Adair"


def test_what_is_asked_of_something_else_is_not_asked_of_the_meeting() -> None:
    assert said("when are you back?", TOLD) is None
    assert said("when was the ferry?", TOLD) is None
    for question in ("who else?", "why?", "and Tarn?", "when was the ferry?", "where are you?"):
        assert not is_bare(read(question))


def test_several_reports_are_of_one_meeting() -> None:
    assert only_meeting(Index([POST, WIRE])) == TERN
