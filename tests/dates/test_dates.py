from __future__ import annotations

import calendar
import dataclasses
import datetime
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from facts.dates import When, find, readable

CORPUS = yaml.load((Path(__file__).parents[1] / "corpus" / "dates.yaml").read_text("utf-8"), yaml.BaseLoader)
Tense = Literal["past", "future"]
TENSES: tuple[Tense | None, ...] = (None, "past", "future")
TUESDAY = datetime.date(2020, 6, 30)
dates = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))


@dataclasses.dataclass(frozen=True)
class Example:
    text: str
    isos: tuple[str, ...]
    anchor: datetime.date | None
    tense: Tense | None
    asked: bool


def examples() -> Iterator[Example]:
    for block in CORPUS:
        anchor = datetime.date.fromisoformat(block["anchor"]) if "anchor" in block else None
        listed: list[tuple[tuple[str, ...], str]]
        listed = [((iso,), text) for iso, texts in block["gives"].items() for text in texts]
        listed += [((), text) for text in block.get("nothing", ())]
        for isos, text in listed:
            yield Example(text, isos, anchor, block.get("tense"), block.get("asked") == "true")


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: f"{example.text} ({example.tense})")
def test_phrase_gives_its_date_or_nothing(example: Example) -> None:
    found = find(example.text, example.anchor, example.tense, asked=example.asked)
    assert tuple(when.iso for when in found) == example.isos


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("on 3 and 5 June", ["2020-06-03", "2020-06-05"]),
        ("on June 3 and 5.", ["2020-06-03", "2020-06-05"]),
        ("on 3, 7 and 9 June 2019", ["2019-06-03", "2019-06-07", "2019-06-09"]),
        ("from 3 to 5 and on 9 June", ["2020-06-03/2020-06-05", "2020-06-09"]),
        ("on Monday 1 and Wednesday 3 June", ["2020-06-01", "2020-06-03"]),
        ("by 7 votes to 2 and 5 June was named", ["2020-06-05"]),
        ("on 9 and 5 June", ["2020-06-05"]),
    ],
)
def test_days_that_are_no_stretch_are_days_each(text: str, isos: list[str]) -> None:
    assert [when.iso for when in find(text, TUESDAY)] == isos


def test_day_and_time_are_one() -> None:
    for text in ("May 4 at 5:00 p.m.", "Today at 10:30 BST (0930 UTC)", "10:30 a.m. on 4 May", "Sunday, 17:00 GMT"):
        (when,) = find(f"It met {text}, they said.", TUESDAY)
        assert when.text == text
        assert when.precision == "day"
        assert when.time in ("17:00", "10:30")


def test_phrase_stands_at_its_span() -> None:
    text = "The panel sat from Monday to Wednesday last week, then on June 30 and in early July, he said in 2021."
    assert [when.text for when in find(text, TUESDAY)] == [
        "from Monday to Wednesday last week",
        "June 30",
        "early July",
        "2021",
    ]


def test_what_is_moved_from_a_day_to_another_is_no_range() -> None:
    assert [when.iso for when in find("It was moved from 3 June to 5 June 2020.", TUESDAY)] == [
        "2020-06-03",
        "2020-06-05",
    ]


def test_vague_phrases_are_approximate() -> None:
    assert all(
        find(text, TUESDAY)[0].approximate for text in ("mid-July", "end of June", "early 2019", "three months ago")
    )
    assert not any(
        find(text, TUESDAY)[0].approximate for text in ("late Sunday", "June 2020", "two days ago", "in 2019")
    )


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2020-06-30", "30 June 2020"),
        ("2020-06", "June 2020"),
        ("2020", "2020"),
        ("2020-06-29/2020-07-02", "29 June – 2 July 2020"),
        ("2020-07-03/2020-07-05", "3–5 July 2020"),
        ("2019-12-30/2020-01-02", "30 December 2019 – 2 January 2020"),
        ("2024-07/2024-09", "July – September 2024"),
        ("2010/2015", "2010–2015"),
        ("--06-30", "30 June"),
        ("--06", "June"),
        ("T17:00", "17:00"),
    ],
)
def test_readable(iso: str, text: str) -> None:
    assert readable(iso) == text


@given(
    dates,
    st.sampled_from(["{d} {M} {y}", "{M} {d}, {y}", "{d} {m} {y}", "{m}. {d}, {y}", "{iso}", "{w}, {M} {d}, {y}"]),
)
def test_full_date_is_found_in_any_format(date: datetime.date, pattern: str) -> None:
    month = calendar.month_name[date.month]
    text = pattern.format(
        d=date.day, M=month, m=month[:3], y=date.year, iso=date.isoformat(), w=calendar.day_name[date.weekday()]
    )
    (when,) = find(f"The board met on {text}, it said.", None)
    assert (when.iso, when.text, when.precision) == (date.isoformat(), text, "day")


@given(dates)
def test_what_is_readable_is_read_back(date: datetime.date) -> None:
    assert [when.iso for when in find(readable(date.isoformat()), None)] == [date.isoformat()]
    assert [when.iso for when in find(readable(date.isoformat()[:7]), None)] == [date.isoformat()[:7]]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 11, 1)), st.integers(1, 60))
def test_readable_range_is_read_back(first: datetime.date, days: int) -> None:
    iso = f"{first.isoformat()}/{(first + datetime.timedelta(days)).isoformat()}"
    assert [when.iso for when in find(readable(iso), None)] == [iso]


@given(dates, dates.filter(lambda date: (date.month, date.day) != (2, 29)))
def test_day_without_year_is_of_the_same_year_or_near(anchor: datetime.date, date: datetime.date) -> None:
    (when,) = find(f"It met on {date.day} {calendar.month_name[date.month]}.", anchor)
    found = datetime.date.fromisoformat(when.iso)
    assert found.year == anchor.year or abs(found - anchor) <= datetime.timedelta((366 - 150) / 2)


@given(dates, st.integers(1, 12), st.sampled_from(TENSES))
def test_day_and_month_follow_the_tense(anchor: datetime.date, month: int, tense: Tense | None) -> None:
    for text in (f"on {calendar.month_name[month]} 8", f"in {calendar.month_name[month]}"):
        (when,) = find(text, anchor, tense)
        latest = anchor + datetime.timedelta(days=tense == "past")
        now = latest.isoformat()[: len(when.iso)]
        assert tense is None or (when.iso <= now if tense == "past" else when.iso >= now)


WORDS = "in on the last next this from May 3 5 2020 - – to June week of year Sunday ago two 31 Q4 10:30 pm end , ."


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS.split())).map(" ".join)),
    st.one_of(st.none(), st.dates()),
    st.sampled_from(TENSES),
    st.booleans(),
)
def test_any_text_is_read_without_error(
    text: str, anchor: datetime.date | None, tense: Tense | None, asked: bool
) -> None:
    whens: tuple[When, ...] = find(text, anchor, tense, asked=asked)
    end = 0
    for when in whens:
        assert when.span[0] >= end
        assert text[slice(*when.span)] == when.text
        assert readable(when.iso)
        end = when.span[1]


def test_import_is_light() -> None:
    code = "import sys, facts.dates; print([name for name in ('dateparser', 'spacy', 'yaml') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_past_day_right_behind_the_report_is_of_the_same_year() -> None:
    written = datetime.date(2024, 8, 28)
    found = [find(text, written, "past")[0].iso for text in ("on August 29", "on August 30", "on August 28")]
    assert found == ["2024-08-29", "2023-08-30", "2024-08-28"]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("The guild met on 3, 4 and 5 June 2024.", ["2024-06-03/2024-06-05"]),
        ("The guild met on June 3, 4, 5, and 6, 2024.", ["2024-06-03/2024-06-06"]),
        ("Date: 3, 4 and 5 June 2024", ["2024-06-03/2024-06-05"]),
        ("The guild met on 3, 4 and 6 June 2024.", ["2024-06-03", "2024-06-04", "2024-06-06"]),
        ("The guild met in rooms 1, 3 and on 6 June 2024.", ["2024-06-06"]),
        ("Items 7, 8 and 30 were dealt with in June 2024.", ["2024-06"]),
    ],
)
def test_days_that_follow_each_other_are_a_range_however_many_are_listed(text: str, isos: list[str]) -> None:
    assert [when.iso for when in find(text, datetime.date(2024, 6, 7))] == isos
