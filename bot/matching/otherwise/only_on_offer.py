"""What is only offered: who "offered to host the fair" does not host it yet."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import stem
from facts.expressions import expression

_OFFERS: Final = expression(
    r"\b(?:offer|appl(?:y|i)|ask|volunteer|bid|hope|want|wish|seek|sought|propose|request)\w*(?: again)? "
    r"to (?:also )?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_ASKS_WISH: Final = expression(
    r"\b(?:offer|appl(?:y|i)|ask|volunteer|bid|hop|want|wish|seek|sought|propos|request|call|urg|demand|petition|press|"
    r"lobb|should|would|could|might|suggest)\w*",
    re.IGNORECASE,
)
_GRANTED: Final = expression(
    r"\b(?:accepted|agreed|approved|granted|adopted|carried|passed|won|chosen|awarded|resolved|decided)\b",
    re.IGNORECASE,
)


def is_only_offered(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who does something, and a sentence tells of it only that somebody offered or wants to.

    >>> from bot.question import read
    >>> told = "Osmark offered to host the next fair."
    >>> [is_only_offered(read(f"Who {does}?"), told, (0, 6)) for does in ("hosts the next fair", "offered to host it")]
    [True, False]
    """
    asked = question.analysis
    if (
        asked.answer_type not in ("who", "which", "where")
        or asked.predicate is None
        or _ASKS_WISH.search(question.text)
    ):
        return False
    told = [found for found in _OFFERS.finditer(sentence) if stem(found["verb"].lower()) == asked.predicate]
    alone = sum(1 for word in re.findall(r"[\w’'-]+", sentence) if stem(word.lower()) == asked.predicate) == len(told)
    return bool(told) and alone and span[0] < told[0].start() and _GRANTED.search(sentence) is None
