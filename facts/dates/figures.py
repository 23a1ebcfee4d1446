"""A day in figures alone that may be two: 06/05/2024 is the 6th of May to some and the 5th of June to others."""

from __future__ import annotations

import contextlib
import datetime

from facts.expressions import expression

_FIGURES = expression(r"(?P<a>\d{1,2})(?P<sep>[/-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})")


def days_in_figures(written: str) -> tuple[datetime.date, ...]:
    """The days that figures may mean, the day before the month first; none where they are no day, or a text.

    >>> [day.isoformat() for day in days_in_figures("06/05/2024")], days_in_figures("14/05/2024")
    (['2024-05-06', '2024-06-05'], (datetime.date(2024, 5, 14),))
    >>> days_in_figures("31/31/2024"), days_in_figures("6 May 2024"), len(days_in_figures("05/05/2024"))
    ((), (), 1)
    """
    match = _FIGURES.fullmatch(written.strip())
    if match is None:
        return ()
    year, first, second = int(match["y"]), int(match["a"]), int(match["b"])
    found: dict[datetime.date, None] = {}
    for day, month in ((first, second), (second, first)):
        with contextlib.suppress(ValueError):
            found[datetime.date(year, month, day)] = None
    return tuple(found)


def in_two_ways(written: str) -> str | None:
    """Why a day in figures cannot be read, and what to write instead; None for what is not of two days.

    >>> in_two_ways("06/05/2024")
    'may be 6 May or 5 June; write 2024-05-06 or 2024-06-05'
    """
    days = days_in_figures(written)
    if len(days) < 2:
        return None
    read = " or ".join(f"{day.day} {day:%B}" for day in days)
    return f"may be {read}; write {' or '.join(day.isoformat() for day in days)}"
