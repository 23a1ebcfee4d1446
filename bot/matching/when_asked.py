"""A time as a question asks for it: of a fair from 12 to 14 May it begins on the 12th, what is to be "later this year"
is told as later in 2024 and not as 2024, a season as that season, and a deadline as what it is."""

from __future__ import annotations

import datetime
import re
from typing import Final

from bot.matching.dates_told import YEAR
from bot.question import Question
from bot.question.tokens import stem
from facts import dates
from facts.dates import When
from facts.expressions import expression

_BEGINS: Final = frozenset(map(stem, "begin start open commence".split()))
_ENDS: Final = frozenset(map(stem, "end finish close conclude".split()))
_IS_SHUT: Final = expression(r"\b(?:is|are|was|were|be|been|being)\b.*\bclosed\b", re.IGNORECASE)
"""By what it is asked how long something is closed, and not when it closes."""
_UNTIL_WHEN: Final = expression(r"\b(?:until|till) when\b|\b(?:is|are|was|were|be)\b.*\bover\W*$", re.IGNORECASE)
_SINCE_WHEN: Final = expression(r"\b(?:since|from) when\b", re.IGNORECASE)
_NOT_BEFORE: Final = expression(
    r"\b(?:not|never|no)\b[^,;.]{0,60}? before (?:the )?$|n[’']t\b[^,;.]{0,60}? before (?:the )?$"
)
_HAD: Final = expression(r"\bhad (?:(?:not|also|already|been) )?[\w’'-]+(?: [\w’'-]+){0,9} (?:on )?(?:the )?$")
_WITHIN: Final = expression(r"\b(?:between|some ?time|at some point)\b")
"""What makes a stretch of days one within which something begins, and not one that it lasts."""
_BETWEEN_DAYS: Final = expression(r"(?:from |between )?\d")
_BETWEEN_MONTHS: Final = expression(r"(?:from |between )?[A-Z]")
"""How a stretch is told by its first and last day or month, and not as "this week" or "next summer"."""
_PART: Final = expression(
    r"(?:(?P<side>earlier|later) |(?P<near>early |late |mid-?|the (?:beginning|start|middle|end) of ))(?=\S)"
)
"""What part of a month or a year is told."""
_SEASON: Final = expression(r"\b(?:spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_FEAST: Final = expression(
    r"\b(?:Advent|Christmas|Diwali|Easter|Lent|Michaelmas|New Year|Ramadan|Thanksgiving|Whitsun) $"
)
_DEADLINE: Final = expression(r"\b(?:by|no later than) $", re.IGNORECASE)
"""What before a time makes it the last one by which something is to be."""
_FROM_TODAY: Final = expression(r"\b(?:this|last|next) (?:month|year)\b", re.IGNORECASE)


def is_of_unknown_year(text: str, when: When, published: datetime.date | None) -> bool:
    """Whether a day stands without its year behind what had been done, in a sentence that tells of other years than
    that of its report.

    >>> text, day = "Ada Wren, who left in 2023, said she had warned them on 29 January.", datetime.date(2025, 5, 1)
    >>> [is_of_unknown_year(text, when, day) for when in dates.find(text, day)]
    [False, True]
    """
    years = {int(year) for year in YEAR.findall(text)}
    if published is None or not years or published.year in years or YEAR.search(text, *when.span):
        return False
    return len(when.iso) == len("2024-05-12") and _HAD.search(text, 0, when.span[0]) is not None


def told_as(text: str, when: When, question: Question | None = None) -> str:
    """A time that a text tells, as it is meant: the first or the last day of a stretch where that is asked for, and the
    part of a month or a year that is told.

    >>> import datetime
    >>> from bot.question import read
    >>> text, asked = "The fair runs from 12 to 14 May.", read("When does the fair end?")
    >>> [told_as(text, when, asked) for when in dates.find(text, datetime.date(2024, 3, 1))]
    ['14 May 2024']
    >>> text = "It opened late last year, and shuts later this year."
    >>> [told_as(text, when) for when in dates.find(text, datetime.date(2024, 3, 1))]
    ['late 2023', 'later in 2024']
    >>> text = "It will not be sold before 2027."
    >>> [told_as(text, when) for when in dates.find(text, datetime.date(2024, 3, 1))]
    ['not before 2027']
    >>> text = "It is due by 4 June, and opens in autumn 2025."
    >>> [told_as(text, when) for when in dates.find(text, datetime.date(2024, 3, 1))]
    ['by 4 June 2024', 'autumn 2025']
    """
    said = text[slice(*when.span)]
    if (feast := _FEAST.search(text, 0, when.span[0])) and len(when.iso) == len("2024"):
        deadline = _DEADLINE.search(text, 0, feast.start())
        return f"{deadline[0].lower() if deadline else ''}{feast[0]}{when.iso}"
    if deadline := _DEADLINE.search(text, 0, when.span[0]):
        return f"{deadline[0].lower()}{_part(said, when, of_month=True)}"
    if _NOT_BEFORE.search(text, 0, when.span[0]):
        return f"not before {dates.readable(when.iso)}"
    if "/" not in when.iso or _SEASON.search(said):
        return _part(said, when, of_month=False)
    first, _, last = when.iso.partition("/")
    end = _end_asked(question) if question else None
    by_ends = (_BETWEEN_DAYS if len(first) == len("2024-05-12") else _BETWEEN_MONTHS).match(said)
    if end is None or by_ends is None or _WITHIN.search(text):
        return dates.readable(when.iso)
    return dates.readable(first if end == "first" else last)


def _part(said: str, when: When, *, of_month: bool) -> str:
    """A day, a season, a year or a month, with the part of it that is told; of a month only where it is wanted."""
    if (season := _SEASON.search(said)) is not None:
        return _season(said, season[0], when.iso)
    is_part = of_month or len(when.iso) == len("2024") or _FROM_TODAY.search(said)
    part = _PART.match(said) if is_part else None
    if part is None:
        return dates.readable(when.iso)
    return f"{part['side'] + ' in ' if part['side'] else part['near']}{dates.readable(when.iso)}"


def _season(said: str, season: str, iso: str) -> str:
    """A season as it is written, with its year where that is told only from today."""
    if YEAR.search(said):
        return said
    first, _, last = iso.partition("/")
    years = first[:4] if first[:4] == last[:4] else f"{first[:4]}/{last[2:4]}"
    return f"{season} {years}"


def _end_asked(question: Question) -> str | None:
    """Whether a question asks for the first or the last day of a thing; None where it asks for neither."""
    asked = question.analysis
    if asked.answer_type != "when":
        return None
    for end, told in (("last", _UNTIL_WHEN), ("first", _SINCE_WHEN)):
        if told.search(question.text):
            return end
    if _IS_SHUT.search(question.text):
        return None
    does = {asked.predicate} if asked.predicate else asked.terms  # "end" is a noun, too
    first, last = not _BEGINS.isdisjoint(does), not _ENDS.isdisjoint(does)
    return None if first == last else "first" if first else "last"
