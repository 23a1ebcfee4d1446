"""What is told for another year than a question names: the quota for 2026, set in 2025, is not that of 2025."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.dates_told import YEAR
from bot.question import Question
from bot.question.tokens import stem
from facts.expressions import expression
from facts.folding import fold

_ITS_YEAR: Final = expression(
    r"\b(?P<before>[\w’'-]+) (?:for|of) (?:the year )?(?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<first>(?:19|20)\d\d)(?:['’]s)? (?:[a-z]+ )?(?P<behind>[a-z]+)\b"
)
"""A thing and the year that it is for: "quota for 2026", "the 2026 cod quota"."""
_FOR_YEAR: Final = expression(r"\bfor (?:the (?:financial )?year )?((?:19|20)\d\d)\b")
_COMPARED: Final = expression(
    r"\b(?:than|compared (?:with|to)|up on|down on) (?:in |for |that (?:of|for) )?((?:19|20)\d\d)\b"
)
"""A year that another one's number is only compared with."""
_COMPARES: Final = expression(r"\b(?:than|compared?|more|fewer|less|higher|lower)\b", re.IGNORECASE)
_MONTH_DAY: Final = expression(r"\b[A-Z][a-z]+ (?:\d{1,2},? )?$")
"""What stands before the year of a date."""


def is_of_another_year(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question names a year, and a sentence tells what it asks about only for another.

    >>> from bot.question import read
    >>> is_of_another_year(read("eel quota 2025"), "In May 2025 they set the eel quota for 2026 at 9 tonnes.", (0, 0))
    True
    """
    years = set(YEAR.findall(question.text))
    dated = question.analysis.answer_type == "when" and not years.isdisjoint(YEAR.findall(sentence[slice(*span)]))
    if len(years) != 1 or dated:
        return False
    if _is_only_compared(question, sentence, years) or _is_for_another(question, sentence, years):
        return True
    told = {
        found["year"] or found["first"]
        for found in _ITS_YEAR.finditer(sentence)
        if stem(fold(found["before"] or found["behind"])) in question.analysis.terms
        and not (found["first"] and _MONTH_DAY.search(sentence[: found.start()]))
    }
    return bool(told) and not told & years


def _is_only_compared(question: Question, sentence: str, years: set[str]) -> bool:
    """Whether an amount is asked for, and its year only stands where the amount of another is compared with it."""
    if question.analysis.answer_type != "how_many" or _COMPARES.search(question.text):
        return False
    return years <= set(_COMPARED.findall(sentence)) and years.isdisjoint(YEAR.findall(_COMPARED.sub("", sentence)))


def _is_for_another(question: Question, sentence: str, years: set[str]) -> bool:
    """Whether what is asked about is for a year, and a sentence that does not name it tells of what is for another."""
    asked, told = _FOR_YEAR.findall(question.text), set(_FOR_YEAR.findall(sentence))
    return bool(asked and told) and years.isdisjoint(YEAR.findall(sentence))
