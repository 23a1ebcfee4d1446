"""Limits against flooding: a leaky bucket for each user and each group (Turner 1986); over it one reply, then quiet.

A bucket holds a number of questions and drains at an even rate; a question that would make it overflow is refused. The
first refusal is said; later ones are silent until the bucket has drained to half, or for longer than it takes to drain.
"""

from __future__ import annotations

import collections
import dataclasses
import time
from collections.abc import Callable
from typing import Final, Literal

Verdict = Literal["welcome", "too_many", "quiet"]
"""Whether a question is answered, refused aloud (the first one too many), or refused in silence."""

Kind = Literal["questions", "presses", "commands"]
"""What is counted of a person, each by itself."""

BUCKETS: Final = 20_000
"""Buckets kept at most; the one longest unused goes first, and each when it has drained."""


@dataclasses.dataclass(frozen=True, slots=True)
class Limits:
    """How many questions a person and a group may ask at once, and within how many seconds a full bucket drains.

    Telegram lets a bot send 20 messages a minute into a group: a group's bucket drains at that pace, and what it holds
    beyond waits its turn.
    """

    person: int = 12
    person_seconds: float = 30.0
    group: int = 40
    group_seconds: float = 120.0


@dataclasses.dataclass(slots=True)
class _Bucket:
    level: float = 0.0
    changed: float = 0.0
    told: float | None = None


class Flood:
    """The buckets of everybody who asks."""

    def __init__(self, limits: Limits = Limits(), clock: Callable[[], float] = time.monotonic) -> None:
        """Keep to these limits, by this clock (seconds)."""
        self._limits, self._clock = limits, clock
        self._buckets: collections.OrderedDict[tuple[str, int], _Bucket] = collections.OrderedDict()

    def ask(self, person: int | None, group: int | None, *, kind: Kind = "questions") -> Verdict:
        """Count what a person (None: nobody in particular) does in a group (None: no group): a person's presses of
        buttons and commands that ask nothing are each counted apart from the questions, in a group all counts alike."""
        limits = self._limits
        verdicts = []
        if person is not None:
            verdicts.append(self._pour((kind, person), limits.person, limits.person_seconds))
        if group is not None and "too_many" not in verdicts and "quiet" not in verdicts:
            verdicts.append(self._pour(("group", group), limits.group, limits.group_seconds))
        return next((verdict for verdict in verdicts if verdict != "welcome"), "welcome")

    def _is_drained(self, now: float) -> bool:
        """Whether the bucket longest unused is empty by now, as one that is not kept."""
        oldest = next(iter(self._buckets.values()))
        return now - oldest.changed > max(self._limits.person_seconds, self._limits.group_seconds)

    def _pour(self, whose: tuple[str, int], size: int, seconds: float) -> Verdict:
        now = self._clock()
        bucket = self._buckets.setdefault(whose, _Bucket(changed=now))
        self._buckets.move_to_end(whose)
        bucket.level = max(0.0, bucket.level - (now - bucket.changed) * size / seconds)
        bucket.changed = now
        while len(self._buckets) > BUCKETS or self._is_drained(now):
            self._buckets.popitem(last=False)
        if bucket.level <= size / 2 or (bucket.told is not None and now - bucket.told > seconds):
            bucket.told = None
        if bucket.level + 1 <= size:
            bucket.level += 1
            return "welcome"
        if bucket.told is not None:
            return "quiet"
        bucket.told = now
        return "too_many"
