"""Who moved or seconded an amendment did not do so with the motion that it is of."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.cues import IDLE_TERMS
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_AMENDMENT: Final = expression(r"\bamend\w+", re.IGNORECASE)
_MOTION: Final = r"(?:motion|proposal|resolution|recommendation|proposition)s?"
_ASKS_MOTION: Final = expression(
    rf"\bwho (?:\w+ )?(?:moved|seconded|second|proposed|tabled)\b[^?]*\b{_MOTION}\b", re.IGNORECASE
)
_OWN_MOTION: Final = expression(rf"\b{_MOTION}\b", re.IGNORECASE)
_IDLE_OF_MOTION: Final = IDLE_TERMS | frozenset(
    map(stem, "move second seconded propose table motion proposal resolution recommendation proposition".split())
)


def is_of_the_amendment(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who moved or seconded a motion, and those at a span of a sentence did so with an
    amendment, of which the question has no word.

    >>> from bot.question import read
    >>> told = "Bo Lusk moved an amendment that juniors pay nothing; this was seconded by Ada Wren."
    >>> asked = (f"Who seconded the {it}?" for it in ("motion to raise the fee", "amendment", "motion on juniors"))
    >>> [is_of_the_amendment(read(each), told, (74, 82)) for each in asked]
    [True, False, False]
    """
    if _ASKS_MOTION.search(question.text) is None or _AMENDMENT.search(question.text):
        return False
    amended = [*_AMENDMENT.finditer(sentence)]
    if not amended or _OWN_MOTION.search(_AMENDMENT.sub("", sentence)):
        return False
    return (question.analysis.terms - _IDLE_OF_MOTION).isdisjoint(content_terms(sentence))
