"""Only a few calls at once may be of the kind that is said twice if the bot is killed: those on their way of which the
database does not know yet."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Final

LONG_S: Final = 0.5
"""Seconds after which a call keeps others back no longer, whatever becomes of it."""


class Few:
    """So many at once."""

    def __init__(self, number: int) -> None:
        """None is under way."""
        self._free = asyncio.Semaphore(number)

    @contextlib.asynccontextmanager
    async def begun(self) -> AsyncIterator[Callable[[object], None]]:
        """Wait until one more may begin, which the body does; it counts until what is given is called, and at most as
        long as the body, or `LONG_S`."""
        await self._free.acquire()
        counts = True

        def noted(_: object = None) -> None:
            nonlocal counts
            if counts:
                counts = False
                self._free.release()

        timer = asyncio.get_running_loop().call_later(LONG_S, noted)
        try:
            yield noted
        finally:
            timer.cancel()
            noted()
