"""An office of the same rank is another one: the executive secretary is not the secretary-general."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.question import Question
from facts.expressions import expression

_SORT: Final = (
    r"(?:artistic|commercial|corporate|executive|financial|general|managing|medical|operating|permanent|political|"
    r"press|private|regional|technical)"
)
_RANK: Final = expression(
    rf"\b(?P<before>(?:{_SORT} ){{0,2}})(?P<rank>director|editor|manager|officer|partner|secretary)\b"
    rf"(?:[- ](?P<behind>{_SORT})\b)?",
    re.IGNORECASE,
)
"""A rank with what sort of it an office is."""


def is_of_another_sort(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks for the holder of an office, and a sentence has the rank only with another sort.

    >>> from bot.question import read
    >>> told = "The Secretary-General of the Eel Guild, Ada Wren, came."
    >>> asked = "executive secretary", "secretary general", "general secretary", "secretary"
    >>> [is_of_another_sort(read(f"Who is the {office} of the Eel Guild?"), told, (43, 51)) for office in asked]
    [True, False, False, False]
    """
    if question.analysis.answer_type not in ("who", None):
        return False
    told = [*_offices(sentence)]
    for rank, sorts in _offices(question.text):
        its = [each for other, each in told if other == rank]
        if sorts and its and all(each and each.isdisjoint(sorts) for each in its):
            return True
    return False


def _offices(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The ranks that a text names, each with the words for its sort."""
    for found in _RANK.finditer(text):
        sorts = f"{found['before']} {found['behind'] or ''}".lower().split()
        yield found["rank"].lower(), frozenset(sorts)
