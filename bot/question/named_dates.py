"""Dates that a text names, with the precision that it gives: "June 30", "July 2022", "2021", "2020-06-30".

Only absolute dates are read here: the base has resolved the relative ones, and a question's "today" is not a fact.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import re
from collections.abc import Sequence

import msgspec

from bot.question import lexicon
from bot.question.tokens import Token, stem, surface_at
from bot.question.words import MEETING_NOUNS
from facts.expressions import expression
from facts.months import MONTH_NUMBERS, MONTHS

_ALSO_WORDS = frozenset({"jan", "mar", "march", "may", "sep"})
_BEFORE_MONTH = frozenset("in of on last next this since by until early late mid during from for and the".split())
_UP_TO = frozenset({"and", "through", "till", "to", "until"})
"""Words between the first and the last day of several."""
LONGEST = datetime.timedelta(days=31)
"""How long a meeting may be whose days are all told."""
_MEETING = frozenset(map(stem, MEETING_NOUNS))
"""What is held on a day that stands before its name: "the 9 May Forum"."""
_ISO = expression(r"\b((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?\b")


class Date(msgspec.Struct, array_like=True, frozen=True, order=True):
    """A date as far as it is said; None for a part that is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def agrees(self, other: Date) -> bool:
        """Whether the other says nothing against this one, and they have a part in common.

        >>> Date(2020, 6).agrees(Date(2020, 6, 30)), Date(2020, 6, 30).agrees(Date(None, 7, 7))
        (True, False)
        """
        pairs = [(a, b) for a, b in zip(_parts(self), _parts(other), strict=True) if a is not None and b is not None]
        return bool(pairs) and all(a == b for a, b in pairs)

    def covered_by(self, other: Date) -> bool:
        """Whether the other agrees and says the month where this one does: "2025" does not stand for "January 2025".

        >>> Date(2025, 1).covered_by(Date(2025)), Date(2025).covered_by(Date(2025, 1, 7))
        (False, True)
        """
        return self.agrees(other) and (self.month is None or other.month is not None)


def _parts(date: Date) -> tuple[int | None, int | None, int | None]:
    return date.year, date.month, date.day


def iso_dates(text: str) -> tuple[Date, ...]:
    """Dates written as YYYY-MM-DD or YYYY-MM (also as a range), and a bare year if it is the whole text.

    >>> iso_dates("2020-06-29/2020-06-30")
    (Date(year=2020, month=6, day=29), Date(year=2020, month=6, day=30))
    """
    found = tuple(Date(int(y), int(m), int(d) if d else None) for y, m, d in _ISO.findall(text))
    return found or ((Date(int(text)),) if re.fullmatch(r"(?:19|20)\d\d", text) else ())


@functools.lru_cache(maxsize=4096)
def days_of_meeting(iso: str) -> tuple[Date, ...]:
    """The dates in an ISO date of a meeting; of one of several days all of them.

    >>> [date.day for date in days_of_meeting("2020-06-29/2020-07-01")], days_of_meeting("2020-06")
    ([29, 30, 1], (Date(year=2020, month=6, day=None),))
    """
    first, _, last = iso.partition("/")
    try:
        begin, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    except ValueError:
        return iso_dates(iso)
    if not begin <= end <= begin + LONGEST:
        return iso_dates(iso)
    days = (begin + datetime.timedelta(days=n) for n in range((end - begin).days + 1))
    return tuple(Date(day.year, day.month, day.day) for day in days)


def spelled_out(text: str) -> str:
    """The text with its ISO dates in words, so that one reader sees them all.

    >>> spelled_out("held on 2020-06-30?")
    'held on 30 June 2020?'
    """

    def words(match: re.Match[str]) -> str:
        year, month, day = match.groups()
        if not 1 <= int(month) <= 12:
            return match[0]
        return " ".join(filter(None, (str(int(day)) if day else "", MONTHS[int(month) - 1].title(), year)))

    return _ISO.sub(words, text)


def named(words: Sequence[Token]) -> tuple[tuple[Date, ...], frozenset[int]]:
    """The dates in a row of tokens, and the places of the tokens that name them. A day that is part of a name ("the
    Committee on the 9 May Treaty") is none."""
    found: list[Date] = []
    used: set[int] = set()
    for at, word in enumerate(words):
        month = MONTH_NUMBERS.get(word.surface)
        if month is None:
            continue
        before, after = surface_at(words, at - 1), surface_at(words, at + 1)
        days_at = _day_places(words, at)
        year_at = next((i for i in (max(at, *days_at, 0) + 1, at + 1) if _year(surface_at(words, i))), -1)
        sure = word.surface not in _ALSO_WORDS or (at > 0 and word.capital and word.surface in MONTHS)
        if not (sure or days_at or year_at >= 0 or before in _BEFORE_MONTH or not after):
            continue
        if days_at and year_at < 0 and _is_in_name(words, min(at, *days_at), max(at, *days_at)):
            continue
        year = _year(surface_at(words, year_at))
        found += [Date(year, month, _day(words, place)) for place in days_at] or [Date(year, month)]
        used |= {i for i in (at, *days_at, year_at) if i >= 0}
    for at, word in enumerate(words):
        if at not in used and (year := _year(word.surface)):
            found.append(Date(year))
            used.add(at)
    return tuple(found), frozenset(used)


def _is_in_name(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a day and its month, from a first to a last place, are part of the name of what is no meeting: "the 9 May
    Treaty", and not "the 9 May Forum" nor "the 9 May Lock Board session"."""
    if not first or words[first - 1].surface != "the" or not any(word.capital for word in words[first : last + 1]):
        return False
    name = list(itertools.takewhile(lambda word: word.capital, words[last + 1 :]))
    behind = words[last + 1 + len(name) :][:1]
    ordinary = bool(name) and lexicon.is_word(name[-1].surface)
    return ordinary and not any(word.term in _MEETING for word in (*name, *behind))


def _day_places(words: Sequence[Token], month_at: int) -> tuple[int, ...]:
    """Where the day beside a month stands, or the first and last of several ("9 to 11 October", "October 9 and 10")."""
    before = month_at - 1 if surface_at(words, month_at - 1) != "of" else month_at - 2
    places = [(month_at + 1, 1), (before, -1)]
    if surface_at(words, month_at + 2) in MONTH_NUMBERS and _day(words, before):  # "29 June to 2 July"
        places.reverse()
    for place, step in places:
        if _day(words, place) is not None:
            other = place + step * (2 if surface_at(words, place + step) in _UP_TO else 1)
            ends = sorted((place, other))
            first, last = (_day(words, end) or 0 for end in ends)
            return tuple(ends) if 0 < first < last else (place,)
    return ()


def _day(words: Sequence[Token], place: int) -> int | None:
    """The day of a month that a token may be."""
    digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", surface_at(words, place))
    return int(digits[1]) if digits and 1 <= int(digits[1]) <= 31 else None


def _year(surface: str) -> int | None:
    return int(surface) if surface[:2] in ("19", "20") and re.fullmatch(r"\d{4}", surface) else None
