"""Whether two texts are one report: the same words, or nearly, and the same numbers."""

from __future__ import annotations

import hashlib
import heapq
import re
from typing import Final

import msgspec

from facts.folding import fold

NEARLY: Final = 0.9
"""Share of their runs of five words that two texts have in common if they are nearly the same."""
RUN: Final = 5
"""Words in a run."""
SKETCH: Final = 128
"""Runs that stand for all of a text: those with the smallest digests."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")


class Signature(msgspec.Struct, array_like=True, frozen=True):
    """What a text is compared by: digests of its words, of its numbers, and of some of its runs of words."""

    words: str
    numbers: str
    runs: tuple[int, ...]


def signature_of(text: str) -> Signature:
    """Make the signature of a text; case, marks and white space make no difference."""
    words = _WORD.findall(fold(text))
    runs = {_digest(" ".join(words[n : n + RUN])) for n in range(max(1, len(words) - RUN + 1))}
    numbers = sorted(set(_NUMBER.findall(" ".join(words))))
    return Signature(_hex(" ".join(words)), _hex(" ".join(numbers)), tuple(heapq.nsmallest(SKETCH, runs)))


def likeness(one: Signature, other: Signature) -> float:
    """Estimate the share of all their runs that two texts have in common, from 0 to 1 (the Jaccard index, by the
    smallest digests: Broder 1997)."""
    if one.words == other.words:
        return 1.0
    both = set(one.runs) & set(other.runs)
    if not both:  # as it is of nearly all pairs
        return 0.0
    smallest = heapq.nsmallest(SKETCH, {*one.runs, *other.runs})
    return sum(run in both for run in smallest) / len(smallest)


def _digest(text: str) -> int:
    # 53 bits: a whole number in every reader of JSON.
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=7).digest(), "big") >> 3


def _hex(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
