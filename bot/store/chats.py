"""Settings of chats, and the shortcuts that they define."""

from __future__ import annotations

import collections
from typing import Final

from sqlalchemy import delete, func, select

from bot.store.database import Database, bounded, upsert
from bot.store.schema import chats, shortcuts
from bot.store.values import (
    LONGEST_NAME,
    LONGEST_TEXT,
    SHORTCUTS_A_CHAT,
    ChatSettings,
    ChatShortcut,
    LimitError,
)

REMEMBERED: Final = 10_000
"""Chats whose settings are kept at hand, so that a message costs no query."""


class Chats:
    """The settings of every chat; this process is the only one that changes them."""

    def __init__(self, database: Database) -> None:
        """Read and write here."""
        self._database = database
        self._at_hand: collections.OrderedDict[int, ChatSettings] = collections.OrderedDict()

    async def settings(self, chat: int) -> ChatSettings:
        """The chat's settings; the defaults where it has set nothing."""
        if (known := self._at_hand.get(chat)) is not None:
            self._at_hand.move_to_end(chat)
            return known
        async with self._database.begin() as connection:
            row = (await connection.execute(select(chats).where(chats.c.chat == chat))).one_or_none()
        if row is None:
            return self._remember(chat, ChatSettings())
        quiet = None if row.quiet_from is None else (row.quiet_from, row.quiet_until)
        return self._remember(chat, ChatSettings(row.language, row.listen, row.time_zone, quiet))

    async def set_settings(self, chat: int, settings: ChatSettings) -> None:
        """Replace the chat's settings."""
        quiet_from, quiet_until = settings.quiet or (None, None)
        row = {
            "chat": chat,
            "language": None if settings.language is None else bounded(settings.language, LONGEST_NAME),
            "listen": settings.listen,
            "time_zone": bounded(settings.time_zone, LONGEST_NAME * 2),
            "quiet_from": quiet_from,
            "quiet_until": quiet_until,
        }
        async with self._database.begin() as connection:
            await upsert(connection, chats, [row], replace=[name for name in row if name != "chat"])
        self._remember(chat, settings)

    async def shortcuts(self, chat: int) -> tuple[ChatShortcut, ...]:
        """The shortcuts that the chat defined, by name."""
        query = select(shortcuts).where(shortcuts.c.chat == chat).order_by(shortcuts.c.name)
        async with self._database.begin() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(ChatShortcut(row.name, row.question, row.description) for row in rows)

    async def add_shortcut(self, chat: int, shortcut: ChatShortcut) -> None:
        """Define a shortcut, or define it anew. Raises LimitError if the chat has as many as it may."""
        name = bounded(shortcut.name, LONGEST_NAME)
        others = select(func.count()).where(shortcuts.c.chat == chat, shortcuts.c.name != name)
        row = {
            "chat": chat,
            "name": name,
            "question": bounded(shortcut.question, LONGEST_TEXT),
            "description": bounded(shortcut.description, LONGEST_TEXT),
        }
        async with self._database.begin() as connection:
            if (await connection.execute(others)).scalar_one() >= SHORTCUTS_A_CHAT:
                raise LimitError(f"a chat may define {SHORTCUTS_A_CHAT} shortcuts; remove one first")
            await upsert(connection, shortcuts, [row], replace=["question", "description"])

    async def remove_shortcut(self, chat: int, name: str) -> bool:
        """Remove a shortcut; whether there was one of this name."""
        query = delete(shortcuts).where(shortcuts.c.chat == chat, shortcuts.c.name == bounded(name, LONGEST_NAME))
        async with self._database.begin() as connection:
            return (await connection.execute(query)).rowcount > 0

    def put_away(self, chat: int) -> None:
        """Read the chat's settings from the database the next time: something else has changed them."""
        self._at_hand.pop(chat, None)

    def _remember(self, chat: int, settings: ChatSettings) -> ChatSettings:
        self._at_hand[chat] = settings
        self._at_hand.move_to_end(chat)
        while len(self._at_hand) > REMEMBERED:
            self._at_hand.popitem(last=False)
        return settings
