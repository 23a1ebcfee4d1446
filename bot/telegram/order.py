"""Updates of one chat are handled one after the other, in order; chats do not wait for each other."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any, Final

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE: Final = 100_000
"""Updates under way at once, most of which wait for their turn; more than Telegram keeps for a bot."""


class ChatOrder(BaseUpdateProcessor):
    """A queue for each chat that has updates under way. What comes from no chat (inline mode) waits for nobody."""

    __slots__ = ("_turns",)

    def __init__(self) -> None:
        """No chat has any."""
        super().__init__(AT_ONCE)
        self._turns: dict[int, tuple[asyncio.Lock, int]] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle the update when those of its chat that came before it are done (asyncio's locks are fair)."""
        chat = update.effective_chat if isinstance(update, Update) else None
        if chat is None:
            await coroutine
            return
        lock, waiting = self._turns.get(chat.id, (asyncio.Lock(), 0))
        self._turns[chat.id] = lock, waiting + 1
        try:
            async with lock:
                await coroutine
        finally:
            lock, waiting = self._turns[chat.id]
            if waiting == 1:
                del self._turns[chat.id]
            else:
                self._turns[chat.id] = lock, waiting - 1

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""
