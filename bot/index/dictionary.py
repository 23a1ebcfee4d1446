"""The keys and spellings on record, as they lie in an index, looked up where they stand."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.index.file_format import ArrayFile
from bot.index.signatures import near

_CACHED = 65536
_HEAD = 8


def heads(texts: Iterable[bytes]) -> NDArray[np.uint64]:
    """The first eight bytes of each text as a number: numbers are in the order of the texts."""
    return np.fromiter(map(_head, texts), dtype=np.uint64)


def _head(text: bytes) -> int:
    return int.from_bytes(text[:_HEAD].ljust(_HEAD, b"\0"), "big")


class _Ordered:
    """Ordered texts that are looked up by their heads first, for a text costs much more than a number."""

    def __init__(self, texts: Sequence[bytes], heads: NDArray[np.uint64]) -> None:
        self._texts = texts
        self._heads = heads

    def first(self, wanted: bytes, start: int = 0, end: int | None = None) -> int:
        """Where between two places the first text stands that is not before the wanted one."""
        heads, head = self._heads[start:end], np.uint64(_head(wanted))
        first, last = heads.searchsorted(head), heads.searchsorted(head, side="right")
        return bisect.bisect_left(self._texts, wanted, start + int(first), start + int(last))


class TermDictionary:
    """Keys, numbered in the order of their letters, and the spellings that have them."""

    def __init__(self, reader: ArrayFile) -> None:
        """Take the sections `keys` and `spellings`."""
        self._keys = reader.texts("keys")
        self._ordered_keys = _Ordered(self._keys, reader.array("keys.head"))
        self._spelled = reader.array("keys.spelled")
        self._frequency = reader.array("keys.frequency")
        self._spellings = reader.texts("spellings")
        self._key_of = reader.array("spellings.key")
        self._signatures = reader.array("spellings.signature")
        self._ordered_spellings = _Ordered(self._spellings, reader.array("spellings.head"))
        self._starts: list[int] = reader.array("spellings.starts").tolist()
        self.sentences = int(reader.array("sentences")[0])
        self.term = functools.lru_cache(_CACHED)(self._term)
        self.number = functools.lru_cache(_CACHED)(self._number)
        self.is_spelled = functools.lru_cache(_CACHED)(self._is_spelled)

    def __contains__(self, key: str) -> bool:
        """Whether some spelling on record has this key."""
        number = self.number(key)
        return number >= 0 and bool(self._spelled[number])

    def _term(self, number: int) -> str:
        """The key with a number."""
        return self._keys[number].decode()

    def _number(self, key: str) -> int:
        """The number of a key; -1 if it is not on record."""
        wanted = key.encode()
        at = self._ordered_keys.first(wanted)
        return at if at < len(self._keys) and self._keys[at] == wanted else -1

    def frequency(self, key: str) -> int:
        """In how many sentences a key stands."""
        number = self.number(key)
        return int(self._frequency[number]) if number >= 0 else 0

    def starting(self, start: str) -> Iterator[str]:
        """The keys of spellings on record that begin so."""
        wanted = start.encode()
        for at in range(self._ordered_keys.first(wanted), len(self._keys)):
            key = self._keys[at]
            if not key.startswith(wanted):
                return
            if self._spelled[at]:
                yield key.decode()

    def _is_spelled(self, surface: str) -> bool:
        """Whether a word is on record as it is spelled."""
        wanted = surface.encode()
        first, last = self._of_lengths(len(surface), len(surface))
        at = self._ordered_spellings.first(wanted, first, last)
        return at < last and self._spellings[at] == wanted

    def _of_lengths(self, least: int, most: int) -> tuple[int, int]:
        """Where the spellings of so many letters begin and end."""
        longest = len(self._starts) - 1
        return self._starts[min(max(least, 0), longest)], self._starts[min(most + 1, longest)]

    def close(self, surface: str, edits: int, limit: int) -> list[tuple[str, str, int]]:
        """The spellings within so many edits of a word (optimal string alignment), with keys, nearest first."""
        first, last = self._of_lengths(len(surface) - edits, len(surface) + edits)
        places = near(surface, self._signatures[first:last], edits) + first
        spelled = {int(at): self._spellings[at].decode() for at in places}
        found = process.extract(surface, spelled, scorer=OSA.distance, score_cutoff=edits, limit=limit)
        return [(word, self._keys[int(self._key_of[at])].decode(), int(distance)) for word, distance, at in found]
