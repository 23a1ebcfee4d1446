"""Lists of owners by key, and how they are merged: the shortest first, and no longer than they can matter.

No more owners are taken in once the lists that are left could not lift one to where the best are (MaxScore: Turtle &
Flood 1995); those that are in are looked up in the lists that are left.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

ENOUGH: Final = 16
"""How many owners must be better than any that is not taken in yet."""
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

    def spans(self, owners: Ints) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Where the numbers of many owners are, and to which of them (by its place in `owners`) each belongs."""
        return spans(self.ends, owners)


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


@dataclasses.dataclass(frozen=True, slots=True)
class ResolvedTerm:
    """A word of a question: its weight, and the numbers of the keys that it may mean with what each is worth."""

    weight: float
    meanings: Sequence[tuple[int, float]]


def merged(
    terms: Sequence[ResolvedTerm],
    must: Sequence[Ints],
    postings: RaggedArray,
    admit: Callable[[Ints], NDArray[np.bool_]] | None = None,
    enough: int = ENOUGH,
) -> tuple[Ints, Floats]:
    """Owners with how much of the words' weight they have: all that may be among the best ENOUGH, in order.

    Each owner must have one key of each group in `must`; `admit` tells of owners which of them may be taken at all.
    """
    allowed: Ints | None = None
    for group in sorted(must, key=lambda group: sum(map(postings.count, group))):
        if allowed is None:
            allowed = union([postings.of(key) for key in group])
        else:
            kept = np.zeros(len(allowed), dtype=bool)
            for key in group:
                kept |= within(allowed, postings.of(key))
            allowed = allowed[kept]
    lists = sorted(
        ((sum(postings.count(key) for key, _ in word.meanings), at) for at, word in enumerate(terms) if word.meanings),
    )
    left = sum(terms[at].weight for _, at in lists)
    owners = allowed if allowed is not None else NONE
    worth = np.zeros(len(owners), dtype=np.float32)
    for size, at in lists:
        word = terms[at]
        settled = allowed is not None and len(allowed) * 16 < size
        if not settled and allowed is None and len(owners) >= enough:
            settled = float(np.partition(worth, -enough)[-enough]) > left
        if settled:
            worth = worth + np.float32(word.weight) * probed(word, postings, owners)
        else:
            mine, gain = _taken(word, postings)
            if admit is not None and len(mine):
                kept = admit(mine)
                mine, gain = mine[kept], gain[kept]
            if allowed is not None:
                worth = worth + np.float32(word.weight) * _lookup(mine, gain, owners)
            else:
                owners, worth = _joined(owners, worth, mine, gain * np.float32(word.weight))
        left -= word.weight
    return owners, worth


def _taken(word: ResolvedTerm, postings: RaggedArray) -> tuple[Ints, Floats]:
    """All owners that have a word, in order, with what the best of its meanings there is worth."""
    lists = [(postings.of(key), worth) for key, worth in word.meanings]
    lists = [(found, worth) for found, worth in lists if len(found)]
    if not lists:
        return NONE, np.zeros(0, dtype=np.float32)
    if len(lists) == 1:
        return lists[0][0], np.full(len(lists[0][0]), lists[0][1], dtype=np.float32)
    owners = np.concatenate([found for found, _ in lists])
    worth = np.concatenate([np.full(len(found), worth, dtype=np.float32) for found, worth in lists])
    order = np.argsort(owners, kind="stable")
    owners, worth = owners[order], worth[order]
    first = first_of_each(owners)
    return owners[first], np.maximum.reduceat(worth, first)


def _joined(owners: Ints, worth: Floats, more: Ints, gain: Floats) -> tuple[Ints, Floats]:
    """Two ordered lists of owners as one; what both have is added up."""
    if not len(owners):
        return more, gain
    if not len(more):
        return owners, worth
    both = np.concatenate((owners, more))
    values = np.concatenate((worth, gain))
    order = np.argsort(both, kind="stable")
    both, values = both[order], values[order]
    first = first_of_each(both)
    return both[first], np.add.reduceat(values, first)


def probed(word: ResolvedTerm, postings: RaggedArray, owners: Ints) -> Floats:
    """What the best meaning of a word is worth that each owner has."""
    found = np.zeros(len(owners), dtype=np.float32)
    for key, worth in word.meanings:
        np.maximum(found, np.float32(worth), out=found, where=within(owners, postings.of(key)))
    return found


def _lookup(keys: Ints, values: Floats, wanted: Ints) -> Floats:
    """The value of each wanted number in an ordered table; 0 where it has none."""
    if not len(keys):
        return np.zeros(len(wanted), dtype=np.float32)
    at = np.minimum(keys.searchsorted(wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, values[at], np.float32(0))


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


def weighed(rows: Floats, weights: Floats) -> Floats:
    """The sum of each row's values by their weights.

    Not by `@`: for rows this short that costs more, and on some processors it warns of invalid values without any.
    """
    return np.asarray(np.einsum("ij,j->i", rows, weights))


def first_of_each(ordered: NDArray[Any]) -> NDArray[np.intp]:
    """Where each run of equal numbers begins.

    >>> first_of_each(np.array([3, 3, 5, 7, 7], dtype=np.int32)).tolist()
    [0, 2, 3]
    """
    begins = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    return np.flatnonzero(begins)


def grouped(ordered: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.intp]]:
    """The numbers of an ordered row, each once, and for each place of the row which of them stands there."""
    begins = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    return ordered[begins], np.cumsum(begins) - 1
