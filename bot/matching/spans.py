"""Spans of a sentence: whether two have a place in common, and the clause around one."""

from __future__ import annotations

import re


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans have a place in common.

    >>> overlap((0, 3), (2, 5)), overlap((0, 3), (3, 5))
    (True, False)
    """
    return one[0] < other[1] and other[0] < one[1]


def clause_around(sentence: str, span: tuple[int, int], joint: re.Pattern[str]) -> tuple[int, int]:
    """The span of a sentence between the joints that are next to a span in it.

    >>> told = "The lock is shut; the pier is open; the mill is sold."
    >>> told[slice(*clause_around(told, (22, 26), re.compile("; ")))]
    'the pier is open'
    """
    begin = max((found.end() for found in joint.finditer(sentence, 0, span[0])), default=0)
    behind = joint.search(sentence, span[1])
    return begin, behind.start() if behind else len(sentence)
