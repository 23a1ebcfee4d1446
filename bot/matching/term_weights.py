"""What each key of a question is worth for each of its words, and how well owners of keys have the words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.index.postings import Floats, Ints, ResolvedTerm


class TermWeights:
    """A table of terms: a row of what each is worth for each word of a question (0–1). `said`: the best of each row."""

    def __init__(self, terms: Sequence[ResolvedTerm], said: Iterable[int] = ()) -> None:
        """`said` are keys that the question says without any of its words meaning them."""
        rows: dict[int, list[float]] = {}
        for at, word in enumerate(terms):
            for key, worth in word.meanings:
                row = rows.setdefault(key, [0.0] * len(terms))
                row[at] = max(row[at], worth)
        best = {key: max(row) for key, row in rows.items()}
        for key in said:
            if key not in rows:
                rows[key], best[key] = [0.0] * len(terms), 1.0
        ordered = sorted(rows)
        self.numbers = np.array(ordered, dtype=np.int32)
        self.said = np.array([best[key] for key in ordered], dtype=np.float32)
        self._rows = np.array([rows[key] for key in ordered], dtype=np.float32).reshape(len(ordered), len(terms))
        self._last = len(ordered) - 1

    def __contains__(self, key: int) -> bool:
        """Whether a key is in the table."""
        at = int(self.numbers.searchsorted(key))
        return at <= self._last and int(self.numbers[at]) == key

    def hits(self, keys: Ints) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The places of the keys that are in the table, and their rows."""
        if self._last < 0:
            return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp)
        rows = self.numbers.searchsorted(keys)
        np.minimum(rows, self._last, out=rows)
        hit = np.flatnonzero(self.numbers[rows] == keys)
        return hit, rows[hit]

    def spread(self, owners: NDArray[Any], rows: NDArray[np.intp], count: int) -> Floats:
        """How well each of `count` owners has each word, told from which of them have keys of which rows."""
        best = np.zeros((count, self._rows.shape[1]), dtype=np.float32)
        np.maximum.at(best, owners, self._rows[rows])
        return best
