"""Spans of a sentence: whether two have a place in common, the clause around one, what joints part, one without what is
no part of it."""

from __future__ import annotations

import re
from typing import Final

from facts.expressions import expression

STOP: Final = expression(r"[;:.] ")
CLAUSE: Final = expression(r"[;:.] |,? (?:and|but|while|whereas) ")
PHRASE: Final = expression(r"[;:.] |, |,? (?:and|but|while|whereas) ")
"""What stands between two sentences of one, between two clauses, and between any two parts that commas part, too."""
_QUOTE: Final = expression('["“”]')
_RECEIVER: Final = expression(
    r"(?:her|him|me|them|us|you) (?=(?:an?|another|some|the)\b"
    r"|(?:(?:about|almost|around|at least|exactly|just|more than|nearly|over|up to) )?(?:[$£€¥]|[A-Z]{2,3}[$£€]|\d|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundreds|thousands|millions)\b))"
)
"""Who is given something, before what that is."""


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans have a place in common.

    >>> overlap((0, 3), (2, 5)), overlap((0, 3), (3, 5))
    (True, False)
    """
    return one[0] < other[1] and other[0] < one[1]


def within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    """Whether all of a span is in another.

    >>> within((1, 3), (0, 3)), within((1, 3), (2, 5))
    (True, False)
    """
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def parts_of(sentence: str, span: tuple[int, int], joint: re.Pattern[str]) -> list[tuple[int, int]]:
    """The spans of what joints part within a span of a sentence.

    >>> told = "Ada, Bo and Cy came."
    >>> [told[slice(*part)] for part in parts_of(told, (0, 14), re.compile(", | and "))]
    ['Ada', 'Bo', 'Cy']
    """
    joints = list(joint.finditer(sentence, *span))
    begins = [span[0], *(found.end() for found in joints)]
    return list(zip(begins, [*(found.start() for found in joints), span[1]], strict=True))


def clause_around(sentence: str, span: tuple[int, int], joint: re.Pattern[str]) -> tuple[int, int]:
    """The span of a sentence between the joints that are next to a span in it.

    >>> told = "The lock is shut; the pier is open; the mill is sold."
    >>> told[slice(*clause_around(told, (22, 26), re.compile("; ")))]
    'the pier is open'
    """
    begin = max((found.end() for found in joint.finditer(sentence, 0, span[0])), default=0)
    behind = joint.search(sentence, span[1])
    return begin, behind.start() if behind else len(sentence)


def whole_quotes(sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span without a quotation mark at its ends whose other half is not in it.

    >>> told = '"We waited ten years for this," said Lund.'
    >>> told[slice(*whole_quotes(told, (0, 29)))]
    'We waited ten years for this'
    """
    begin, end = span
    said = sentence[begin:end]
    if len(_QUOTE.findall(said)) != 1:
        return span
    begin += len(said) - len(said.lstrip('"“ '))
    end -= len(said) - len(said.rstrip('"” '))
    return (begin, end) if begin < end else span


def without_receiver(sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span without the pronoun at its beginning that tells who was given what stands behind.

    >>> told = "The fund lent us 40 crowns."
    >>> told[slice(*without_receiver(told, (14, 26)))]
    '40 crowns'
    """
    receiver = _RECEIVER.match(sentence, *span)
    return (receiver.end(), span[1]) if receiver else span
