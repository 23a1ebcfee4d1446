"""The year that a number is of, by its own clause: of "income in 2030 had been £9" nobody knows the income of 2031, and
what came in in half of a year is not what came in in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.matching.otherwise.two_times import COMPARED, TIME, asked_time, number_at
from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import STOP, within
from bot.question import Question
from bot.question.cues import MEETING_TERMS
from bot.question.named_dates import Date, named
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import stem, tokens
from facts.expressions import expression
from facts.folding import fold

_PARTS: Final = r"half|quarters?|months?|weeks?|period|spring|summer|autumn|winter|season"
_WHEN: Final = expression(
    r"\b(?P<how>in|for|by|during|until|till|since|from|at|on)(?: (?:the|whole|full|financial|fiscal|same|first|second|"
    rf"third|fourth|last|two|three|six|nine|early|mid|late|end|start|beginning|year|{_PARTS}|of|to|ended|ending))*?"
    rf" (?P<time>{TIME})",
    re.IGNORECASE,
)
"""A time that something is told for: "in the first half of 2032", "by 2036"."""
_PART: Final = expression(rf"\b(?:{_PARTS})\b", re.IGNORECASE)
_JOINT: Final = expression(
    r"[;:.,] |\b(?:and|but|or|while|whereas|against|than|compared (?:with|to)|up|down|from|of which|including|who|"
    r"which)\b"
)
_NUMBER: Final = expression(rf"(?<![\w.,/–-])(?!(?:19|20)\d\d\b(?![.,]\d)){COUNT}", re.IGNORECASE)
_FRONT: Final = expression(r"(?:^|[;:.,] |\b(?:and|but|while|whereas) )$")
"""What stands before a time that all of its clause is told for: "in 2031 it made a loss of £3"."""
_GOES_ON: Final = expression(
    r"\b(?:of which|of it|among (?:them|these|which)|including)\b|\b(?:against|and) (?:[a-z]+ )?[a-z]+ of $"
)
"""What joins a number to the one before that is of the same year: "income of £9 in 2030 and expenditure of £8"."""
_AGAINST: Final = expression(r"\b(?:after|against|compared|following|than|(?:up|down) from)\b")
_RELATIVE: Final = expression(r"\b(?P<which>last|this|next) year\b(?!['’])")
_BEHIND: Final = expression(
    r"(?: (?!(?:and|but|or|than|from|against)\b)[a-z%][\w’'-]*){0,4}? (?P<which>last|this|next) year\b(?!['’])",
    re.IGNORECASE,
)
_ASKS_SPAN: Final = expression(r"\b(?:since|after|before|between|compared|than|from|until|till|earlier|ago)\b")
_HOW_MANY_IN: Final = expression(r"\bhow many\b.*\b(?:in|during) (?:the year )?(?:19|20)\d\d\b")
_LASTS: Final = expression(r"\b(?:has|have|had) (?:had|employed|stood|been (?:at|an?|the|\d+))\b")
"""What tells that a number since a year is that of each year from then on."""
_NAMED_BY: Final = expression(r"(?P<word>[\w’'-]+) (?P<year>(?:19|20)\d\d)\b")


class When(NamedTuple):
    """A time that a number is told for: a date, how it is joined to it ("in", "since"), whether only a part of it."""

    date: Date
    how: str
    is_part: bool


def is_number_of_another_year(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question names a year, and the clause of the number at a span of a sentence another, or only a part of
    that year.

    >>> from bot.question import read
    >>> told = "Income in 2030 had been £90; the debt is £40."
    >>> [is_number_of_another_year(read(f"income in {n}"), told, (24, 27)) for n in (2030, 2031)]
    [False, True]
    """
    asked, said, mine = asked_time(question), fold(question.text), number_at(sentence, span)
    if mine is None:
        return False
    if _is_of_the_year_beside(said, sentence, mine):
        return True
    if asked is None or asked.year is None:
        return False
    if _ASKS_SPAN.search(said) or _names_something(question, sentence):
        return False
    told = times_of(sentence, mine)
    if not told:
        return _is_set_against(asked, sentence, mine)
    of_part = _PART.search(said) is not None or asked.month is not None
    in_it = _HOW_MANY_IN.search(said) is not None and not _LASTS.search(sentence)
    return not any(_holds(asked, when, in_it) and (of_part or not when.is_part) for when in told)


def _is_of_the_year_beside(asked: str, sentence: str, number: tuple[int, int]) -> bool:
    """Whether it is asked of this year or the last, and a number stands right before another of these."""
    years = {found["which"] for found in _RELATIVE.finditer(asked)}
    behind = _BEHIND.match(sentence, number[1])
    return len(years) == 1 and behind is not None and behind["which"].lower() not in years


def times_of(sentence: str, number: tuple[int, int]) -> list[When]:
    """The times with a year that the number at a span of a sentence is told for, by what stands next to it, else by
    what begins its clause or by the number that it goes on from; none where that is told of none.

    >>> told = "In 2031 it took £9, up from £7 in 2030."
    >>> [times_of(told, span)[0].date.year for span in ((16, 18), (28, 30))]
    [2031, 2030]
    """
    others = [found.span() for found in _NUMBER.finditer(sentence) if found.span() != number]
    others = [place for place in others if not any(within(place, time.span()) for time in _WHEN.finditer(sentence))]
    before = [end for _, end in others if end <= number[0]]
    behind = min([begin for begin, _ in others if begin >= number[1]], default=len(sentence))
    joint = _JOINT.search(sentence, number[1])
    own = list(_times(sentence, number[1], min(behind, joint.start() if joint else behind)))
    if own:
        return own
    begin = max((found.end() for found in _JOINT.finditer(sentence, 0, number[0])), default=0)
    if max(before, default=0) <= begin and (own := list(_times(sentence, begin, number[0]))):
        return own
    clause = max((found.end() for found in STOP.finditer(sentence, 0, number[0])), default=0)
    ahead = [
        found for found in _WHEN.finditer(sentence, clause, number[0]) if _FRONT.search(sentence, 0, found.start())
    ]
    if ahead:
        return list(_times(sentence, ahead[-1].start(), ahead[-1].end()))
    main = (place for place in reversed(others) if not COMPARED.search(sentence, clause, place[0]))
    last = next((place for place in main if place[1] <= number[0] and place[0] >= clause), None)
    if last is not None and _GOES_ON.search(sentence, last[1], number[0]):
        return times_of(sentence, last)
    return []


def _is_set_against(asked: Date, sentence: str, number: tuple[int, int]) -> bool:
    """Whether a number of no time is only set against one of the time that is asked about: "£7, after £9 in 2031"."""
    end = next((found.start() for found in STOP.finditer(sentence, number[1])), len(sentence))
    for other in _NUMBER.finditer(sentence, number[1], end):
        if _AGAINST.search(sentence, number[1], other.start()):
            return any(_holds(asked, when) for when in times_of(sentence, other.span()))
    return False


def _times(sentence: str, begin: int, end: int) -> Iterator[When]:
    """The times with a year that a stretch of a sentence names."""
    for found in _WHEN.finditer(sentence, begin, end):
        dates, _ = named(tokens(f"in {found['time']}"))
        if len(dates) == 1 and dates[0].year is not None:
            yield When(dates[0], found["how"].lower(), _PART.search(found[0]) is not None)


def _holds(asked: Date, when: When, in_it: bool = False) -> bool:
    """Whether what is told for a time holds of the one that is asked about: from 2030 on it does of 2031, but what was
    counted since 2030 is not what was `in_it`."""
    if asked.agrees(when.date):
        return when.how != "since" or not in_it
    own, year = asked.year or 0, when.date.year or 0
    return (when.how in ("since", "from") and own > year) or (when.how in ("until", "till") and own < year)


def _names_something(question: Question, sentence: str) -> bool:
    """Whether the year of a question is a part of a name: of a meeting ("AGM 2031") or of what the sentence tells of
    ("Plan 2030")."""
    words = question.tokens
    for at, word in enumerate(words):
        if len(word.surface) == 4 and word.surface.isdigit():
            near = {each.term for each in (*words[max(0, at - 2) : at], *words[at + 1 : at + 2])}
            if near & _MEETINGS:
                return True
    return any(
        found["word"].lower() not in PREPOSITIONS and fold(found[0]) in fold(sentence)
        for found in _NAMED_BY.finditer(question.text)
        if found["word"][0].isupper() and not named(tokens(found["word"]))[0]
    )


_MEETINGS: Final = MEETING_TERMS | frozenset(map(stem, "agm congress summit election games festival regatta".split()))
