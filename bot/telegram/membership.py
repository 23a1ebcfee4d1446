"""Chats that the bot joins and leaves, and groups that become supergroups."""

from __future__ import annotations

import functools
from typing import Any

from telegram import ChatMember, Update
from telegram.ext import BaseHandler, ChatMemberHandler, ContextTypes, MessageHandler, filters

from bot.telegram import menus
from bot.telegram.services import Services

_GONE = (ChatMember.LEFT, ChatMember.BANNED)


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of what happens to the bot itself."""
    return [
        ChatMemberHandler(functools.partial(_changed, services), ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(filters.StatusUpdate.MIGRATE, functools.partial(_migrated, services)),
    ]


async def move_chat(services: Services, old: int, new: int) -> None:
    """Let a supergroup have what was kept of the group that it was, and be offered its commands."""
    await services.outbox.rest(old)  # what is being said there just now must not be said again
    try:
        await services.store.move_chat(old, new)
    finally:
        services.outbox.begin([new])
    if await menus.own_of(services, new):
        services.menus.want(new)


async def _changed(services: Services, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Removed, the bot forgets the chat; when it is back, Telegram must no longer offer there what the chat defined."""
    change = update.my_chat_member
    if change is None:
        return
    if change.new_chat_member.status in _GONE:
        await services.store.forget_chat(change.chat.id)
    elif change.old_chat_member.status in _GONE:
        services.menus.want(change.chat.id)


async def _migrated(services: Services, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Both the old and the new chat tell of it; the second time there is nothing left to move."""
    message = update.effective_message
    if message is None:
        return
    if message.migrate_to_chat_id is not None:
        await move_chat(services, message.chat_id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        await move_chat(services, message.migrate_from_chat_id, message.chat_id)
