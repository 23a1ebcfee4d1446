"""Values that are read when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class LazySequence(Sequence[T]):
    """A row of values, each read when it is asked for."""

    def __init__(self, count: int, read: Callable[[int], T]) -> None:
        """`read` gives the value at a place from 0 to `count` - 1."""
        self._count = count
        self._read = read

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def __eq__(self, other: object) -> bool:
        """Whether they are the same values."""
        return isinstance(other, LazySequence) and list(self) == list(other)

    def __hash__(self) -> int:
        """The same for the same values."""
        return hash(tuple(self))

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        """The value at a place."""
        if isinstance(at, slice):
            return [self._read(i) for i in range(*at.indices(self._count))]
        if not -self._count <= at < self._count:
            raise IndexError(at)
        return self._read(at % self._count)
