"""What a sentence says is open, or not told: "it remains open which of the locks will be kept" keeps none."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.spans import overlap
from bot.question import Question
from facts.expressions import expression

_WHAT: Final = r"(?:who|whom|whose|which|what|when|where|why|whether|if|how)\b"
_OPEN: Final = expression(
    r"\b(?:remains?|remained|is|are|was|were|still|left) (?:[a-z]+ ){0,2}?"
    r"(?:open|unclear|uncertain|unknown|undecided|undisclosed|"
    r"to be (?:seen|decided|settled|confirmed|announced|named))\b"
    rf"(?:,? [a-z]+){{0,2}}?,? {_WHAT}[^;.]*"
    rf"|\b(?:not|never|n['’]t|nobody|refused to|declined to|without)(?: (?!{_WHAT})[\w’']+){{0,3}}? "
    r"(?:sa(?:y|id|ying)|know[ns]?|disclosed?|reveal(?:ed)?|nam(?:ed?|ing)|decided|announced?|clear|specif(?:y|ied))"
    rf" {_WHAT}[^;.]*",
    re.IGNORECASE,
)
"""What says that something is open or not told, with what that is."""
_ASKS_OPEN: Final = expression(
    r"\b(?:open|unclear|uncertain|unknown|undecided|unsettled|not (?:\w+ )?(?:known|clear|decided|sa(?:y|id))|"
    r"(?:refuse|decline)\w*|disclose\w*|reveal\w*)\b",
    re.IGNORECASE,
)


def is_left_open(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the words at a span of a sentence only say that something is open or not told, or what that is; not where
    that is what is asked.

    >>> from bot.question import read
    >>> told = "It remains open which of the two locks will be kept."
    >>> is_left_open(read("Which lock will be kept?"), told, (0, 15))
    True
    """
    if question.analysis.answer_type == "yes_no" or _ASKS_OPEN.search(question.text):
        return False
    return any(overlap(found.span(), span) for found in _OPEN.finditer(f"{sentence} "))
