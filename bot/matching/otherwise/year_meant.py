"""The year that a number is of where none stands beside it: "£5 of the £90" is of the year that the £90 are of, "last
year" the one before the report, and what rises in May has not risen now."""

from __future__ import annotations

import datetime
import re
from typing import Final

from bot.matching.dates_told import YEAR
from bot.matching.otherwise.prices import asks_what_is
from bot.matching.otherwise.two_times import TIME, asked_time, told_times
from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.named_dates import named
from bot.question.tokens import tokens
from facts.expressions import expression
from facts.folding import fold
from facts.months import MONTHS

_RELATIVE: Final = expression(
    r"(?<!than )(?<!from )(?<!on )(?<!against )(?<!with )(?<!to )(?<!since )(?<!until )(?<!by )(?<!of )(?<!as )"
    r"\b(?P<which>last|this|next) year\b(?!['’])",
    re.IGNORECASE,
)
"""A year by how far it is from that of the report, and none that something is compared with."""
AWAY: Final = {"last": -1, "this": 0, "next": 1}
_OF_THAT: Final = expression(rf"\bof (?:the|that|this|these|those) (?P<number>{COUNT})", re.IGNORECASE)
_WILL: Final = (
    r"\b(?:will|shall|would|propos\w+|(?:is|are|due|set) to|(?:agree|decid|vot|plan|want|intend|hop|expect)\w* to)\b"
)
_MAY: Final = (
    r"\b(?:discuss\w*|consider\w*|debat\w*|reject\w*|mov(?:ed|es)|motion|ask(?:ed|s)|call(?:ed|s)|demand\w*|bill|draft|"
    r"plan)\b[^;.]{0,40}?\b(?:rais|increas|lift|cut|lower|reduc|rise|go up|put up)\w*\b"
)
"""What may only come to be: "discussed raising the fee"."""
_CHANGES: Final = (
    r"\b(?<!after )(?<!by )(?<!since )(?:ris(?:es|ing)|rais(?:es|ing)|go(?:es|ing) up|increas(?:es|ing)|fall(?:s|ing)|"
    r"lower(?:s|ing)|reduc(?:es|ing)|put(?:s|ting) up|cutting)\b"
)
_TO_COME: Final = expression(
    rf"(?:(?P<will>{_WILL}|{_MAY})|{_CHANGES})[^;.]{{0,60}}?(?: from (?P<past>{COUNT})(?: [\w’'-]+){{0,3}}?)? "
    rf"to (?P<then>{COUNT})(?! (?:{'|'.join(MONTHS)})\b)",
    re.IGNORECASE,
)
"""A number as it will be, with that which it is, if that is told."""
_STARTS: Final = expression(rf"\b(?:from|on|in|as of|since) (?:the )?(?:(?:early|mid|late) )?(?P<time>{TIME})")
_NEXT: Final = expression(r"\bnext (?:week|month|year|spring|summer|autumn|winter)\b", re.IGNORECASE)
_ASKS_COMING: Final = expression(r"\b(?:what|how much|how many)\b.*\bwill\b.*\b(?:be|cost|pay|charge|become)\b")
_SUM: Final = expression(r"[£$€]\s?\d[\d.,]*(?: [a-z]+){0,3}")
_WILL_COST: Final = expression(
    r"\b(?:will|shall|is to|are to) (?:then )?(?:be|cost|become) (?P<then>[£$€]\s?\d(?:[\d.,]*\d)?)"
)


def is_to_come(sentence: str) -> bool:
    """Whether a number is told that will be another than it is.

    >>> [is_to_come(f"The fee {rises} from £2 to £3 in May.") for rises in ("rises", "rose")]
    [True, False]
    """
    return change_told(sentence) is not None


def is_not_so_yet(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked what is so now, and the number at a span of a sentence is what it will be.

    >>> from bot.question import read
    >>> told = "The fee rises from £2 to £3 in May."
    >>> [is_not_so_yet(read(f"What {so}?"), told, (25, 27)) for so in ("is the fee now", "will the fee be")]
    [True, False]
    """
    change = change_told(sentence)
    if change is None or not asks_what_is(question):
        return False
    return overlap(change.span("then"), span)


def own_coming(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or the only sum that it tells as to come, where that is asked for and another was marked.

    >>> from bot.question import read
    >>> told = "The ticket is £60; from May it will cost £72."
    >>> told[slice(*own_coming(read("How much will the ticket be?"), told, (14, 17)))]
    '£72'
    """
    if not _ASKS_COMING.search(fold(question.text)) or not _SUM.fullmatch(sentence[slice(*span)].strip()):
        return span
    coming = [found.span("then") for found in _WILL_COST.finditer(sentence)]
    return coming[0] if len(coming) == 1 and not overlap(coming[0], span) else span


def tells_of_another_year(question: Question, sentence: str, before: str, published: datetime.date | None) -> bool:
    """Whether a question names a year, and a sentence that names none is of another: by the sentence before it or the
    day of its report.

    >>> from bot.question import read
    >>> before, told = "It spent £90 in 2033.", "Of the £90, £7 went on chalk."
    >>> [tells_of_another_year(read(f"How much for chalk in {n}?"), told, before, None) for n in (2032, 2033)]
    [True, False]
    """
    asked = asked_time(question)
    if asked is None or asked.year is None or YEAR.search(sentence):
        return False
    if published is not None:
        year = published.year
        years = {year + AWAY[found["which"].lower()] for found in _RELATIVE.finditer(sentence)}
        if years:
            return asked.year not in years
        starts = _year_of_change(sentence, published)
        if starts is not None and asked.year < starts:
            return True
    told = told_times(before)
    back = _OF_THAT.search(sentence)
    if back is not None:
        its = [each.date for each in told if before[slice(*each.number)] == back["number"]]
        return bool(its) and not any(asked.agrees(date) for date in its)
    own = [each for each in told if asked.agrees(each.date)]
    return bool(own) and all(each.compared for each in own)


def change_told(sentence: str) -> re.Match[str] | None:
    """What a sentence tells to be another number than it is, if it tells that it is to come, or from when."""
    found = _TO_COME.search(sentence)
    dated = found is not None and (found["will"] or _STARTS.search(sentence) or _NEXT.search(sentence))
    return found if dated else None


def _year_of_change(sentence: str, published: datetime.date) -> int | None:
    """The year from which a number is told to be another, where its day is told without one."""
    starts = _STARTS.search(sentence)
    if starts is None or not is_to_come(sentence):
        return None
    dates, _ = named(tokens(f"in {starts['time']}"))
    if len(dates) != 1 or dates[0].month is None:
        return None
    is_past = (dates[0].month, dates[0].day or 31) < (published.month, published.day)
    return published.year + is_past
