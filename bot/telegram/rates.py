"""How many messages may be sent when: windows that slide, and whose turn it is.

A window counts from when a call ended, since Telegram may have counted it at any moment until then.
"""

from __future__ import annotations

import asyncio
import collections
import dataclasses
import heapq
import itertools
from collections.abc import Callable
from typing import Final

REPLY, LATE, EDIT, DIGEST = range(4)
"""What is said: an answer, one that is late already since Telegram was in trouble, a change to one, a digest."""

_GIVES_WAY_S: Final = {REPLY: 0.0, LATE: 8.0, EDIT: 8.0}
"""To what comes how many seconds later something gives way: so all is normal soon after trouble, and nothing waits for
ever. Digests give way to all."""
_A_MINUTE_S: Final = 61.0
"""A second more than a minute, since what is sent at an even pace does not arrive at one."""


@dataclasses.dataclass(frozen=True, slots=True)
class Rates:
    """How many messages may be sent: over all within a second, in any chat (a burst) within as many seconds, in a group
    within a minute; and how many of the latter may be edits, and how far apart in seconds these are."""

    a_second: int = 29
    burst: int = 3
    a_groups_minute: int = 20
    a_groups_edits: int = 10
    between_edits_s: float = 3.0


@dataclasses.dataclass(slots=True)
class Slot:
    """A call that is counted: when it began or, once it has ended, when that was (seconds of the clock)."""

    at: float


class Window:
    """So many calls within so many seconds at most."""

    def __init__(self, limit: int, seconds: float) -> None:
        """Nothing has been counted."""
        self._limit, self._seconds = limit, seconds
        self._counted: collections.deque[Slot] = collections.deque()

    def wait(self, now: float) -> float:
        """Seconds until one more may be counted; 0 if it may at once."""
        while self._counted and self._counted[0].at <= now - self._seconds:
            self._counted.popleft()
        if len(self._counted) < self._limit:
            return 0.0
        return max(0.0, self._counted[-self._limit].at + self._seconds - now)

    def count(self, slot: Slot) -> None:
        """Count one more."""
        self._counted.append(slot)

    def is_idle(self, now: float) -> bool:
        """Whether all that was counted is over."""
        return not self._counted or self._counted[-1].at <= now - self._seconds


class ChatRate:
    """What may be sent in one chat."""

    def __init__(self, rates: Rates, *, is_group: bool) -> None:
        """Nothing has been sent there."""
        self._all = [Window(rates.burst, rates.burst)]
        self._edits = []
        if is_group:
            self._all.append(Window(rates.a_groups_minute, _A_MINUTE_S))
            self._edits = [Window(1, rates.between_edits_s), Window(rates.a_groups_edits, _A_MINUTE_S)]

    def wait(self, priority: int, now: float) -> float:
        """Seconds until something may be sent; 0 if it may at once."""
        return max(window.wait(now) for window in self._of(priority))

    def count(self, priority: int, slot: Slot) -> None:
        """Count something that is sent."""
        for window in self._of(priority):
            window.count(slot)

    def is_idle(self, now: float) -> bool:
        """Whether nothing that was sent counts any more."""
        return all(window.is_idle(now) for window in self._all)

    def _of(self, priority: int) -> list[Window]:
        return self._all + self._edits if priority == EDIT else self._all


class Turns:
    """Whose turn it is of all who wait: that of who came first or, being more urgent, soon after. Turns are evenly
    spaced, so that few calls are under way at once."""

    def __init__(self, a_second: int, clock: Callable[[], float]) -> None:
        """Let so many a second have their turn, by this clock (seconds)."""
        self._window, self._gap, self._clock = Window(a_second, 1.0), 1 / (a_second + 1), clock
        self._next = 0.0
        self._order = itertools.count()
        self._waiting: list[tuple[bool, float, int, asyncio.Future[Slot]]] = []
        self._timer: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        """How many wait."""
        return len(self._waiting)

    async def take(self, priority: int) -> Slot:
        """Wait for one's turn, which is counted."""
        if not self._waiting and self._wait() <= 0:
            return self._count()
        turn: asyncio.Future[Slot] = asyncio.get_running_loop().create_future()
        due = self._clock() + _GIVES_WAY_S.get(priority, 0.0)
        heapq.heappush(self._waiting, (priority == DIGEST, due, next(self._order), turn))
        self._set_timer()
        return await turn

    def _wait(self) -> float:
        now = self._clock()
        return max(self._next - now, self._window.wait(now))

    def _count(self) -> Slot:
        now = self._clock()
        self._next = max(self._next, now - self._gap) + self._gap
        slot = Slot(now)
        self._window.count(slot)
        return slot

    def _set_timer(self) -> None:
        if self._timer is None and self._waiting:
            self._timer = asyncio.get_running_loop().call_later(max(self._wait(), 0.0), self._give)

    def _give(self) -> None:
        self._timer = None
        while self._waiting and self._wait() <= 0:
            *_, turn = heapq.heappop(self._waiting)
            if not turn.done():  # who waited may have given up
                turn.set_result(self._count())
        self._set_timer()
