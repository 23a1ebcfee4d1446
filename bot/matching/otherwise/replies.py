"""A letter and the reply to it have each a day of their own, and so have what was first foreseen and what is now."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from facts.expressions import expression

_ASKS_REPLY: Final = expression(r"\b(?:repl(?:y|ies|ied)|responses?|respon(?:d|ded)|answer(?:ed)?)\b", re.IGNORECASE)
_SENT: Final = expression(
    r"\b(?:wrote|written|asked|sent|had (?:asked|written)|submitted|applied|requested)\b[^;.]*$", re.IGNORECASE
)
_REPLIED: Final = expression(
    r"\b(?:repl(?:y|ies)|responses?|responded|answer(?:s|ed)?|heard back|replied (?:to|on|in)|had replied)\b",
    re.IGNORECASE,
)
"""What tells of a reply, and not only of who spoke: "…, Ada Wren replied"."""
_ASKS_FIRST: Final = expression(
    r"\b(?:original(?:ly)?|initial(?:ly)?|at first|first (?:planned|expected|due|meant|foreseen)|before the delay)\b",
    re.IGNORECASE,
)
_THAN_FIRST: Final = expression(
    r"[^;.]{0,40}?\b(?:later|earlier|sooner|behind|ahead)\b[^;.]{0,20}? (?:than|of) [^;.]{0,20}?"
    r"\b(?:original(?:ly)?|initial(?:ly)?|first|planned|foreseen|expected|scheduled?)\b",
    re.IGNORECASE,
)
"""What behind a time tells it to be another than was first foreseen."""


def is_day_of_letter(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when there was a reply, and the day at a span of a sentence is when it was asked or
    written for; or when something was first to be, and it is when it is to be instead.

    >>> from bot.question import read
    >>> told = "“I wrote to the board on 3 May,” Ada Wren replied."
    >>> [is_day_of_letter(read(f"When did {so}?"), told, (25, 30)) for so in ("the board reply", "she write")]
    [True, False]
    >>> told = "It opens in June, two months later than first planned."
    >>> [is_day_of_letter(read(f"When was it {so}?"), told, (12, 16)) for so in ("originally to open", "to open")]
    [True, False]
    """
    if question.analysis.answer_type != "when":
        return False
    if _ASKS_FIRST.search(question.text) and _THAN_FIRST.match(sentence, span[1]):
        return True
    if _ASKS_REPLY.search(question.text) is None:
        return False
    return _SENT.search(sentence, 0, span[0]) is not None and _REPLIED.search(sentence, 0, span[0]) is None
