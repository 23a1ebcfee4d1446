"""Marked words that run on into what is told next: of "Tarn on 3 May and was opened by Ada Wren" the place is Tarn."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from facts.months import MONTHS
from facts.verbs import IRREGULAR_PASTS

_NAMED: Final = frozenset(("how_many", "when", "where", "which", "who"))
"""Kinds of answers that are a name, a place, a number or a time, and have no verb."""
_BE: Final = r"(?:was|were|is|are|has|have|had|will|would|shall|may|might|must|can|could)\b"
_PAST: Final = rf"(?:[a-z’'-]+ed|{'|'.join(sorted(set(IRREGULAR_PASTS.values())))})"
_GOES_ON: Final = (
    r"(?:by|in|on|at|to|for|with|from|as|into|that|the|an?|its|his|her|their|it|them|him|no|all|two|three|\d+)\b"
)
_NEXT: Final = re.compile(
    rf"(?<=\w)(?:,? (?:and|but|then)(?: (?:also|later|then|both|who|which|that))* (?:{_BE}|{_PAST} {_GOES_ON})|, {_BE})"
)
"""Where the next predicate begins: "and was chaired", ", was", "and opened by"."""
_DAYS: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTH: Final = "|".join(f"{month.title()}|{month[:3].title()}" for month in MONTHS)
_TIME: Final = re.compile(
    rf"(?<=\w),? (?:(?:on|in|from|until|since|during|for|at) )(?:the )?(?:early |late |mid-)?(?:\d|{_DAYS}|{_MONTH})"
)
"""Where the time of what was at a place is told."""
_LIST_NUMBER: Final = re.compile(r"\s*(?:(?:item|no\.?|point) )?(?:\d{1,3}|[a-z]|[ivx]{1,4})", re.IGNORECASE)
_DOT: Final = re.compile(r"[.)](?=\s|$)")


def without_next(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence up to where the next predicate begins, or behind a place its time, where a name, a place, a
    number or a time is asked for.

    >>> from bot.question import read
    >>> told = "It was hosted by Ada Wren and opened by Jon Ek."
    >>> told[slice(*without_next(read("Who hosted it?"), told, (17, 46)))]
    'Ada Wren'
    """
    begin, end = span
    asked = question.analysis.answer_type
    if asked not in _NAMED:
        return span
    ends = [_NEXT.search(sentence, begin, end), _TIME.search(sentence, begin, end) if asked == "where" else None]
    return begin, min((found.start() for found in ends if found), default=end)


def is_list_number(sentence: str, span: tuple[int, int]) -> bool:
    """Whether words at a span are the number of a heading or of an item of a list, which nobody asks for.

    >>> is_list_number("3. Tolls", (0, 1)), is_list_number("3 votes were cast.", (0, 1))
    (True, False)
    """
    begin, end = span
    said = sentence[begin:end].rstrip(".) ")
    behind = sentence[begin + len(said) :]
    return not sentence[:begin].strip(" (") and bool(_LIST_NUMBER.fullmatch(said) and _DOT.match(behind))
