"""Whether a question asks how many more or fewer there are, and not how many."""

from __future__ import annotations

from typing import Final

from facts.expressions import expression

_ASKS: Final = expression(
    r"\bhow (?:many|much) (?:(?!than\b|of\b)[\w’'-]+ ){0,2}?"
    r"(?:additional|extra|fewer|higher|less|lower|(?<!much )more|short"
    r"|(?:above|below|over|under) (?:(?:its|the) )?(?:budget|estimates?|expected|forecast|plan\w*|target|that|what))\b"
    r"(?! than \d)",
    # "How many more than 40 came?" asks how many came.
)


def asks_difference(text: str) -> bool:
    """Whether a question asks for the difference of two numbers.

    >>> asked = "How many fewer boats?", "How much over budget?", "How many are over 60?", "How many more than 9?"
    >>> [asks_difference(each) for each in asked]
    [True, True, False, False]
    """
    return _ASKS.search(text.lower()) is not None
