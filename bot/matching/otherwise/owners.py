"""What is told of somebody else's: "Bo Lusk's for two days" is not how long Ada Wren's licence was withdrawn."""

from __future__ import annotations

from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_OWNER: Final = expression(
    r"\b(?P<owner>[A-Z][\w-]*)(?:['’]s|s['’])"
    r"(?P<bare> (?=(?:for|at|by|in|on|was|were|is|are|to|only|about|had|has|will|from|with)\b|\d))?"
)
"""Whose something is; `bare` where what it is was named before."""


def is_owned_by_another(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether words at a span of a sentence name whose something is, without naming the thing, or in a number that is
    asked for, and that is somebody whom a question does not name.

    >>> from bot.question import read
    >>> told = "Ada Wren's licence was withdrawn; Bo Lusk's for two days."
    >>> is_owned_by_another(read("How long was Ada Wren's licence withdrawn?"), told, (37, 56))
    True
    """
    asked = question.analysis
    if asked.answer_type in ("yes_no", None):
        return False
    counted = asked.answer_type == "how_many" or asked.answer_subtype == "duration"
    known = content_terms(question.text)
    return any(
        (owner["bare"] is not None or counted) and known.isdisjoint(content_terms(owner["owner"]))
        for owner in _OWNER.finditer(sentence, *span)
    )
