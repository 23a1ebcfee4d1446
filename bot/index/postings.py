"""Numbers of one owner after another's, lists of owners by key among them, and what is looked up in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

NONE: Final = np.zeros(0, dtype=np.int32)


class RaggedArray:
    """Numbers of one owner after another's, as they lie in the file."""

    def __init__(self, values: NDArray[Any], ends: NDArray[Any]) -> None:
        """`ends` holds where each owner's numbers end."""
        self.values = values
        self.ends = ends

    def of(self, owner: int) -> NDArray[Any]:
        """The numbers of one owner."""
        return self.values[int(self.ends[owner - 1]) if owner else 0 : int(self.ends[owner])]

    def count(self, owner: int) -> int:
        """How many numbers an owner has."""
        return int(self.ends[owner]) - (int(self.ends[owner - 1]) if owner else 0)


def spans(ends: NDArray[Any], owners: Ints) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The places of what owners have, one's after another's as `ends` tells, and whose (by place in `owners`) each is.

    >>> [places.tolist() for places in spans(np.array([2, 3, 7]), np.array([0, 2], dtype=np.int32))]
    [[0, 1, 3, 4, 5, 6], [0, 0, 1, 1, 1, 1]]
    """
    stops = ends[owners].astype(np.intp)
    starts = np.where(owners > 0, ends[owners - 1], 0).astype(np.intp)
    lengths = stops - starts
    total = int(lengths.sum())
    whose = np.repeat(np.arange(len(owners)), lengths)
    before = np.cumsum(lengths) - lengths
    return np.arange(total) + np.repeat(starts - before, lengths), whose


class ResolvedTerm(msgspec.Struct, frozen=True):
    """A word of a question: its weight, and the numbers of the keys that it may mean with what each is worth."""

    weight: float
    meanings: Sequence[tuple[int, float]]


def best_meanings(term: ResolvedTerm, postings: RaggedArray, count: int) -> Floats:
    """What the best meaning of a term is worth that each of `count` owners has (0–1)."""
    found = np.zeros(count, dtype=np.float32)
    for key, worth in term.meanings:
        owners = postings.of(key)
        found[owners] = np.maximum(found[owners], np.float32(worth))
    return found


def within(values: Ints, ordered: Ints) -> NDArray[np.bool_]:
    """Which of the values are in an ordered list."""
    if not len(ordered):
        return np.zeros(len(values), dtype=bool)
    at = np.minimum(ordered.searchsorted(values), len(ordered) - 1)
    return np.asarray(ordered[at] == values)


def union(lists: Sequence[Ints]) -> Ints:
    """The owners that are in any of some lists, in order."""
    filled = [owners for owners in lists if len(owners)]
    if len(filled) < 2:
        return filled[0] if filled else NONE
    owners = np.sort(np.concatenate(filled))
    return owners[first_of_each(owners)]


def first_of_each(ordered: NDArray[Any]) -> NDArray[np.intp]:
    """Where each run of equal numbers begins.

    >>> first_of_each(np.array([3, 3, 5, 7, 7], dtype=np.int32)).tolist()
    [0, 2, 3]
    """
    begins = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    return np.flatnonzero(begins)
