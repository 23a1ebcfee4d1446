"""What a question sets aside: who came "besides Ada Wren" is not Ada Wren, nor is it all of what she did."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_BESIDE: Final = expression(
    r"\b(?:besides|other than|apart from|aside from|in addition to|except(?: for)?|excluding)\b (?:being |as )?"
    r"(?P<aside>[^,;?]+?)"
    r"(?= (?:in|at|on|during|for|from|who|which|what|when|where|how|did|does|do|was|were|is|are|has|have)\b|[,;?]|$)",
    re.IGNORECASE,
)


def is_set_aside(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the words at a span of a sentence have all that a question sets aside.

    >>> from bot.question import read
    >>> is_set_aside(read("What is she besides clerk of Tarn?"), "She is clerk of Tarn and mayor.", (7, 20))
    True
    """
    aside = _BESIDE.search(question.text)
    terms = content_terms(aside["aside"]) if aside else frozenset[str]()
    return bool(terms) and terms <= content_terms(sentence[slice(*span)])
