"""Who may change what concerns a whole chat: administrators of groups, posts of channels, a person in private."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, NamedTuple

from telegram import Bot, Chat, Message, User
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden

from bot.shortcuts import Who

REMEMBERED_SECONDS: Final = 60.0
"""Seconds for which Telegram is not asked again whether somebody is an administrator."""
_LIMIT: Final = 5_000
"""Answers of Telegram's that are remembered; when there are more, all are forgotten."""
_RANKS: Final = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


class _Known(NamedTuple):
    """Whether somebody is an administrator, and when Telegram said so (seconds of the clock)."""

    asked: float
    is_administrator: bool


class Roles:
    """Who is an administrator where, as Telegram said lately."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Remember by this clock (seconds)."""
        self._clock = clock
        self._known: dict[tuple[int, int], _Known] = {}

    async def may(self, who: Who, owners: frozenset[int], message: Message) -> bool:
        """Whether the sender of a message is among these."""
        user = message.from_user
        if who == "everyone" or (user is not None and user.id in owners):
            return True
        return who == "administrators" and await self.is_administrator(message)

    async def is_administrator(self, message: Message) -> bool:
        """Whether the sender of a message may decide for its chat."""
        if message.chat.type in (ChatType.PRIVATE, ChatType.CHANNEL):
            return True
        if message.sender_chat is not None:
            return message.sender_chat.id == message.chat_id
        user = message.from_user
        return user is not None and await self.administers(message.get_bot(), user, message.chat)

    async def administers(self, bot: Bot, user: User, chat: Chat) -> bool:
        """Whether a user may decide for a chat."""
        if chat.type == ChatType.PRIVATE:
            return True
        known = self._known.get((chat.id, user.id))
        if known is not None and self._clock() - known.asked < REMEMBERED_SECONDS:
            return known.is_administrator
        try:
            member = await bot.get_chat_member(chat.id, user.id)
        except (BadRequest, Forbidden):  # a chat that hides its members, or has thrown the bot out
            return False
        if len(self._known) >= _LIMIT:
            self._known.clear()
        known = self._known[chat.id, user.id] = _Known(self._clock(), member.status in _RANKS)
        return known.is_administrator
