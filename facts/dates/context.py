"""A text, its date and tense; and what they fill in where a day or month stands without its year."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Literal

from facts.dates import calendar as cal

Tense = Literal["past", "future"]


@dataclasses.dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides its match."""

    text: str
    anchor: datetime.date | None
    tense: Tense | None
    asked: bool

    def before(self, start: int) -> str:
        """The words before a place."""
        return self.text[max(0, start - 40) : start]

    def after(self, end: int) -> str:
        """The words after a place."""
        return self.text[end : end + 40]


_OTHER_YEAR = 150
"""Days that a date without a year may be farther off in the text's own year than in another."""


def nearest_day(
    context: Context, month: int, day: int, weekday: int | None = None, known: bool = False
) -> datetime.date | None:
    """The day of the year that is meant where the year is not said; `known`: of something that was told before."""
    anchor = context.anchor
    if anchor is None:
        return None
    leaps = weekday is not None or (month, day) == (2, 29)
    near = [cal.date(anchor.year + shift, month, day) for shift in (range(-8, 9) if leaps else (-1, 0, 1))]
    dates = [date for date in near if date and weekday in (None, date.weekday())]
    if context.tense:
        sign = -1 if context.tense == "past" else 1
        ahead = 1 if context.tense == "past" else 0  # a report may be dated by a zone where it was the day before
        dates = [date for date in dates if (date - anchor).days * sign >= -ahead]

    def farness(date: datetime.date) -> tuple[int, datetime.date]:
        others = (date.year != anchor.year) + (known and date > anchor)
        return abs((date - anchor).days) + _OTHER_YEAR * others, date

    best = min(dates, key=farness, default=None)
    return nearest_day(context, month, day) if best is None and weekday is not None else best


def nearest_month(context: Context, month: int) -> str | None:
    """The month that is meant where the year is not said."""
    day = nearest_day(dataclasses.replace(context, tense=None), month, 15)
    if context.anchor is None or day is None:
        return None
    years = range(context.anchor.year - 1, context.anchor.year + 2) if context.tense else (day.year,)
    now = cal.iso_month(context.anchor.year, context.anchor.month) or ""
    months = [iso for year in years if (iso := cal.iso_month(year, month))]
    if context.tense == "past":
        return max((iso for iso in months if iso <= now), default=None)
    return min((iso for iso in months if iso >= now or not context.tense), default=None)
