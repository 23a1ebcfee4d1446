"""What bounds a number belongs to it: "less than £60" is no £60."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.wholes import COUNT
from facts.expressions import expression

_BOUND: Final = expression(
    r"\b(?:(?:no |not )?(?:less|fewer|more) than|(?:just |well )?(?:under|over|below|above)|at (?:least|most)|"
    r"as (?:many|much|few|little) as|up to|nearly|almost|close to|barely|no fewer than) $",
    re.IGNORECASE,
)
_OF_THEN: Final = expression(
    r"(?: [\w’'-]+){0,3}? (?:in (?:19|20)\d\d|last \w+|(?:an?|the|one) \w+ (?:ago|earlier|before))\b"
)
"""What stands behind a number of then, which one of now is compared with: "fewer than 40 in 2030"."""
_NUMBER: Final = expression(COUNT, re.IGNORECASE)


def with_bound(sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence that begins with a number, with what bounds it.

    >>> told = "It would cost less than £60."
    >>> told[slice(*with_bound(told, (24, 27)))]
    'less than £60'
    """
    bound = _BOUND.search(sentence, 0, span[0])
    if bound and bound[0].endswith("than ") and _OF_THEN.match(sentence, span[1]):
        return span
    return (bound.start(), span[1]) if bound and _NUMBER.match(sentence, span[0]) else span
