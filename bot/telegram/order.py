"""Updates of one chat are handled one after the other, in order; chats do not wait for each other."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Awaitable
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseUpdateProcessor

MOST_CONCURRENT: Final = 100_000
"""Updates that are handled at once or wait for their turn: more than Telegram keeps for a bot."""


@dataclasses.dataclass(slots=True)
class _Queue:
    """The updates of a chat that are under way: one holds the lock (asyncio's are fair), the others wait for it."""

    lock: asyncio.Lock = dataclasses.field(default_factory=asyncio.Lock)
    length: int = 0


class ChatOrder(BaseUpdateProcessor):
    """A queue for each chat that has updates under way. Updates without a chat (inline mode) are not queued."""

    __slots__ = ("_queues",)

    def __init__(self) -> None:
        """No chat has a queue."""
        super().__init__(MOST_CONCURRENT)
        self._queues: dict[int, _Queue] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle the update when those of its chat that came before it are done."""
        chat = update.effective_chat if isinstance(update, Update) else None
        if chat is None:
            await coroutine
            return
        queue = self._queues.setdefault(chat.id, _Queue())
        queue.length += 1
        try:
            async with queue.lock:
                await coroutine
        finally:
            queue.length -= 1
            if not queue.length:
                del self._queues[chat.id]

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""
