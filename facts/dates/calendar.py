"""Calendar arithmetic on ISO forms: each gives None where the calendar has no such date."""

from __future__ import annotations

import datetime

Day = datetime.date


def date(year: int, month: int, day: int) -> Day | None:
    """The date, if there is one."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def plus(anchor: Day, days: int) -> Day | None:
    """The date so many days later."""
    try:
        return anchor + datetime.timedelta(days)
    except OverflowError:
        return None


def shifted(anchor: Day, months: int) -> tuple[int, int]:
    """Year and month so many months later."""
    index = anchor.year * 12 + anchor.month - 1 + months
    return index // 12, index % 12 + 1


def iso_day(day: Day | None) -> str | None:
    """The form "2020-06-30"."""
    return day.isoformat() if day else None


def iso_month(year: int, month: int) -> str | None:
    """The form "2020-06"."""
    return f"{year:04}-{month:02}" if 1 <= year <= 9999 and 1 <= month <= 12 else None


def iso_year(year: int) -> str | None:
    """The form "2020"."""
    return f"{year:04}" if 1 <= year <= 9999 else None


def iso_range(first: str | None, last: str | None) -> str | None:
    """The form "2020-06-29/2020-07-02"; None unless the first is before the last."""
    return f"{first}/{last}" if first and last and first < last else None


def iso_months(year: int, month: int, count: int) -> str | None:
    """The range of so many months from a month on."""
    index = year * 12 + month + count - 2
    return iso_range(iso_month(year, month), iso_month(index // 12, index % 12 + 1))


def iso_week(anchor: Day, weeks: int, days: tuple[int, int] = (0, 6)) -> str | None:
    """The range of days (0 is Monday) in the week so many weeks after the anchor's own."""
    monday = 7 * weeks - anchor.weekday()
    return iso_range(iso_day(plus(anchor, monday + days[0])), iso_day(plus(anchor, monday + days[1])))
