"""A weekday or a term that is only named besides makes a number none of then, and a term that begins is none that was
served."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.clause_times import is_by_saying
from bot.matching.spans import STOP, clause_around
from bot.question import Question
from facts.expressions import expression
from facts.folding import fold

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
_WEEKDAYS: Final = expression(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)


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
