"""Of one quantity told for two times the number that stands with the time asked about: "cut to 7 tonnes in 2032, from 9
tonnes in 2031" is 9 tonnes in 2031; and of "64 members, six fewer than a year earlier" nobody knows the earlier."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import STOP, overlap
from bot.question import Question
from bot.question.difference_asked import asks_difference
from bot.question.named_dates import Date, named
from bot.question.tokens import content_terms, tokens
from facts.expressions import expression
from facts.folding import fold
from facts.months import MONTH_NAMES

TIME: Final = (
    rf"(?:(?:\d{{1,2}} )?(?:{MONTH_NAMES})\b(?: \d{{1,2}}\b(?!\d))?(?:,? (?:19|20)\d\d\b)?|(?:19|20)\d\d\b(?![-–/]\d))"
)
_NUMBER: Final = (
    r"(?<![\w.,])(?!(?i:(?:19|20)\d\d\b(?![.,]\d)|one of))"
    rf"(?P<number>(?i:{COUNT})(?: (?:hundred|thousand|million|billion))?"
    r"(?: ?%| per ?cent\b)?)"
)
_COUNTED: Final = expression(
    rf"{_NUMBER}(?P<unit>(?: (?!(?:and|but|or|by|from|to|than)\b)[a-z][\w’'-]*){{0,6}}?)"
    rf" (?:in|for|on|by|during|(?:at|by) the (?:end|start|beginning) of|"
    rf"(?:on|at|in) the same (?:day|time|month|date|week) (?:of|in)) (?:(?:early|mid|late) )?(?P<time>{TIME})"
)
"""A number with the time that it stands with: "9 tonnes in 2031"."""
COMPARED: Final = expression(
    r"\b(?:(?:as )?against|compared (?:with|to)|(?:up|down) (?:from|on)|from|having been|where it had been)"
    r" (?:(?:only|just|some|about|around|nearly|over|almost|the) )*$"
)
"""What stands before the number of then, where that of now stands before it."""
_PER_NUMBER: Final = expression(_NUMBER)
_OF_NOW: Final = expression(
    r"(?: (?!(?:and|but|or)\b)[a-z][\w’'-]*){0,3}? (?:today|now|at present|currently|at the moment)\b"
)
"""What stands behind a number that is of now."""
_DECIDES: Final = expression(
    r"\b(?:approv|agree|decid|adopt|vot(?:e|ing)|announc|resolv|propos|meeting|session|order)\w*|\bset\b", re.IGNORECASE
)
"""By what the time of a question may be that of a decision, and not the time that a number is for."""
_THAN_THEN: Final = expression(
    rf"(?P<counted>(?: [^\W\d][\w’'-]*){{0,4}}?)(?: [12]\d\d\d(?:[/–-]\d+)?)?,? "
    rf"(?:(?:that (?:is|was) )?(?P<differs>(?:{COUNT}|slightly|far|many|a few)(?: [a-z]+)? "
    r"(?:more|fewer|less|higher|lower))|"
    r"(?:up|down)(?: by)? [^,.;]{1,30}?) "
    r"(?:than|on|from) (?:in )?(?:(?:a|the|one) )?(?:last|previous|year|month|week|(?:one|season) before)\b",
    re.IGNORECASE,
)
"""What stands behind a number of now that is only told to differ from that of then."""
_ASKS_THEN: Final = expression(
    r"\b(?:(?:last|previous|preceding) (?:year|month|week|season)|"
    r"(?:year|month|week|season)s? (?:before|earlier|ago|previously))\b"
)
_LAST: Final = expression(r"\blast (?:year|month|week|season)\b")
_SEVERAL_AGO: Final = expression(r"\b(?!one\b|an?\b|1\b)\w+ (?:years|months|weeks) (?:ago|earlier|before)\b")
_RIGHT_THEN: Final = expression(rf"(?: [a-z][\w’'-]*){{0,4}}? {_LAST.pattern[2:]}", re.IGNORECASE)
_DIFFERENCE: Final = expression(r"(?: [a-z]+)? (?:more|fewer|less|higher|lower) than\b")
"""What stands behind a number that is a difference."""
_ASKS_CHANGE: Final = expression(r"\b(?:more|fewer|less|higher|lower|differ\w*|chang\w*|by how)\b")
_NEAR, _FAR = 60, 300
"""How many letters away it is looked for what a number is compared by or counts, and what it is of."""
OTHER_KINDS: Final = frozenset(("yes_no", "when", "where", "who", "why"))


class ToldNumber(NamedTuple):
    """A number in a sentence: its span, with what it counts, the terms of that and the time that it stands with."""

    number: tuple[int, int]
    span: tuple[int, int]
    unit: frozenset[str]
    date: Date
    compared: bool


def own_time(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or the number of the like that stands with the time which a question names.

    >>> from bot.question import read
    >>> told = "The cod quota was cut to 7 tonnes in 2032, from 9 tonnes in 2031."
    >>> [told[slice(*own_time(read(f"How much cod in {year}?"), told, (25, 33)))] for year in (2031, 2032)]
    ['9 tonnes', '7 tonnes']
    """
    asked = asked_time(question)
    mine = number_at(sentence, span)
    if mine is not None and asks_difference(question.text):
        differs = _THAN_THEN.match(sentence, mine[1])
        return differs.span("differs") if differs and differs["differs"] else span
    if asked is None or mine is None:
        return span
    told = told_times(sentence)
    own = [each for each in told if asked.covered_by(each.date) and _is_alike(sentence, mine, each)]
    own = [each for each in own if each.date == asked] or own
    if len(own) != 1:
        return span
    if own[0].number == mine:
        return own[0].span if _has_another(sentence, span, mine) else span
    its_time = next((each.date for each in told if each.number == mine), None)
    if its_time is None:  # "stood at 23, against 17 in 2030": 17 is for 2030 and 23 for now
        if _OF_NOW.match(sentence, mine[1]):
            return own[0].span
        return own[0].span if own[0].compared and mine[0] < own[0].number[0] else span
    return span if asked == its_time or (asked.covered_by(its_time) and own[0].date != asked) else own[0].span


def is_number_of_another_time(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the number at a span of a sentence that tells two for two times is for none that a question names, or a
    question asks for that of then, which is only told to differ.

    >>> from bot.question import read
    >>> told = "It has 64 pilots, six fewer than a year earlier."
    >>> asked = "How many pilots had it a year ago?", "How many pilots has it?"
    >>> [is_number_of_another_time(read(question), told, (7, 9)) for question in asked]
    [True, False]
    """
    if question.analysis.answer_type in OTHER_KINDS or (mine := number_at(sentence, span)) is None:
        return False
    then = _ASKS_THEN.search(fold(question.text))
    if then is not None and not _ASKS_CHANGE.search(fold(question.text)):
        if _SEVERAL_AGO.search(fold(question.text)) and _RIGHT_THEN.match(sentence, mine[1]):
            return True
        if not _LAST.search(then[0]) and _is_compared_with(sentence, mine):
            return True
        differs = _THAN_THEN.match(sentence, mine[1])
        return bool(differs and then[0] not in fold(differs["counted"])) or bool(_DIFFERENCE.match(sentence, mine[1]))
    asked, told = asked_time(question), told_times(sentence)
    its = next((each for each in told if each.number == mine), None)
    if asked is None or its is None or len({each.date for each in told}) < 2:
        return False
    return not asked.agrees(its.date)


def _is_compared_with(sentence: str, number: tuple[int, int]) -> bool:
    """Whether another number, of then, stands in the same clause behind one: "310, compared with 352"."""
    end = next((found.start() for found in STOP.finditer(sentence, number[1])), len(sentence))
    behind = (found.start("number") for found in _PER_NUMBER.finditer(sentence, number[1], end))
    return any(COMPARED.search(sentence, max(0, begin - _NEAR), begin) for begin in behind)


def asked_time(question: Question) -> Date | None:
    """The only time that a question names for a number; None where it names none, or asks of a decision."""
    dates = question.analysis.dates
    if len(dates) != 1 or question.analysis.answer_type in OTHER_KINDS or _DECIDES.search(question.text):
        return None
    return dates[0]


def told_times(sentence: str) -> list[ToldNumber]:
    """The numbers of a sentence that stand each with a time."""
    told = []
    for found in _COUNTED.finditer(sentence):
        dates, _ = named(tokens(f"in {found['time']}"))
        if len(dates) == 1:
            begin = found.start("number")
            compared = COMPARED.search(sentence, max(0, begin - _NEAR), begin) is not None
            span = found.start("number"), found.end("unit")
            told.append(ToldNumber(found.span("number"), span, content_terms(found["unit"]), dates[0], compared))
    return told


@functools.lru_cache(maxsize=256)  # many ask it of one sentence
def number_at(sentence: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The first number at a span that is none of a time."""
    numbers = (n for n in (found.span("number") for found in _PER_NUMBER.finditer(sentence)) if overlap(n, span))
    times = [found.span() for found in re.finditer(TIME, sentence)]
    return next((n for n in numbers if not any(overlap(n, time) for time in times)), None)


def _has_another(sentence: str, span: tuple[int, int], number: tuple[int, int]) -> bool:
    """Whether words at a span have another number beside one."""
    return any(
        overlap(found.span("number"), span) and found.start("number") > number[1]
        for found in _PER_NUMBER.finditer(sentence)
    )


def _is_alike(sentence: str, mine: tuple[int, int], other: ToldNumber) -> bool:
    """Whether a number is of the same sort as another one: both money or percent, and, where what is counted is told
    of it, the same."""
    said, its = sentence[slice(*mine)], sentence[slice(*other.number)]
    if any((sign in said) != (sign in its) for sign in ("£", "$", "€", "%", "cent")):
        return False
    near = re.split(r"[,;.] ", sentence[mine[1] : mine[1] + _NEAR], maxsplit=1)[0]
    behind = content_terms(" ".join(near.split()[:4]))
    ahead = content_terms(sentence[max(0, mine[0] - _FAR) : mine[0]])
    return not other.unit or bool(other.unit & behind) or other.unit <= ahead
