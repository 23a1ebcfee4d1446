"""Settings of chats, and the shortcuts that they define: all in memory, so that a message costs no query, and written
to the database as they change."""

from __future__ import annotations

import collections

from sqlalchemy import delete, select

from bot.store.database import Database, bounded, upsert
from bot.store.schema import chats, shortcuts
from bot.store.values import (
    LONGEST_NAME,
    LONGEST_TEXT,
    SHORTCUTS_A_CHAT,
    ChatSettings,
    ChatShortcut,
    LimitError,
    QuietHours,
)


class Chats:
    """The settings and shortcuts of every chat that has any; this process is the only one that changes them."""

    def __init__(self, database: Database) -> None:
        """Read and write here."""
        self._database = database
        self._settings: dict[int, ChatSettings] = {}
        self._shortcuts: collections.defaultdict[int, dict[str, ChatShortcut]] = collections.defaultdict(dict)

    async def load(self) -> None:
        """Read what all chats have set."""
        async with self._database.begin() as connection:
            set_ = (await connection.execute(select(chats))).all()
            defined = (await connection.execute(select(shortcuts).order_by(shortcuts.c.name))).all()
        for row in set_:
            quiet = None if row.quiet_from is None else QuietHours(row.quiet_from, row.quiet_until)
            self._settings[row.chat] = ChatSettings(row.language, row.listen, row.time_zone, quiet)
        for row in defined:
            self._shortcuts[row.chat][row.name] = ChatShortcut(row.name, row.question, row.description)

    async def settings(self, chat: int) -> ChatSettings:
        """The chat's settings; the defaults where it has set nothing."""
        return self._settings.get(chat, ChatSettings())

    async def set_settings(self, chat: int, settings: ChatSettings) -> None:
        """Replace the chat's settings."""
        language = None if settings.language is None else bounded(settings.language, LONGEST_NAME)
        kept = ChatSettings(language, settings.listen, bounded(settings.time_zone, 2 * LONGEST_NAME), settings.quiet)
        quiet_from, quiet_until = kept.quiet or (None, None)
        row = {
            "chat": chat,
            "language": kept.language,
            "listen": kept.listen,
            "time_zone": kept.time_zone,
            "quiet_from": quiet_from,
            "quiet_until": quiet_until,
        }
        async with self._database.begin() as connection:
            await upsert(connection, chats, [row], replace=[name for name in row if name != "chat"])
        self._settings[chat] = kept

    async def shortcuts(self, chat: int) -> tuple[ChatShortcut, ...]:
        """The shortcuts that the chat defined, by name."""
        own = self._shortcuts.get(chat, {})
        return tuple(own[name] for name in sorted(own))

    def with_shortcuts(self) -> tuple[int, ...]:
        """The chats that defined any."""
        return tuple(chat for chat, own in self._shortcuts.items() if own)

    async def add_shortcut(self, chat: int, shortcut: ChatShortcut) -> None:
        """Define a shortcut, or define it anew. Raises LimitError if the chat has as many as it may."""
        kept = ChatShortcut(
            bounded(shortcut.name, LONGEST_NAME),
            bounded(shortcut.question, LONGEST_TEXT),
            bounded(shortcut.description, LONGEST_TEXT),
        )
        if len(self._shortcuts.get(chat, {}).keys() - {kept.name}) >= SHORTCUTS_A_CHAT:
            raise LimitError(f"a chat may define {SHORTCUTS_A_CHAT} shortcuts; remove one first")
        row = {"chat": chat, "name": kept.name, "question": kept.question, "description": kept.description}
        async with self._database.begin() as connection:
            await upsert(connection, shortcuts, [row], replace=["question", "description"])
        self._shortcuts[chat][kept.name] = kept

    async def remove_shortcut(self, chat: int, name: str) -> bool:
        """Remove a shortcut; whether there was one of this name."""
        name = bounded(name, LONGEST_NAME)
        async with self._database.begin() as connection:
            await connection.execute(delete(shortcuts).where(shortcuts.c.chat == chat, shortcuts.c.name == name))
        return self._shortcuts.get(chat, {}).pop(name, None) is not None

    def forget(self, chat: int) -> None:
        """Forget a chat of which the database holds nothing any more."""
        self._settings.pop(chat, None)
        self._shortcuts.pop(chat, None)

    def move(self, old: int, new: int) -> None:
        """Let a chat have in memory what the database has moved to it."""
        if (settings := self._settings.pop(old, None)) is not None:
            self._settings[new] = settings
        if own := self._shortcuts.pop(old, None):
            self._shortcuts[new] = own
