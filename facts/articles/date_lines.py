"""Lines that name a day, as they stand above articles: "Posted on 3 October 2024", "Date: 4 May 2021, 18:00"."""

from __future__ import annotations

import datetime
import re

from facts.line_marks import MEETING_DATE
from facts.months import MONTH_NUMBERS
from facts.parse.words import BODY_NOUNS, MEETING_NOUNS

DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
MONTH = rf"({'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"
CALENDAR_DAY = (
    rf"(?:(?P<dmy>{DAY}\s+(?:of\s+)?{MONTH},?\s+(\d{{4}}))"
    rf"|(?P<mdy>{MONTH}\s+{DAY},?\s+(\d{{4}}))"
    r"|(?P<iso>(\d{4})[-/](\d\d)[-/](\d\d))"
    r"|(?P<dots>(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})))"
)
"""A day of the calendar in words, with the year first, or as 3.10.2024; 10/3/2024 may be another day elsewhere."""

WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?,?\s+"
_BETWEEN = r"(?:\s*[|•·;,–—-]\s*|\s+(?:on\s+|at\s+)?|\s*,\s*(?:on\s+|at\s+)?)"
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:[a-z]{2,5}|[+-]\d{4})\)?)?"
_UPDATED = (
    r"(?:(?:this\s+)?(?:article|page|site)\s+(?:was\s+)?)?(?:last\s+)?"
    r"(?:amended|changed|edited|modified|reviewed|revised|updated)"
)
_PUBLISHED = (
    r"(?:first\s+|date\s+)?(?:published|posted|issued|released)(?:\s+online)?"
    r"|(?:(?:strictly\s+)?under\s+)?embargo(?:ed)?(?:\s+(?:until|till))?|for\s+(?:publication|release)"
    rf"|(?:publication|release|issue)\s+date|date\s+of\s+(?:publication|release|issue)|{_UPDATED}"
)
_BY = r"by\s[^|•·\d]{1,60}?"
_DATE_LINE = re.compile(
    rf"(?:(?P<label>{_PUBLISHED})(?:\s+(?:on|at))?:?\s+|date:?\s+)?(?:{_BY}{_BETWEEN})?(?(label)(?:{_CLOCK}{_BETWEEN})?)"
    rf"(?:{WEEKDAY})?{CALENDAR_DAY}"
    rf"(?(label)(?:{_BETWEEN}{_CLOCK})?)(?:{_BETWEEN}{_BY})?(?(label)(?:{_BETWEEN}{_UPDATED}\b.{{1,60}})?)\.?",
    re.IGNORECASE,
)
"""A line that says no more than a day and who wrote the text; of publication also the time, and when it was updated.

The time of day beside another day stays text: in minutes it is that of the meeting.
"""
PUBLISHED_LINE = re.compile(rf"(?:{_PUBLISHED})\b", re.IGNORECASE)
"""How a line begins that says when a text was published or changed."""
UPDATED_LINE = re.compile(rf"{_UPDATED}\b", re.IGNORECASE)
"""How a line begins that says when a text was changed."""
_DATE_LABEL = re.compile(rf"[*_]*{MEETING_DATE}:[*_]*\s+(?:{WEEKDAY})?(?P<day>{CALENDAR_DAY})(?!\w)", re.IGNORECASE)
_KIND = r"(?:(?:approved|call|confirmed|draft|final|meeting|unconfirmed)\s+)*(?:minutes|notes)"
_MEETING = r"(?:meeting|session|sitting)"
_OWNER = r"(?-i:[A-Z][\w.’'&-]*(?:\s(?:(?:and|for|of|the|&)\s){0,2}[A-Z][\w.’'&-]*)*)"
_HELD = r"(?:held|convened)\s+(?:(?:at|in)\s[^\n]{1,60}?\s(?=on\s))?"
_BEFORE_DAY = rf"\s*[,:(–—-]?\s*\(?(?:{_HELD})?(?:(?:on|of|for|from)\s+)?(?:the\s+)?(?:{WEEKDAY})?"
_AFTER_DAY = r"\)?(?:(?:,\s*|\s+at\s+|\s+in\s+|\s+\().*)?"
_MINUTES_OF_DAY = re.compile(
    rf"(?:(?:[^:\n]+:\s+)?{_KIND}\s+(?:of|from)\s+[^:,\n]*?(?:\b{_MEETING}(?:\s+of\s+(?:the\s+)?{_OWNER})?|(?=,\s|\s[(–—-]))"
    rf"|(?:{_OWNER}:\s+)?(?:{_OWNER}[\s:,–—-]+)??{_KIND}|{_KIND}(?::|\s[–—-])\s{_OWNER}|{_OWNER}\s(?:call|meeting)(?=\s\d{{4}}-))"
    rf"{_BEFORE_DAY}{CALENDAR_DAY}{_AFTER_DAY}",
    re.IGNORECASE,
)
"""Titles such as "Lunn Council: minutes of its meeting on 3 June 2024", "Board minutes, 3 June 2024",
"Call notes - Kelp TSC - 2024-06-03" and "Kelp TSC call 2024-06-03"."""
_OF_ANOTHER_DAY = re.compile(
    r"\b(?:after|ahead|adopts?|approv(?:al|es?)|before|following|last|next|previous|since)\b", re.IGNORECASE
)
"""What a title has where its day may be another than that of its own meeting."""
_DAY_FIRST = re.compile(
    rf"(?:{WEEKDAY})?(?P<day>{CALENDAR_DAY})(?:(?:,|\s+(?:at|from|in)\b|\s*[|@·–—-])\s*\S.*)?",
    re.IGNORECASE,
)
_TIMED = re.compile(rf"(?:{WEEKDAY})?{CALENDAR_DAY}{_BETWEEN}{_CLOCK}\.?", re.IGNORECASE)
_DAY_OF_MEETING = re.compile(
    rf"[^,:]{{1,80}}\b(?:{'|'.join(sorted(MEETING_NOUNS - BODY_NOUNS))}|round[ -]table),\s+(?:{WEEKDAY})?{CALENDAR_DAY}"
    r"(?:,\s.*)?",
    re.IGNORECASE,
)
"""Titles such as "Ports round table, 5 June 2024, Mill Hall"."""
_LONGEST = 200
"""Longest line, in code points, that is looked at."""


def date_of_line(line: str) -> datetime.date | None:
    """Return the day that a line names if it names a day and nothing else.

    >>> date_of_line("Thursday, August 8, 2019")
    datetime.date(2019, 8, 8)
    >>> date_of_line("On 8 August 2019 they met") is None
    True
    """
    match = _DATE_LINE.fullmatch(line.strip(" \t\n*_")) if len(line) <= _LONGEST else None
    return day_named(match) if match is not None else None


def day_with_hour(line: str) -> datetime.date | None:
    """Return the day of a line that names a day and an hour: when a text was published, or when a meeting began.

    >>> day_with_hour("Thursday, 8 August 2019, 14:30")
    datetime.date(2019, 8, 8)
    """
    match = _TIMED.fullmatch(line.strip(" \t\n*_")) if len(line) <= _LONGEST else None
    return day_named(match) if match is not None else None


def day_at_start(line: str) -> tuple[datetime.date, str] | None:
    """The day with which a line begins, and how it is written, where hour and place may stand behind it.

    >>> day_at_start("Tuesday 5 November 2024, 14:00, Pilot House")
    (datetime.date(2024, 11, 5), '5 November 2024')
    """
    match = _DAY_FIRST.fullmatch(line.strip(" \t\n*_")) if len(line) <= _LONGEST else None
    day = day_named(match) if match is not None else None
    return (day, match["day"]) if match is not None and day is not None else None


def day_named(match: re.Match[str]) -> datetime.date | None:
    """The day that a match of `CALENDAR_DAY` names."""
    found = [group for name in ("dmy", "mdy", "iso", "dots") for group in _parts_of(match, name)]
    if match["iso"]:
        year, month, day = (int(part) for part in found)
    elif match["dots"]:
        day, month, year = (int(part) for part in found)
    elif match["dmy"]:
        year, month, day = int(found[2]), MONTH_NUMBERS[found[1].lower()], int(found[0])
    else:
        year, month, day = int(found[2]), MONTH_NUMBERS[found[0].lower()], int(found[1])
    return day_of(year, month, day)


def _parts_of(match: re.Match[str], name: str) -> tuple[str, ...]:
    """The three groups behind a named one that matched."""
    first = match.re.groupindex[name] + 1
    return match.group(first, first + 1, first + 2) if match[name] else ()


def labelled_date(text: str, span: tuple[int, int]) -> datetime.date | None:
    """Return the day of a line of minutes such as "Date: 4 May 2021, 18:00" or "Held on: 4 May 2021"."""
    match = _DATE_LABEL.match(text, *span)
    return date_of_line(match["day"]) if match else None


def day_of_minutes(title: str | None) -> datetime.date | None:
    """The day of the meeting that a title of minutes names, and of no other thing.

    >>> day_of_minutes("Lunn Parish Council: minutes of the meeting of 3 June 2024")
    datetime.date(2024, 6, 3)
    >>> day_of_minutes("Board minutes on the flood of 3 June 2024") is None
    True
    """
    title = (title or "").strip()
    match = _MINUTES_OF_DAY.fullmatch(title) if len(title) <= _LONGEST else None
    return day_named(match) if match is not None and not _OF_ANOTHER_DAY.search(title) else None


def day_of_title(title: str | None) -> datetime.date | None:
    """The day that a title names as that of its minutes or of its meeting.

    >>> day_of_title("Ports round table, 5 June 2024, Mill Hall, Lunn")
    datetime.date(2024, 6, 5)
    """
    title = (title or "").strip()
    match = _DAY_OF_MEETING.fullmatch(title) if len(title) <= _LONGEST else None
    named = day_named(match) if match is not None and not _OF_ANOTHER_DAY.search(title) else None
    return day_of_minutes(title) or named


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """A day of the calendar, None for one that there is not."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
