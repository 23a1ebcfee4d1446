"""Who is beside a meeting, and not met by it: "met in Tarn, with Ada Wren in the chair"."""

from __future__ import annotations

import re
from typing import Final

from facts.parse.clauses import Argument

_BESIDE: Final = re.compile(
    r"(?:with )?(?:(?! (?:after|and then|before|that|to|when|while|who|with) )[^,;()]){1,120}"
    r"(?: \([^()]{1,60}\)|, [^,;()]{1,60},|,)? (?:(?:acting|being|serving|sitting) )?"
    r"(?:in the chair|in attendance|presiding|(?:co-)?chairing|moderating|(?<!capacity )as (?:acting |its |the )?"
    r"(?:co-)?chair(?:man|person|woman)?\b(?! of)|(?:in charge of|taking) the (?:chair|minutes))\b"
)
"""A phrase with what is said of somebody who presides or is there."""


def is_in_the_chair(phrase: Argument) -> bool:
    """Whether a phrase behind "with" tells who presided or attended, and not whom somebody met."""
    doc = phrase.head.doc
    return _BESIDE.match(doc.span(phrase.start, phrase.head.sent.end).text) is not None
