"""Who came before is not who came after: "she follows Bo Lusk" does not say who replaced her, nor is he who was there
before him."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_VERB: Final = r"(?:follow|succeed|replac)(?:e[ds]?|s|ed|ing)?|(?:tak(?:e|es|ing|en)|took) over from"
_ASKS_NEXT: Final = expression(
    rf"^\W*(?:and )?(?:who|which [\w-]+) (?:(?:has|have|had|will|is|then|later) )*(?:to )?(?:{_VERB})(?! by)\b",
    re.IGNORECASE,
)
_ASKS_LAST: Final = expression(
    r"\bwhom? (?:did|does|has|had|will) [^?]{1,60}? (?:follow|succeed|replace|take over from)(?:e?d)?\b", re.IGNORECASE
)
_COMES_AFTER: Final = expression(rf"\b(?:{_VERB}|in succession to)(?P<gap> [^;:.?!]{{0,60}})\Z", re.IGNORECASE)
_COMES_BEFORE: Final = expression(rf",? (?:(?:has|have|had|will|is|then|later) )*(?:to )?(?:{_VERB})(?! by)\b")
_NEXT_PHRASE: Final = expression(r"\b(?:and|but|who|by|as|after|when|with|in|at|on)\b", re.IGNORECASE)
_BESIDE_NAME: Final = expression(r"\b(?:before|after|besides|instead of|apart from) (?P<name>[A-Z][\w’'-]+)")


def is_of_the_other_end(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who came after somebody, and the words at a span of a sentence name whom somebody came
    after, or the other way round.

    >>> from bot.question import read
    >>> is_of_the_other_end(read("Who replaced Ada Wren?"), "She follows Bo Lusk.", (12, 19))
    True
    """
    if question.analysis.answer_type != "who":
        return False
    if _ASKS_NEXT.search(question.text):
        after = _COMES_AFTER.search(sentence[: span[0]])
        return after is not None and _NEXT_PHRASE.search(after["gap"]) is None
    return _ASKS_LAST.search(question.text) is not None and _COMES_BEFORE.match(sentence, span[1]) is not None


def is_beside_named(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who it was before, after or besides somebody, and the words at a span name that one.

    >>> from bot.question import read
    >>> is_beside_named(read("Who was warden before Lusk?"), "The warden, Bo Lusk, opened the lock.", (12, 19))
    True
    """
    beside = _BESIDE_NAME.search(question.text)
    if beside is None or question.analysis.answer_type != "who":
        return False
    name = content_terms(beside["name"])
    return bool(name) and name <= content_terms(sentence[slice(*span)])
