"""What keeps messages back while nothing can be sent at all: a circuit breaker (Nygard, Release It!, 2007).

One chat that fails concerns nobody else. When several have failed and none has succeeded, the gate closes: now and then
one message is let through as a trial, and the first that succeeds opens it for all. So a server in trouble is spared,
and what may have arrived though nobody said so is little.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import logging
import math
import random
import time
from collections.abc import Callable
from typing import Final

from bot.telegram.logs import Seldom

logger = logging.getLogger(__name__)

CLOSES_AT, QUIET_S = 3, 0.5
"""Chats that have failed without a success in between, and seconds since the last one, from which on the trouble is
everybody's."""
PAUSES_S: Final = (0.5, 1.0, 1.5)
"""Seconds before the first trials; the last one holds for all further."""


class Gate:
    """Open as long as things go well anywhere."""

    def __init__(self, opened: Callable[[], None], clock: Callable[[], float] = time.monotonic) -> None:
        """Call `opened` whenever it opens; `clock` gives seconds."""
        self._opened, self._clock = opened, clock
        self._failing: set[int] = set()
        self._succeeded = -math.inf
        self._closed = 0.0
        self._seldom = Seldom(logger)
        self._trials: int | None = None  # since it closed
        self._is_told = False  # closed since Telegram told several chats to wait
        self._next = 0.0
        self._order = itertools.count()
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_open(self) -> bool:
        """Whether everybody may pass."""
        return self._trials is None

    async def passed(self, tries: int) -> None:
        """Wait until one may pass; of those who wait, who was tried least often is the next trial."""
        if self.is_open:
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (tries, next(self._order), turn))
        self._set_timer()
        await turn

    def unanswered(self, chat: int, seconds: float) -> None:
        """A message to a chat has had no answer for so long: a failure unless others were answered meanwhile."""
        if self._clock() - self._succeeded > seconds:
            self.failed(chat, "no answer")

    def failed(self, chat: int, reason: str, seconds: float | None = None) -> None:
        """A message to a chat could not be sent; Telegram said to wait for so many seconds, if it did. It is taken to
        mean everybody if it said so to several chats, and then to the trial, which is another."""
        self._failing.add(chat)
        now = self._clock()
        if self._trials is None and len(self._failing) >= CLOSES_AT and now - self._succeeded >= QUIET_S:
            self._trials, self._is_told = 0, seconds is not None
            self._closed = now
            self._next = self._closed + self._pause()
            self._seldom.warn("closed", "No message can be sent (%s): they wait, and it is tried again", reason)
        elif self._trials and self._is_told and seconds is not None:
            self._next = max(self._next, now + seconds)

    def succeeded(self) -> None:
        """A message was sent: all may pass."""
        self._failing.clear()
        self._succeeded = self._clock()
        if self._trials is None:
            return
        self._trials = None
        seconds = self._succeeded - self._closed
        self._seldom.warn("opened", "Messages can be sent again, after %.0f s", seconds, level=logging.INFO)
        for _, _, turn in self._waiting:
            if not turn.done():
                turn.set_result(None)
        self._waiting.clear()
        self._opened()

    def _pause(self) -> float:
        return PAUSES_S[min(self._trials or 0, len(PAUSES_S) - 1)] * random.uniform(0.8, 1.0)  # noqa: S311  (jitter)

    def _set_timer(self) -> None:
        if self._timer is None and self._waiting:
            wait = max(0.0, self._next - self._clock())
            self._timer = asyncio.get_running_loop().call_later(wait, self._try)

    def _try(self) -> None:
        self._timer = None
        if self._clock() < self._next or self._trials is None:
            self._set_timer()
            return
        while self._waiting:
            _, _, turn = heapq.heappop(self._waiting)
            if not turn.done():  # who waited may have given up
                self._trials += 1
                self._next = self._clock() + self._pause()
                turn.set_result(None)
                break
        self._set_timer()
