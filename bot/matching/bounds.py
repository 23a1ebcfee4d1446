"""What bounds a number, or says that it is not exact, belongs to it: "less than £60" is no £60, nor is "some 60" 60."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.wholes import COUNT
from facts.expressions import expression

_BOUND: Final = expression(
    r"\b(?:(?:no |not )?(?:less|fewer|more) than|(?:just |well )?(?:under|over|below|above)|at (?:least|most)|"
    r"as (?:many|much|few|little) as|up to|nearly|almost|close to|barely|no fewer than|"
    r"some|about|around|roughly|approximately|circa|something like|in the region of|(?:an )?estimated) $",
    re.IGNORECASE,
)
_MORE_THAN: Final = expression(r"(?:more|less|fewer) than (?=[\d£$€]|[a-z])", re.IGNORECASE)
_SPOKEN_OF: Final = expression(
    r"\b(?:argu|ask|complain|concern|decid|discuss|disput|hear|inform|kn[eo]w|learn|question|quer|read|report|sa(?:id|y)|"
    r"sp[eo]ak|spoke|t[eo]ld?|talk|tell|think|thought|warn|worr|wr[io]t)\w*(?: [\w’'-]+){0,2} about $|"
    r"\b(?:all|gather\w*|sat|sit|sitting|stood|travel\w*|walk\w*|built|turn\w*) around $",
    re.IGNORECASE,
)
"""What makes of "about" what something is told of, and of "around" where it is."""
_MAY: Final = r"(?:will|may|shall|should|must|can|could|would|is|was|are|were)"
_NOBODY_MORE: Final = expression(
    rf"\b(?:(?:nobody|no one|none|no [a-z]+) {_MAY}|{_MAY} (?:not|never))(?: (?!that\b|whether\b|if\b)[a-z]+){{1,3}} $",
    re.IGNORECASE,
)
"""What turns a bound round: "nobody will work more than three" nights."""
_OR_SO: Final = expression(r"(?: or (?:so|more|fewer|less)| at (?:least|most))\b", re.IGNORECASE)
_OF_THEN: Final = expression(
    r"(?: [\w’'-]+){0,3}? (?:in (?:19|20)\d\d|last \w+|(?:an?|the|one) \w+ (?:ago|earlier|before))\b"
)
"""What stands behind a number of then, which one of now is compared with: "fewer than 40 in 2030"."""
_NUMBER: Final = expression(
    rf"{COUNT}|(?:an? )?(?:half|third|quarter|dozens?|hundreds?|thousands?|million|billion)\b", re.IGNORECASE
)


def with_bound(sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence that begins with a number, with its currency, and what bounds it or tells it as not exact.

    >>> told = "It would cost less than £60."
    >>> told[slice(*with_bound(told, (24, 27)))]
    'less than £60'
    >>> told = "Nobody may stay more than two nights."
    >>> told[slice(*with_bound(told, (26, 29)))]
    'Nobody may stay more than two'
    """
    if sentence[: span[0]].endswith(("£", "$", "€")):
        span = span[0] - 1, span[1]
    if _MORE_THAN.match(sentence, *span):
        none = _NOBODY_MORE.search(sentence, 0, span[0])
        return (none.start(), span[1]) if none else span
    if not _NUMBER.match(sentence, span[0]):
        return span
    behind = _OR_SO.match(sentence, span[1])
    begin, end = span[0], behind.end() if behind else span[1]
    bound = _BOUND.search(sentence, 0, begin)
    if bound is None or _SPOKEN_OF.search(sentence, 0, begin):
        return begin, end
    if bound[0].endswith("than ") and (none := _NOBODY_MORE.search(sentence, 0, bound.start())):
        return none.start(), end
    is_of_then = bound[0].endswith("than ") and _OF_THEN.match(sentence, span[1])
    return begin if is_of_then else bound.start(), end
