"""Whose chair somebody is: the chairman of the working group that put a matter forward did not chair the council."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_ASKS_CHAIR: Final = expression(
    r"\b(?:who|which)\b[^?]*\b(?:chair(?:ed|s|ing)?|presid(?:ed|es?|ing))\b|\bwho (?:was|is) (?:the )?(?:chair\w*|"
    r"presiding \w+)\b|\bin the chair\b",
    re.IGNORECASE,
)
_CHAIRS: Final = expression(
    r"\b(?:(?:co-?)?chair(?:ed|s|ing)|in the chair|took the chair|presid(?:ed|es|ing)|speaker|moderat\w+|called? [^.;]*"
    r"to order|open(?:ed|ing|s)|clos(?:ed|ing|es)|convened|led|welcom\w+)\b",
    re.IGNORECASE,
)
"""What one does who chairs a meeting."""
_ITS_CHAIR: Final = expression(
    r"\b[Ii]ts (?:then |new )?(?:vice-?)?(?:chair(?:man|woman|person)?|president|head|leader)\b"
)
_PART_OF_OTHERS: Final = expression(
    r"\b(?P<body>working group|task ?force|(?:sub-?|select )committee|panel|federation|union|association|company|club|"
    r"agency|league|party|charity|firm|trust|society|foundation|institute|campaign|council|committee|board|parliament|"
    r"assembly|congress|commission|meeting)\b",
    re.IGNORECASE,
)
"""What may have a chair; the last one of the sentence before is what "its" stands for."""
_WHOLE: Final = frozenset(map(stem, "council committee board parliament assembly congress commission meeting".split()))
"""What a meeting may be one of."""


def chairs_another(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a question asks who chaired a meeting, and the sentence at a place only names the chair of what the one
    before it ends with: a working group, a party.

    >>> from bot.question import read
    >>> told = ["It was put forward by the road working group.", "Its chairman, Ada Wren, defended it."]
    >>> asked = "Who chaired the council?", "Who chairs the working group?"
    >>> [chairs_another(read(each), told, 1) for each in asked]
    [True, False]
    """
    if not place or _ASKS_CHAIR.search(question.text) is None:
        return False
    if _ITS_CHAIR.search(sentences[place]) is None or _CHAIRS.search(sentences[place]):
        return False
    bodies = [found["body"] for found in _PART_OF_OTHERS.finditer(sentences[place - 1])]
    its = content_terms(bodies[-1]) if bodies else frozenset[str]()
    return bool(its) and its.isdisjoint(_WHOLE) and its.isdisjoint(question.analysis.terms)
