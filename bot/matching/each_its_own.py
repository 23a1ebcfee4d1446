"""Of several told with as many others "respectively" each has its own: "Tarn and Osmark paid 4 and 7 respectively".

And of two of which one is told not to be it ("not Ada Wren but Bo Lusk"), the other is.
"""

from __future__ import annotations

from typing import Final

from bot.matching.spans import parts_of
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_RESPECTIVELY: Final = expression(r",? respectively\b")
_OWN: Final = r"[\w’'£$€.:%-]+(?: [\w’'.]+)?"
_LAST: Final = expression(rf"(?:(?<=\s){_OWN}, )*(?<=\s){_OWN},? and {_OWN}$")
_NEAR: Final = 200
"""How many letters a list of what each has takes at most."""
_JOINT: Final = expression(r",? and |, ")
_NAME: Final = r"[A-Z][\w’'-]{0,30}(?: (?:de |van |von |der )?[A-Z][\w’'-]{0,30}){0,4}"
_NAMES: Final = expression(rf"{_NAME}(?:, {_NAME}){{0,20}},? and {_NAME}")
_NOT: Final = expression(r"\bnot (?:be |been )?$")
_BUT: Final = expression(r",? but (?:rather )?(?P<other>[^;.]+)")


def each_its_own(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or what the one has whom a question names of several that each have their own; what is told
    for what it is not.

    >>> from bot.question import read
    >>> told = "Tarn and Osmark paid 4 crowns and 7 crowns respectively."
    >>> told[slice(*each_its_own(read("How much did Osmark pay?"), told, (21, 29)))]
    '7 crowns'
    """
    begin, end = span
    instead = (
        _BUT.match(sentence, end)
        if _NOT.search(sentence, max(0, begin - _NEAR), begin) and not question.analysis.negated
        else None
    )
    if instead is not None:
        return instead.span("other")
    told = _RESPECTIVELY.search(sentence)
    last = _LAST.search(sentence, max(0, told.start() - _NEAR), told.start()) if told else None
    if last is None or end <= last.start() or last.end() <= begin:
        return span
    own = parts_of(sentence, last.span(), _JOINT)
    for names in _NAMES.finditer(sentence, 0, last.start()):
        whose = parts_of(sentence, names.span(), _JOINT)
        named = [at for at, each in enumerate(whose) if content_terms(sentence[slice(*each)]) & _asked(question)]
        if len(whose) == len(own) and len(named) == 1:
            return own[named[0]]
    return span


def _asked(question: Question) -> frozenset[str]:
    return frozenset(token.term for token in question.tokens)
