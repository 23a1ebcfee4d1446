"""Of several that are listed with their years, one without: "after Wren in 2004 and Lusk" does not date Lusk."""

from __future__ import annotations

import itertools
import re
from typing import Final

from bot.matching.deeds_told import deeds
from bot.question import Question
from bot.question.tokens import tokens
from facts.expressions import expression

_JOINT: Final = expression(r", (?:and )?| and ")
_DATED: Final = expression(
    r"(?:after |then |before )?[A-Z][\w ’'-]{1,60} (?:in|on) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}\W*"
)
_BARE: Final = expression(r"[A-Z][\w ’'-]{1,60}[.;]?")


def is_date_of_one_before(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when, and the date at a span of a sentence is that of one in a list before whom it names,
    who stands there without any.

    >>> from bot.question import read
    >>> told = "She is third, after Ada Wren in 2004 and Bo Lusk."
    >>> is_date_of_one_before(read("When was Bo Lusk chair?"), told, (32, 36))
    True
    """
    if question.analysis.answer_type != "when":
        return False
    names = {word.term for word in question.analysis.words if word.name}
    bounds = [0, *itertools.chain.from_iterable(found.span() for found in _JOINT.finditer(sentence)), len(sentence)]
    parts = list(zip(bounds[::2], bounds[1::2], strict=True))
    mine = next((at for at, (begin, end) in enumerate(parts) if begin <= span[0] < end), len(parts))
    if mine == len(parts) or not names or not _DATED.fullmatch(sentence[slice(*parts[mine])]):
        return False
    if names & {token.term for token in tokens(sentence[slice(*parts[mine])])}:
        return False
    for each in parts[mine + 1 :]:
        text = sentence[slice(*each)]
        if _BARE.fullmatch(text) and not re.search(r"\d", text) and not deeds(text):
            return bool(names & {token.term for token in tokens(text)})
        if not _DATED.fullmatch(text):
            return False
    return False
