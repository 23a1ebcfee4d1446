"""What is told of another month than a question names: the rate in April is not the rate in May."""

from __future__ import annotations

from typing import Final

from bot.matching.spans import clause_around
from bot.question import Question
from bot.question.cues import BE
from bot.question.tokens import tokens
from facts.expressions import expression
from facts.months import MONTH_NAMES

_IN_MONTH: Final = expression(
    rf"\b(?:[Ii]n|[Ff]or|[Dd]uring) (?:early |late |mid-)?(?P<month>{MONTH_NAMES}|{MONTH_NAMES.lower()})\b"
)
_CLAUSE: Final = expression(r"[;:.] |, | (?:and|but|while|whereas|when|that|which|who|to) ")
"""What stands between two clauses, or before what is to be done."""
_BESIDE: Final = expression(r"[;:.] |, | (?:and|but|while|whereas) ")
"""What stands between two that are told side by side."""
_OPENS: Final = expression(rf"(?:{_IN_MONTH.pattern})(?: (?:19|20)\d\d)?,? ")
"""A month that begins a sentence, and is then that of all its first clause."""


def is_of_another_month(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks for a number or for what something was in a month, or who did something in it, and a
    sentence tells the words at a span in one clause with another month; or asks for anything else, and it tells them so
    beside something of that month: "the pool will be shut in May and the mill in June".

    >>> from bot.question import read
    >>> told = "Tolls came to 9 percent in April."
    >>> [is_of_another_month(read(f"What were tolls in {month}?"), told, (14, 23)) for month in ("May", "April")]
    [True, False]
    """
    months = {found["month"].capitalize() for found in _IN_MONTH.finditer(question.text)}
    of_value = _asks_for_value(question) or (_asks_what_was(question) and _is_number(sentence, span))
    has_both = question.analysis.answer_type in ("what", "which") and any(month in sentence for month in months)
    if len(months) != 1 or not (of_value or has_both):
        return False
    first = _OPENS.match(sentence)
    begin, end = clause_around(sentence, span if of_value else (span[0], span[0]), _CLAUSE if of_value else _BESIDE)
    if first is not None and (has_both or not _CLAUSE.search(sentence, first.end(), span[0])):
        begin = 0
    clause = sentence[begin:end]
    told = {found["month"] for found in _IN_MONTH.finditer(clause)}
    return bool(told) and not any(month in clause for month in months)


def _asks_for_value(question: Question) -> bool:
    """Whether a question asks how many or who."""
    return question.analysis.answer_type in ("how_many", "who")


def _asks_what_was(question: Question) -> bool:
    """Whether a question asks what something was, and not what was done."""
    was = len(question.tokens) > 1 and question.tokens[1].surface in BE
    return was and question.analysis.predicate is None


def _is_number(sentence: str, span: tuple[int, int]) -> bool:
    """Whether the words at a span have a number: of what is only named, the month may be that of its date."""
    return any(word.term[0].isdigit() for word in tokens(sentence[slice(*span)]))
