"""Chats that the bot joins and leaves, and groups that become supergroups."""

from __future__ import annotations

import functools
from typing import Any

from telegram import ChatMember, Update
from telegram.ext import BaseHandler, ChatMemberHandler, ContextTypes, MessageHandler, filters

from bot.telegram.desk import Desk

_GONE = (ChatMember.LEFT, ChatMember.BANNED)


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of what happens to the bot itself."""
    return [
        ChatMemberHandler(functools.partial(_changed, desk), ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(filters.StatusUpdate.MIGRATE, functools.partial(_migrated, desk)),
    ]


async def forget_chat(desk: Desk, chat: int) -> None:
    """Forget all of a chat that the bot is in no more: if it is added again, it begins anew."""
    await desk.store.forget_chat(chat)
    desk.exchanges.forget_chat(chat)
    desk.own_shortcuts.pop(chat, None)


async def move_chat(desk: Desk, old: int, new: int) -> None:
    """Let a supergroup have what was kept of the group that it was."""
    await desk.store.move_chat(old, new)
    desk.exchanges.forget_chat(old)
    if (own := desk.own_shortcuts.pop(old, None)) is not None:
        desk.own_shortcuts[new] = own


async def _changed(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    change = update.my_chat_member
    if change is not None and change.new_chat_member.status in _GONE:
        await forget_chat(desk, change.chat.id)


async def _migrated(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Both the old and the new chat tell of it; the second time there is nothing left to move."""
    message = update.effective_message
    if message is None:
        return
    if message.migrate_to_chat_id is not None:
        await move_chat(desk, message.chat_id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        await move_chat(desk, message.migrate_from_chat_id, message.chat_id)
