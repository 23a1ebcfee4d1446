"""Telegram's limits on sending, by https://core.telegram.org/bots/faq: 30 messages a second over all, about one a
second in a chat with short bursts, 20 a minute in a group."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

OVERALL, PRIVATE, GROUP = (30.0, 30.0), (4.0, 1.0), (20.0, 20.0 / 60.0)
"""What a bucket holds, and how much of it drains a second."""
SLACK = 1.1
"""A bucket holds a tenth more: what is sent at an even pace does not arrive at one."""


class Pace:
    """Counts what is sent; each message has to find room in two buckets."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._levels: dict[object, tuple[float, float]] = {}
        self.refused = 0

    def wait(self, chat_id: int) -> int:
        """Count a message; if it is one too many, it is not counted, and so many seconds have to pass first."""
        own = PRIVATE if chat_id > 0 else GROUP
        now = self._clock()
        waits = []
        levels = {}
        for name, (size, drain) in (("all", OVERALL), (chat_id, own)):
            level, changed = self._levels.get(name, (0.0, now))
            levels[name] = max(0.0, level - (now - changed) * drain) + 1
            waits.append((levels[name] - size * SLACK) / drain)
        if max(waits) > 0:
            self.refused += 1
            return math.ceil(max(waits))
        self._levels |= {name: (level, now) for name, level in levels.items()}
        return 0
