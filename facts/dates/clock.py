"""Times of day as articles write them: "at 5:00 p.m.", "10:30 am BST", "noon"."""

from __future__ import annotations

import re

_HOUR = r"\b\d{1,2}"
_MINUTES = r"[:.]\d\d"
_WORDS = r"\bnoon\b|\bmidnight\b"
_HALF = r"(?:a\.m\.|p\.m\.|am|pm|noon|midnight)"
_ZONE = r"[A-Z]{3,4}\b"

_ANY = re.compile(rf"{_HOUR}{_MINUTES}\b|{_HOUR} ?[ap]\.?m\b|{_WORDS}|o'clock", re.IGNORECASE)
_WHOLE = re.compile(rf"{_HOUR}(?:{_MINUTES}(?:\s?{_HALF})?|\s?{_HALF})(?:\s{_ZONE})?|{_WORDS}")

IN_MINUTES = re.compile(
    rf"{_HOUR}(?:{_MINUTES})? ?(?:am|pm|a\.m\.?|p\.m\.?|hrs|h)\b|{_HOUR}{_MINUTES}\b|\bnoon\b", re.IGNORECASE
)
"""A time as an entry of minutes has it, behind "Time:" or a date."""


def tells_time(text: str) -> bool:
    """Whether a phrase has a time of day in it.

    >>> tells_time("at 3 pm on Monday"), tells_time("at 3 sites")
    (True, False)
    """
    return _ANY.search(text) is not None


def time_in(text: str) -> str | None:
    """The first time of day as a text has it, with its zone, or None.

    >>> time_in("on 3 May at 5:00 p.m."), time_in("at 10:30 BST"), time_in("on 3 May")
    ('5:00 p.m.', '10:30 BST', None)
    """
    found = _WHOLE.search(text)
    return found[0] if found else None
