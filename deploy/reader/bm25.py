"""Plain BM25 over short texts: which of them share most and rarest words with a question."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy

SATURATION = 1.2
LENGTH_SHARE = 0.75
"""BM25's k1 and b: how soon a repeated word counts no more, how much a long text is held against it."""

_WORD = re.compile(r"[a-z0-9]+")
_STOP = frozenset(
    "a an and are as at be been by did do does for from had has have he her his how i in is it its of on or she that "
    "the their there they this to was were what when where which who whom whose why will with would you".split()
)


def words(text: str) -> list[str]:
    """Cut a text into lower-case words, roughly stemmed, without the smallest."""
    return [_stem(word) for word in _WORD.findall(text.lower()) if word not in _STOP]


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


class Bm25:
    """An index of texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index texts; they are named by their places from 0."""
        counted = [Counter(words(text)) for text in texts]
        lengths = numpy.array([counts.total() for counts in counted], dtype=numpy.float32)
        norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths / max(lengths.mean(), 1))
        postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, counts in enumerate(counted):
            for word, count in counts.items():
                postings[word].append((place, count))
        self._size = len(texts)
        self._postings = {}
        for word, found in postings.items():
            places, counts_of = numpy.array(found, dtype=numpy.int32).T
            rarity = math.log(1 + (len(texts) - len(places) + 0.5) / (len(places) + 0.5))
            weight = rarity * counts_of * (SATURATION + 1) / (counts_of + norm[places])
            self._postings[word] = places, weight.astype(numpy.float32)

    def top(self, question: str, count: int) -> list[int]:
        """The places of the texts that fit a question best, best first; those that share no word are left out."""
        scores = numpy.zeros(self._size, dtype=numpy.float32)
        for word in set(words(question)):
            if word in self._postings:
                places, weight = self._postings[word]
                scores[places] += weight
        best = numpy.argsort(-scores, kind="stable")[:count]
        return [int(place) for place in best if scores[place] > 0]
