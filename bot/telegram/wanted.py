"""The chats whose commands are to be registered anew, by and by: whoever changes them does not wait for that."""

from __future__ import annotations

import asyncio


class WantedMenus:
    """What is wanted, each chat once. `idle` is set as long as nothing is wanted or under way."""

    def __init__(self) -> None:
        """Nothing is wanted; what everybody is offered is yet to be registered."""
        self._chats: dict[int, None] = {}
        self._news = asyncio.Event()
        self.idle = asyncio.Event()

    def want(self, chat: int) -> None:
        """Let a chat's commands be registered anew."""
        self._chats[chat] = None
        self._news.set()
        self.idle.clear()

    async def next(self) -> int:
        """Wait for a chat, the one wanted first. What was given before is done by now."""
        while not self._chats:
            self.idle.set()
            self._news.clear()
            await self._news.wait()
        chat = next(iter(self._chats))
        del self._chats[chat]
        return chat
