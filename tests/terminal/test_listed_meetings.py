"""`onrecord meetings` lists a meeting once, whatever its reports call it, and never two as one."""

from __future__ import annotations

import datetime

import msgspec
import pytest
from quay_works import Line, record

from bot.index import Index
from bot.terminal.meetings import MeetingOnRecord, lines, meetings
from facts.model import Meeting, Record

SENTENCE = "The ministers of the Lime Coast Initiative met in Velden."
THIRD = Meeting(
    "Third Ministerial Meeting of the Lime Coast Initiative",
    ("Third Ministerial Meeting of the LCI",),
    "2024-05-14",
    "Velden",
    series="Ministerial Meeting of the Lime Coast Initiative",
    number=3,
)
OTHERWISE = Meeting("Lime Coast Initiative ministerial meeting", (), "2024-05-14", "the Salt Hall", number=3)


def report(article: str, meeting: Meeting) -> Record:
    lines: list[Line] = [(SENTENCE, "where", f"Where was the {meeting.name} held?", "Velden")]
    return record(article, datetime.date(2024, 5, 15), meeting, [SENTENCE], lines)


def listed(*reports: Meeting) -> list[MeetingOnRecord]:
    return meetings(Index([report(f"2024-05-15-report-{n}", meeting) for n, meeting in enumerate(reports)]))


def test_reports_of_one_day_that_name_it_differently_are_of_one_meeting() -> None:
    (only,) = listed(THIRD, THIRD, OTHERWISE)
    assert (only.name, only.place, only.facts, len(only.articles)) == (THIRD.name, "Velden", 3, 3)


@pytest.mark.parametrize(
    ("date", "shown"),
    [("2024-05", "2024-05-14"), ("2024-05-14/2024-05-15", "2024-05-14/2024-05-15"), ("2024-05-13", "2024-05-14")],
    ids=["the month alone", "several days", "another day of one number"],
)
def test_reports_that_know_its_days_otherwise_are_of_one_meeting(date: str, shown: str) -> None:
    shorter = Meeting("Ministerial meeting", (THIRD.name,), date, "Velden", series="Ministerial meeting", number=3)
    (only,) = listed(THIRD, shorter)
    assert (only.name, only.date, len(only.articles)) == (THIRD.name, shown, 2)


@pytest.mark.parametrize(
    "other",
    [
        Meeting("Lime Coast Initiative ministerial meeting", (), "2024-05-15", "Velden"),
        Meeting("Fourth Ministerial Meeting of the Lime Coast Initiative", (), "2024-05-14", "Velden", number=4),
        Meeting("Third Ministerial Meeting of the Lime Coast Initiative", (), "2024-06", "Velden", number=3),
        Meeting("Ministerial Meeting of the Lime Coast Initiative", (), "2024-05", "Velden"),
        Meeting("Harbour Board of Velden", (), "2024-05-14", "Velden"),
        Meeting("Ministerial Meeting", (), "2024-05-14", "Velden"),
    ],
    ids=["another day", "another number", "another month", "a month alone", "another body", "a name that many have"],
)
def test_others_are_listed_apart(other: Meeting) -> None:
    assert len(listed(THIRD, other)) == 2


def test_an_article_without_a_meeting_is_not_listed_as_one() -> None:
    told = record("2024-05-15-call", datetime.date(2024, 5, 15), None, [SENTENCE], [])
    told = msgspec.structs.replace(told, article=msgspec.structs.replace(told.article, title="Wren receives Tam"))
    (only,) = meetings(Index([told]))
    assert not only.found
    assert list(lines([only])) == [
        "15 May 2024: no meeting found in “Wren receives Tam”",
        "  0 facts from 2024-05-15-call",
    ]
    assert listed(THIRD)[0].found


def test_what_follows_from_a_corrected_meeting_is_not_counted_as_a_fact_of_the_page() -> None:
    told = report("2024-05-15-report", THIRD)
    (only,) = meetings(Index([msgspec.structs.replace(told, told=(told.facts[0].id,))]))
    assert only.facts == 0
