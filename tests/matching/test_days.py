"""A meeting of several days is asked for by any of them, and by no other."""

from __future__ import annotations

import datetime

import msgspec
import pytest
from quay_works import Line, record

from bot.dialog import reply
from bot.index import Index
from bot.index.entries import entries_of
from bot.matching.overruling import is_of_same_meeting
from bot.question.named_dates import Date, days_of_meeting
from bot.terminal import meetings
from facts.model import Meeting, Record

STRETCH = "29 June – 1 July"
SENTENCES = ["The Tidal Board of Brill met in Osmark from 29 June to 1 July 2020.", "Ada Moss chaired the meeting."]


def lines(day: str) -> list[Line]:
    return [
        (SENTENCES[0], "where", f"Where did the Tidal Board of Brill meet on {day} 2020?", "Osmark"),
        (SENTENCES[1], "who", f"Who chaired the Tidal Board of Brill meeting on {day} 2020?", "Ada Moss"),
    ]


def held(
    date: str, article: str = "2020-07-03-post", name: str = "Tidal Board of Brill", asked: str = "29 June"
) -> Record:
    return record(article, datetime.date(2020, 7, 3), Meeting(name, (), date, "Osmark"), SENTENCES, lines(asked))


LONG = held("2020-06-29/2020-07-01")


def answer(question: str, asked: str = STRETCH) -> str | None:
    said, _ = reply(question, Index([held("2020-06-29/2020-07-01", asked=asked)]))
    return said.answer.answer if said.answer else None


@pytest.mark.parametrize("asked", ["29 June", STRETCH])
@pytest.mark.parametrize("day", ["29 June", "30 June", "1 July", STRETCH, "29 June to 1 July"])
def test_any_day_of_a_meeting_finds_it(day: str, asked: str) -> None:
    assert answer(f"Who chaired the Tidal Board of Brill meeting on {day} 2020?", asked) == "Ada Moss"
    assert answer(f"Where did the Tidal Board of Brill meet on {day}?", asked) == "Osmark"


@pytest.mark.parametrize(("day", "listed"), [("30 June 2020", 1), ("28 June 2020", 0)])
def test_it_is_listed_by_any_of_its_days(day: str, listed: int) -> None:
    index = Index([LONG])
    assert len(meetings.named(day, meetings.meetings(index), index)[0]) == listed


@pytest.mark.parametrize("day", ["28 June", "2 July", "30 July", "28 June to 1 July"])
def test_another_day_does_not(day: str) -> None:
    assert answer(f"Who chaired the Tidal Board of Brill meeting on {day} 2020?") is None


def test_a_report_of_one_of_its_days_is_of_the_same_meeting() -> None:
    long, last, later, other = (
        entries_of(each).context
        for each in (LONG, held("2020-07-01"), held("2020-07-02"), held("2020-07-01", name="Ferry Club"))
    )
    assert is_of_same_meeting(long, last)
    assert not is_of_same_meeting(long, later)
    assert not is_of_same_meeting(long, other)


def test_only_the_ends_are_told_of_a_time_that_no_meeting_lasts() -> None:
    assert days_of_meeting("2020-01-01/2020-12-31") == (Date(2020, 1, 1), Date(2020, 12, 31))
    assert days_of_meeting("2020-07-03/2020-07-01") == (Date(2020, 7, 3), Date(2020, 7, 1))
    assert (days_of_meeting("2020-06"), days_of_meeting("soon")) == ((Date(2020, 6),), ())


def test_another_report_of_the_meeting_is_told_from_another_meeting() -> None:
    def others(date: str) -> list[bool]:
        told = held(date, "2020-07-04-wire")
        other = msgspec.structs.replace(
            told, facts=tuple(msgspec.structs.replace(each, answer="Bo Lusk") for each in told.facts)
        )
        said, _ = reply("Who chaired the Tidal Board of Brill meeting?", Index([LONG, other]))
        return [each.same_meeting for each in said.suggestions]

    assert others("2020-07-01") == [True]
    assert others("2020-08-01") == [False]
