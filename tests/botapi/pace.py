"""Telegram's limits on sending, by https://core.telegram.org/bots/faq: 30 messages a second over all, about one a
second in a chat with short bursts, 20 a minute in a group. Each is a window that slides."""

from __future__ import annotations

import collections
import math
import time
from collections.abc import Callable

OVERALL, PRIVATE, GROUP = (30, 1.0), (4, 3.0), (20, 60.0)
"""How many messages within how many seconds."""


class Pace:
    """Counts what is sent; each message has to find room in two windows."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counted: dict[object, collections.deque[float]] = collections.defaultdict(collections.deque)
        self.refused = 0

    def wait(self, chat_id: int) -> int:
        """Count a message; if it is one too many, it is not counted, and so many seconds have to pass first."""
        now = self._clock()
        windows = [("all", *OVERALL), (chat_id, *(PRIVATE if chat_id > 0 else GROUP))]
        waits = []
        for name, limit, seconds in windows:
            counted = self._counted[name]
            while counted and counted[0] <= now - seconds:
                counted.popleft()
            waits.append(counted[-limit] + seconds - now if len(counted) >= limit else 0.0)
        if max(waits) > 0:
            self.refused += 1
            return math.ceil(max(waits))
        for name, _, _ in windows:
            self._counted[name].append(now)
        return 0
