"""Minutes put one motion after the other: of which of them a sentence tells, by words and order alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from facts.expressions import expression

_MOTION: Final = r"(?:motion|proposal|resolution|amendment)"
_PUTS: Final = expression(
    rf"\b(?:mov|propos)(?:ed|es)\b(?! (?:by|in|on|into|out|up|down|back|away|it|this)\b)"
    rf"(?! (?:the|that|this|his|her|their) {_MOTION}\b)"
    rf"|\b(?:mov|propos)ed by\b[^;]* (?:that|to)\b"
    rf"|\b(?:an?|another|one|the|his|her) (?:[\w-]+ )?{_MOTION} (?:to|that|for|calling|asking|urging|against)\b"
    rf"|\b(?:an?|another|one|the (?:first|second|third|other|next|last)) (?:[\w-]+ )?{_MOTION},? (?:(?:which was )?"
    rf"(?:moved|put|proposed|tabled) )?(?:by|from) (?!\d)"
    rf"|\b{_MOTION}(?: \([^()]+\))?: (?:that|to)\b|\b(?:motion|resolution) (?:no\.? ?)?\d",
    re.IGNORECASE,
)
"""By what a sentence puts a motion, or tells of one by what it is for."""
_POINTS: Final = expression(
    rf"\b(?:the|this|that) (?:{_MOTION}|vote)\b|\b(?:it|this|that)\b|\bvotes?\b|"
    r"\b(?:second(?:ed|s|er)|moved|proposed)\b|\b(?:carried|lost|fell|defeated|passed|rejected)\b",
    re.IGNORECASE,
)
"""By what a sentence may tell of a motion that was put before it."""
AMENDS: Final = expression(r"\bamend", re.IGNORECASE)
AS_AMENDED: Final = expression(
    rf"\b{_MOTION},? (?:as|so|thus) amended\b|\bamended {_MOTION}\b|\bsubstantive {_MOTION}\b", re.IGNORECASE
)
"""What a motion is called once an amendment to it was carried."""
_THE_MOTION: Final = expression(r"\b(?:motion|proposal|resolution)\b", re.IGNORECASE)
_FAR: Final = 6
"""How many sentences behind the one that puts it a motion is told of, at most."""


def puts_motion(sentence: str) -> bool:
    """Whether a sentence puts a motion of its own, or says what one is for.

    >>> told = "Ada Wren moved, seconded by Bo Lusk, that the pier close.", "Ada Wren moved the motion.", "It was lost."
    >>> [puts_motion(sentence) for sentence in told]
    [True, False, False]
    """
    return _PUTS.search(sentence) is not None


def amends_alone(sentence: str) -> bool:
    """Whether a sentence tells of an amendment, and not of the motion as amended.

    >>> [amends_alone(f"{it} was carried.") for it in ("The amendment", "The motion as amended", "The motion")]
    [True, False, False]
    """
    return AMENDS.search(sentence) is not None and AS_AMENDED.search(sentence) is None


def put_before(sentences: Sequence[str], place: int) -> int | None:
    """The place of the sentence with the motion of which the one at a place tells: itself, or the last one before it,
    behind an amendment the one that was to be amended; None where none is.

    >>> told = ["Ada Wren moved that the pier close.", "Bo Lusk seconded.", "Jon Ek moved to sell it.", "It was lost."]
    >>> [put_before(told, place) for place in range(4)]
    [0, 0, 2, 2]
    """
    if puts_motion(sentences[place]):
        return place
    if not _POINTS.search(sentences[place]):
        return None
    of_motion = _THE_MOTION.search(sentences[place]) and not AMENDS.search(sentences[place])
    for at in range(place - 1, max(place - _FAR, 0) - 1, -1):
        if puts_motion(sentences[at]) and not (of_motion and AMENDS.search(sentences[at])):
            return at
    return None
