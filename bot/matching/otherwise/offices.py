"""Who holds the office above the one that is asked about: the treasurer is not the vice-treasurer."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.not_done import BELOW
from bot.question import Question
from facts.folding import fold

_BELOW: Final = re.compile(rf"\b(?P<below>{'|'.join(sorted(BELOW))})[ -](?P<office>[a-z]{{4,}})")
_PART: Final = re.compile(r"[,;.] | and | while | but ")


def holds_the_higher(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks for a deputy, and the words at a span of a sentence stand in its part with the office
    alone, and another part tells of the deputy.

    >>> from bot.question import read
    >>> told = "Ada Wren is elected as chair, and Bo Lusk as vice-chair."
    >>> holds_the_higher(read("Who is the vice-chair of Tarn?"), told, (0, 8))
    True
    """
    asked = _BELOW.search(fold(question.text))
    if asked is None or question.analysis.answer_type != "who":
        return False
    below = rf"\b{asked['below']}[ -]{asked['office']}\b"
    begin = max((found.end() for found in _PART.finditer(sentence, 0, span[0])), default=0)
    ends = _PART.search(sentence, span[1])
    mine = fold(sentence[begin : ends.start() if ends else len(sentence)])
    alone = re.search(rf"\b{asked['office']}\b", re.sub(below, " ", mine)) is not None
    return alone and re.search(below, mine) is None and re.search(below, fold(sentence)) is not None
