"""Which of many words may be within a few edits of another, told from their letters alone.

A word's signature has a bit for each letter or digit that is in it, and one for each that is in it twice. An edit
(one letter left out, put in, changed, or two neighbours swapped: optimal string alignment) changes at most two bits
of one word's, so words whose signatures differ in more than twice as many bits are further apart. Nothing that is
near is lost; of the rest little is left (the idea of Karp & Rabin's fingerprints, for sets of letters).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_BITS_AN_EDIT = 2
MOST_LETTERS = 255
"""Letters from which on the length of a question's text is not told."""


def signature(word: str) -> int:
    """The 64 bits of a word.

    >>> signature("brandt") == signature("barndt"), (signature("brandt") ^ signature("brand")).bit_count()
    (True, 1)
    """
    once = twice = 0
    for char in word:
        bit = 1 << (ord(char) % 32)
        if once & bit:
            twice |= bit
        once |= bit
    return once | twice << 32


def digest(text: str) -> int:
    """64 bits of which no two texts have the same, as far as anybody will see (BLAKE2; Aumasson et al. 2013)."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def signatures(words: Iterable[str]) -> NDArray[np.uint64]:
    """The bits of many words."""
    return np.fromiter(map(signature, words), dtype=np.uint64)


def near(word: str, others: NDArray[np.uint64], edits: int) -> NDArray[np.intp]:
    """The places of the signatures whose words may be within so many edits of a word."""
    apart = np.bitwise_count(others ^ np.uint64(signature(word)))
    return np.flatnonzero(apart <= _BITS_AN_EDIT * edits)
