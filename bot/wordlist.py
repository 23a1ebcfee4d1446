"""The keys and spellings on record, as they lie in an index, looked up where they stand."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterator

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.binary import Reader
from bot.signature import near

_CACHED = 65536


class WordList:
    """Keys, numbered in the order of their letters, and the spellings that have them."""

    def __init__(self, reader: Reader) -> None:
        """Take the sections `keys` and `spellings`."""
        self._keys = reader.texts("keys")
        self._spelled = reader.array("keys.spelled")
        self._frequency = reader.array("keys.frequency")
        self._spellings = reader.texts("spellings")
        self._key_of = reader.array("spellings.key")
        self._signatures = reader.array("spellings.signature")
        self._lengths = reader.array("spellings.length")
        self.sentences = int(reader.array("sentences")[0])
        self.key = functools.lru_cache(_CACHED)(self._key)
        self.number = functools.lru_cache(_CACHED)(self._number)

    def __contains__(self, key: str) -> bool:
        """Whether some spelling on record has this key."""
        number = self.number(key)
        return number >= 0 and bool(self._spelled[number])

    def _key(self, number: int) -> str:
        """The key with a number."""
        return self._keys[number].decode()

    def _number(self, key: str) -> int:
        """The number of a key; -1 if it is not on record."""
        wanted = key.encode()
        at = bisect.bisect_left(self._keys, wanted)
        return at if at < len(self._keys) and self._keys[at] == wanted else -1

    def frequency(self, key: str) -> int:
        """In how many sentences a key stands."""
        number = self.number(key)
        return int(self._frequency[number]) if number >= 0 else 0

    def starting(self, start: str) -> Iterator[str]:
        """The keys of spellings on record that begin so."""
        wanted = start.encode()
        for at in range(bisect.bisect_left(self._keys, wanted), len(self._keys)):
            key = self._keys[at]
            if not key.startswith(wanted):
                return
            if self._spelled[at]:
                yield key.decode()

    def is_spelled(self, form: str) -> bool:
        """Whether a word is on record as it is spelled."""
        first, last = np.searchsorted(self._lengths, [len(form), len(form) + 1])
        wanted = form.encode()
        at = bisect.bisect_left(self._spellings, wanted, int(first), int(last))
        return at < int(last) and self._spellings[at] == wanted

    def close(self, form: str, edits: int, limit: int) -> list[tuple[str, str, int]]:
        """The spellings within so many edits of a word (optimal string alignment), with keys, nearest first."""
        first, last = np.searchsorted(self._lengths, [len(form) - edits, len(form) + edits + 1])
        places = near(form, self._signatures[first:last], edits) + first
        spelled = {int(at): self._spellings[at].decode() for at in places}
        found = process.extract(form, spelled, scorer=OSA.distance, score_cutoff=edits, limit=limit)
        return [(word, self._keys[int(self._key_of[at])].decode(), int(distance)) for word, distance, at in found]
