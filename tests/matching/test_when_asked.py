"""A stretch of days is told by the day that is asked for, and a part of a year as what it is."""

from __future__ import annotations

import datetime

import pytest

from bot.matching.answers import dated
from bot.question import read

PUBLISHED = datetime.date(2023, 3, 4)


def told(question: str, marked: str) -> str | None:
    begin, end = marked.index("<"), marked.index(">") - 1
    return dated(marked.replace("<", "").replace(">", ""), begin, end, PUBLISHED, "", read(question))


@pytest.mark.parametrize(
    ("question", "marked", "answer"),
    [
        ("When does the boat fair start?", "The boat fair runs <from 12 to 14 May>.", "12 May 2023"),
        ("When did the strike begin?", "The strike lasted <from 2 to 9 January>.", "2 January 2023"),
        ("When did the strike end?", "The strike lasted <from 2 to 9 January>.", "9 January 2023"),
        ("When will the course end in Tarn?", "The course will be held <from June to August>.", "August 2023"),
        # All of it is asked for, or only within what time a day will be.
        ("When is the boat fair?", "The boat fair runs <from 12 to 14 May>.", "12–14 May 2023"),
        ("When will the works begin?", "The works will begin <between 12 and 14 May>.", "12–14 May 2023"),
        ("When will the works begin?", "The works will begin <next summer>.", "summer 2023"),
        # No stretch.
        ("When did the strike end?", "The strike began on 2 January and ended <on 9 January>.", "9 January 2023"),
    ],
)
def test_the_first_or_the_last_day_is_told_where_it_is_asked_for(question: str, marked: str, answer: str) -> None:
    assert told(question, marked) == answer


@pytest.mark.parametrize(
    ("marked", "answer"),
    [
        ("A new lock opens <later this year>.", "later in 2023"),
        ("A new lock will open <early next year>.", "early 2024"),
        ("A new lock opened <in late 2022>.", "late 2022"),
        ("A new lock will open <at the end of this month>.", "the end of March 2023"),
        ("A new lock opened <last year>.", "2022"),
        ("A new lock opened late <on 2 January>.", "2 January 2023"),
    ],
)
def test_a_part_of_a_year_is_not_told_as_all_of_it(marked: str, answer: str) -> None:
    assert told("When does the new lock open?", marked) == answer


@pytest.mark.parametrize(
    ("marked", "answer"),
    [
        ("The new lock opens in <spring 2026>.", "spring 2026"),
        ("The new lock was built in <the summer of 2019>.", "the summer of 2019"),
        ("The new lock failed <last winter>.", "winter 2022/23"),
        ("The new lock was mended <last autumn>.", "autumn 2022"),
        ("The new lock opens at Easter <2026>.", "Easter 2026"),
        ("The new lock opens no later than Christmas <2026>.", "no later than Christmas 2026"),
    ],
)
def test_a_season_is_told_as_that_season(marked: str, answer: str) -> None:
    assert told("When is the new lock told of?", marked) == answer


@pytest.mark.parametrize(
    ("marked", "answer"),
    [
        ("The new lock should be ready by <autumn 2026>.", "by autumn 2026"),
        ("The port must pay no later than <9 May>.", "no later than 9 May 2023"),
        ("The port must pay by <the end of May>.", "by the end of May 2023"),
        ("The port must pay by <the end of 2024>.", "by the end of 2024"),
        # What is behind "by" is no time, or what is told is none by which something is to be.
        ("It will be run by Bo Lusk on <9 May>.", "9 May 2023"),
        ("It was opened by Ada Wren on <9 May>.", "9 May 2022"),
    ],
)
def test_a_deadline_stays_one(marked: str, answer: str) -> None:
    assert told("When must the port pay?", marked) == answer
