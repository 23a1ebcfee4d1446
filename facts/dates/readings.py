"""What a rule of dates produces, and how its words are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from facts.dates import words
from facts.dates.context import Context
from facts.expressions import expression
from facts.months import MONTH_NUMBERS


class Reading(NamedTuple):
    """What a match means: a date in its ISO form, and whether the phrase is vague about it."""

    iso: str
    approximate: bool = False


NO_DATE = Reading("")
"""What a whole phrase means that contradicts itself: no date, and none of its parts is one."""

Rule = Callable[["re.Match[str]", Context], Reading | None]
"""What makes a date of a match, or None where it is no date."""

EDGE = (
    r"(?:\b(?:early|late|later|earlier)(?:\s(?:in|on))?\s(?:the\s)?|\bmid(?:-|–|\s)"
    r"|\b(?:the\s)?(?:end|close|start|beginning|middle)\sof\s(?:the\s(?:year\s)?)?)$"
)
"""What stands before a date and makes it vague."""


MOVED = expression(r"\b(?:changed?|delayed?|moved?|postponed?|rescheduled?|shift(?:ed)?)\b.{0,25}$", re.IGNORECASE)
"""What stands before two dates that are no range: something moves from one to the other."""


def reading(iso: str | None, approximate: bool = False) -> Reading | None:
    """A reading of a date, if there is one."""
    return Reading(iso, approximate) if iso else None


def month_of(name: str) -> int:
    """The number of a month's name."""
    return MONTH_NUMBERS[name.lower().rstrip(".")]


def day_of(written: str) -> int:
    """The day of "3rd"."""
    return int(re.sub(r"\D", "", written))


def weekday_of(name: str) -> int:
    """The number of a weekday's name; Monday is 0."""
    return words.WEEKDAYS[name[:3].lower()]


def shift_of(qualifier: str) -> int:
    """How many units "last" or "this coming" moves."""
    return words.SHIFTS[qualifier.lower().split()[-1]]


def number_of(written: str) -> int:
    """The number of "3" or "three"."""
    return int(written) if written.isdecimal() else words.NUMBERS[written.lower()]


def year_of(written: str, context: Context) -> int | None:
    """The year of "2020" or "last year"."""
    if written[0].isdecimal():
        return int(written)
    shift = shift_of(written.lower().removesuffix("year"))
    return context.anchor.year + shift if context.anchor else None
