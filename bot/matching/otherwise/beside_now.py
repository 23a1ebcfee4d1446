"""What a number is of another time by a word or two: how old somebody is now is not how old they were in a year that is
only named besides, what was so "in its best days" is not so, and a term that begins is none that was served."""

from __future__ import annotations

import datetime
import re
from typing import Final

from bot.matching.dates_told import YEAR
from bot.matching.otherwise.clause_times import is_by_saying
from bot.matching.otherwise.its_year import times_of
from bot.matching.otherwise.two_times import number_at
from bot.matching.spans import STOP, clause_around, overlap
from bot.question import Question
from facts import dates
from facts.expressions import expression
from facts.folding import fold

_ASIDE: Final = expression(r", (?:who|which|whose|where)\b[^,;]*(?:,|$)|\bof (?:19|20)\d\d\b")
"""Where a year stands that dates nothing else: "who took office in 2020", "the strike of 1968"."""
_HOW_OLD: Final = expression(r"\b(?:how old|what age)\b", re.IGNORECASE)
_ONCE: Final = expression(
    r"\b(?:in|during) (?:its|their|his|her|the|those) (?:best|great|golden|good old|early|glory|busiest) "
    r"(?:days|years|times)\b|\bin (?:its|their|his|her) (?:heyday|prime)\b|\bat (?:its|their) (?:peak|height)\b|"
    r"\bused to\b|\bin those days\b",
    re.IGNORECASE,
)
_PRESENT: Final = expression(r"\b(?:is|are|do|does|has|have|now|today|currently)\b|['’]s\b")
_SERVED: Final = expression(
    r"\bhow long (?:has|have|had)\b|\bhow long\b.*\b(?:before|so far|already|until (?:now|then)|by then)\W*$"
)
_TO_SERVE: Final = expression(
    r"\b(?:(?:re-?)?elected|(?:re-?)?appointed|chosen|named|contract|lease|licen[cs]e|approved|agreed|awarded|signed|hired|"
    r"will)\b(?:(?! (?:had|has|have|who|which)\b)[^;.])*\bfor "
    r"(?:a (?:further |new |second |third )?(?:term|period) of |another |a further |the next )?$",
    re.IGNORECASE,
)
"""What stands before how long a term is that begins."""
_NAMES_TERM: Final = expression(
    r"\b(?:elected|appointed|chosen|contract|lease|licen[cs]e|agreed|term)\b", re.IGNORECASE
)
_ASKS_LASTING: Final = expression(r"\bhow long\b.*\b(?:last|go on|sit|run)\b", re.IGNORECASE)
_WITHIN: Final = expression(r"\bwithin (?:the next )?$", re.IGNORECASE)
_WEEKDAYS: Final = expression(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_BEHIND: Final = expression(r"(?:,[^,;.]*)? (?:in|on) (?:early |late )?$")
"""What stands between somebody who is named as something and when they were."""


def is_number_of_now(question: Question, sentence: str, span: tuple[int, int], published: datetime.date | None) -> bool:
    """Whether a question asks for a number of a year before that of a report, and a sentence has that year only beside
    the one at a span, which is of now.

    >>> from bot.question import read
    >>> told, day = "Ada Wren, who joined in 2020, won 31 votes.", datetime.date(2025, 3, 1)
    >>> [is_number_of_now(read(f"How many votes had she in {n}?"), told, (34, 36), day) for n in (2020, 2025)]
    [True, False]
    """
    named, mine = YEAR.findall(question.text), number_at(sentence, span)
    if question.analysis.answer_type != "how_many" or len(named) != 1 or mine is None or published is None:
        return False
    if int(named[0]) >= published.year:
        return False
    if times_of(sentence, mine):
        return False
    asides = [found.span() for found in _ASIDE.finditer(sentence)]
    if any(overlap(aside, mine) for aside in asides):
        return False
    years = [found.span() for found in re.finditer(named[0], sentence)]
    beside = all(any(overlap(aside, year) for aside in asides) for year in years)
    return beside and (bool(years) or _HOW_OLD.search(question.text) is not None)


def is_only_once(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked how much something does, and the number at a span of a sentence is of its best days.

    >>> from bot.question import read
    >>> told = "It carried 90 carts a day in its heyday."
    >>> [is_only_once(read(f"How many carts {so} it carry?"), told, (11, 13)) for so in ("does", "did")]
    [True, False]
    """
    if question.analysis.answer_type != "how_many" or not _PRESENT.search(fold(question.text)):
        return False
    return number_at(sentence, span) is not None and bool(_ONCE.search(sentence, *clause_around(sentence, span, STOP)))


def is_term_to_serve(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked how long somebody has done something, and a span of a sentence is a term that begins.

    >>> from bot.question import read
    >>> told = "Ada Wren was elected chair for two years."
    >>> asked = "How long has she been chair?", "How long will she be chair?"
    >>> [is_term_to_serve(read(each), told, (31, 40)) for each in asked]
    [True, False]
    """
    said = fold(question.text)
    if not _SERVED.search(said) or _NAMES_TERM.search(said):
        return False
    return _TO_SERVE.search(sentence, 0, span[0]) is not None


def is_time_limit(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked how long something lasts, and a span of a sentence is the time within which something is due.

    >>> from bot.question import read
    >>> told = "Ada Wren will report within four weeks."
    >>> [is_time_limit(read(f"How long will {so}?"), told, (28, 38)) for so in ("the talks last", "she take")]
    [True, False]
    """
    return _ASKS_LASTING.search(question.text) is not None and _WITHIN.search(sentence, 0, span[0]) is not None


def is_of_another_weekday(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question names a weekday, and the clause of the words at a span of a sentence another one alone.

    >>> from bot.question import read
    >>> told = "About 400 pilots marched on Monday evening."
    >>> [is_of_another_weekday(read(f"How many marched on {day}?"), told, (0, 9)) for day in ("Friday", "Monday")]
    [True, False]
    """
    asked = {day.lower() for day in _WEEKDAYS.findall(question.text)}
    if len(asked) != 1 or question.analysis.answer_type in ("when", "yes_no", "why", None):
        return False
    told = {day.lower() for day in _WEEKDAYS.findall(sentence)}
    begin, end = clause_around(sentence, span, STOP)
    own = [day for day in _WEEKDAYS.finditer(sentence, begin, end) if not is_by_saying(sentence, day.span())]
    return bool(own) and asked.isdisjoint(told)


def was_in_another_year(
    question: Question, sentence: str, span: tuple[int, int], published: datetime.date | None
) -> bool:
    """Whether a question asks who was something in a year, and those named at a span of a sentence of a report were it
    on a day of another year.

    >>> from bot.question import read
    >>> told, day = "They praised Ada Wren, named baker of the year in May.", datetime.date(2031, 7, 1)
    >>> [was_in_another_year(read(f"Who was baker of {n}?"), told, (13, 21), day) for n in (2029, 2031)]
    [True, False]
    """
    years = YEAR.findall(question.text)
    if question.analysis.answer_type != "who" or len(years) != 1 or YEAR.search(sentence) or published is None:
        return False
    told = [when for when in dates.as_told(sentence, published) if when.precision in ("day", "month")]
    return (
        len(told) == 1
        and _BEHIND.match(sentence, span[1], told[0].span[0]) is not None
        and not told[0].iso.startswith(years[0])
    )
