"""A number that is told of two things together is not that of one of them: what storms cost inns and farms."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_BOTH: Final = expression(
    r"\b(?P<one>[a-z]+s) and (?P<other>(?:[a-z]+ )?[a-z]+s)(?: (?:of|in|at) [A-Z][\w’'-]*)?"
    r"(?: (?:lost|paid|earned|gave|raised|owe|received|spent))?"
    r"(?: (?:an?|about|around|some|nearly|over|estimated|total of))* $"
)
_APART: Final = expression(r"\b(?:each|apiece|respectively)\b", re.IGNORECASE)


def is_for_both(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks for the number of one of two, and a sentence tells the one at a span of both together.

    >>> from bot.question import read
    >>> told = "The storm cost the inns and mussel farms 9 crowns."
    >>> [is_for_both(read(f"How much did the {who} lose?"), told, (41, 49)) for who in ("farms", "inns and farms")]
    [True, False]
    """
    both = _BOTH.search(sentence[: span[0]])
    if both is None or question.analysis.answer_type != "how_many" or _APART.search(sentence):
        return False
    asked = frozenset(token.term for token in question.tokens)
    one, other = (bool(content_terms(both[each]) & asked) for each in ("one", "other"))
    return one != other
