"""What had been done before what is asked about: "sold the ferry, which it had bought in 2019" was not sold in 2019,
and the fair that is asked about was not held where the first one was."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.dates_told import YEAR
from bot.matching.spans import CLAUSE, clause_around
from bot.question import Question
from bot.question.cues import MEETING_TERMS
from bot.question.named_dates import named
from bot.question.tokens import content_terms, tokens
from facts.expressions import expression

_HAD: Final = expression(r",? (?:which|who|whom|that)\b[^;.]{0,120}? had\b", re.IGNORECASE)
_ASKS_HAD: Final = expression(r"\bhad\b", re.IGNORECASE)
_TAKES_EFFECT: Final = expression(
    r"\b(?:in(?:to)? force|(?:take|takes|took|come|comes|came|go|goes|went) (?:in)?to? ?effect|in effect)\b",
    re.IGNORECASE,
)
_FROM_THEN: Final = expression(
    r"\b(?:force|effect|effective|appl(?:y|ies|ied)|valid|from|as of|begin\w*|began|start\w*|since|operative)\b",
    re.IGNORECASE,
)
_BESIDE_DAY: Final = expression(
    r"\b(?:before|after|since|prior to|preceding|following)\b(?P<rest>[^?]*)", re.IGNORECASE
)
_ORDER: Final = expression(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|previous|last|earlier|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_OF_LAST: Final = expression(
    r"\b(?:last|the previous|the preceding) (?:year|month|week|spring|summer|autumn|winter)['’]s\b", re.IGNORECASE
)


def is_of_one_in_a_row(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when or where a meeting was, or who led it, and the words at a span of a sentence tell
    it of last year's, or of one by its number among several: "the first was held in Tarn, the second in Osk".

    >>> from bot.question import read
    >>> told = "The first fair was held in Tarn in 2015 and the second in Osk."
    >>> asked = "Where was the conference?", "Where was the first one?", "Where was the conference of 2015?"
    >>> [is_of_one_in_a_row(read(each), told, (27, 31)) for each in asked]
    [True, False, False]
    """
    asked = question.analysis
    if asked.answer_type not in ("when", "where", "who") or asked.terms.isdisjoint(MEETING_TERMS):
        return False
    if asked.ordinals or asked.selector or _ORDER.search(question.text):
        return False
    begin, end = clause_around(sentence, span, CLAUSE)
    if {*YEAR.findall(question.text)} & {*YEAR.findall(sentence[begin:end])}:
        return False
    others = sentence[:begin] + sentence[end:]
    return _OF_LAST.search(sentence, begin, end) is not None or all(
        _ORDER.search(part) is not None for part in (sentence[begin:end], others)
    )


def is_told_of_before(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when or where something was done, or from when it holds, and the words at a span of a
    sentence tell when something else had been done, or nothing of from when.

    >>> from bot.question import read
    >>> told = "Tarn sold the ferry, which it had bought in 2019."
    >>> is_told_of_before(read("When did Tarn sell the ferry?"), told, (44, 48))
    True
    """
    asked = question.analysis
    if asked.answer_type not in ("when", "where"):
        return False
    if _TAKES_EFFECT.search(question.text) and not _FROM_THEN.search(sentence):
        return True
    had = None if _ASKS_HAD.search(question.text) else _HAD.search(sentence, 0, span[0])
    if had is None or asked.predicate is None:
        return False
    ahead, behind = content_terms(sentence[: had.start()]), content_terms(sentence[had.start() :])
    return asked.predicate in ahead - behind


def is_day_beside(question: Question, said: str) -> bool:
    """Whether a question asks for a day before or after one that it names, and an answer is that one.

    >>> from bot.question import read
    >>> is_day_beside(read("When did they meet before the session of 4 May?"), "4 May 2031")
    True
    """
    beside = _BESIDE_DAY.search(question.text)
    if beside is None or question.analysis.answer_type != "when":
        return False
    days, given = ([date for date in named(tokens(text))[0] if date.day] for text in (beside["rest"], said))
    return bool(days) and bool(given) and all(any(date.agrees(day) for day in days) for date in given)
