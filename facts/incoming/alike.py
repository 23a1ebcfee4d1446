"""Whether two texts are one report: nearly the same words, the same numbers, no sentence that says another thing."""

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

RENAMED: Final = 0.5
"""Share of the words of the shorter of two titles that stand in both if only what they name differs."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n\s*\n")


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


def only_adds(text: str, other: str) -> bool:
    """Whether one of two texts has all sentences of the other, and perhaps some besides, as a site puts around a text.

    >>> only_adds("The Elm Board met. It agreed.", "The Elm Board met.\\nIt agreed.\\nShare this")
    True
    >>> only_adds("The Elm Board met. It agreed.", "The Fir Board met. It agreed.")
    False
    """
    return _has_all(text, other) or _has_all(other, text)


def names_another(title: str, other: str) -> bool:
    """Whether two titles say the same of different things: each has words of its own, most stand in both.

    >>> names_another("Elm Board approves its budget", "Fir Board approves its budget")
    True
    >>> names_another("Elm Board approves its budget", "Elm Board approves its budget | The Post")
    False
    >>> names_another("Elm Board approves its budget", "More money for schools")
    False
    """
    one, two = (set(_WORD.findall(fold(each))) for each in (title, other))
    return bool(one - two and two - one) and len(one & two) >= RENAMED * min(len(one), len(two))


def _has_all(whole: str, part: str) -> bool:
    spaced = _spaced(whole)
    return all(_spaced(sentence) in spaced for sentence in _SENTENCE_END.split(part))


def _spaced(text: str) -> str:
    """The words of a text, each with blanks around it."""
    words = _WORD.findall(fold(text))
    return f" {' '.join(words)} " if words else ""


def _digest(text: str) -> int:
    # 53 bits: a whole number in every reader of JSON.
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=7).digest(), "big") >> 3


def _hex(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
