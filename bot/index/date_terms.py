"""The terms under which dates are found: one for each set of parts (year, month, day) that another date may share."""

from __future__ import annotations

from collections.abc import Sequence

from bot.question.named_dates import Date


def date_terms(date: Date) -> list[str]:
    """The keys under which a date is found that is on record: one for each part of it that another may share.

    Two dates agree if the parts that both have are the same, and there are any (`Date.agrees`).
    """
    parts = (date.year, date.month, date.day)
    mask = sum(1 << bit for bit, part in enumerate(parts) if part is not None)
    return [f"@{mask}:" + _of_mask(parts, sub) for sub in range(1, 8) if sub & mask == sub]


def agreeing_terms(date: Date) -> list[str]:
    """The keys of which a date on record has one if it agrees with this one.

    >>> bool(set(agreeing_terms(Date(2020, 6))) & set(date_terms(Date(2020, 6, 30))))
    True
    >>> bool(set(agreeing_terms(Date(2020, 6))) & set(date_terms(Date(2021, 6, 30))))
    False
    """
    parts = (date.year, date.month, date.day)
    mask = sum(1 << bit for bit, part in enumerate(parts) if part is not None)
    return [f"@{other}:" + _of_mask(parts, other & mask) for other in range(1, 8) if other & mask]


def _of_mask(parts: Sequence[int | None], mask: int) -> str:
    return "-".join(str(part) if mask >> bit & 1 else "" for bit, part in enumerate(parts))
