"""Updates of one chat are handled one after the other, in order; chats do not wait for each other."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
from collections.abc import AsyncIterator, Hashable

from telegram import Update


@dataclasses.dataclass(slots=True)
class _Queue:
    """The updates of a place that are under way: one holds the lock (asyncio's are fair), the others wait for it."""

    lock: asyncio.Lock = dataclasses.field(default_factory=asyncio.Lock)
    length: int = 0


def queue_of(update: Update) -> Hashable | None:
    """What an update waits behind: what is said in its chat; a pressed button only other buttons below the same
    message, since somebody watches it; what is typed inline, nothing (None)."""
    chat = update.effective_chat
    if chat is None:
        return None
    pressed = update.callback_query
    if pressed is not None and pressed.message is not None:
        return chat.id, pressed.message.message_id
    return chat.id


class ChatOrder:
    """A queue for each place that has updates under way."""

    def __init__(self) -> None:
        """No place has a queue."""
        self._queues: dict[Hashable, _Queue] = {}

    @contextlib.asynccontextmanager
    async def turn(self, update: Update) -> AsyncIterator[None]:
        """The body runs when those updates that came before this one into its queue are done."""
        name = queue_of(update)
        if name is None:
            yield
            return
        queue = self._queues.setdefault(name, _Queue())
        queue.length += 1
        try:
            async with queue.lock:
                yield
        finally:
            queue.length -= 1
            if not queue.length:
                del self._queues[name]
