"""Groups: what mentions the bot or replies to it is a question; all else is none of its business."""

from __future__ import annotations

import functools
from typing import Any

from telegram import Bot, Message, Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.telegram.addressing import command_addressee, mentions, replies_to, without_address
from bot.telegram.desk import Desk, answer_question


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of groups and supergroups; commands have theirs before them."""
    texts = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE & filters.TEXT
    return [MessageHandler(texts, functools.partial(_answer, desk))]


async def _answer(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.message
    if message is not None and _is_for(message, context.bot):
        await answer_question(desk, message, without_address(message, context.bot))


def _is_for(message: Message, bot: Bot) -> bool:
    """Whether the bot is spoken to: not by a command (which is another's or unknown), nor by another bot.

    Anonymous administrators and channels speak through bots of Telegram's, on behalf of a chat.
    """
    speaker = message.from_user
    if speaker is not None and speaker.is_bot and message.sender_chat is None:
        return False
    return command_addressee(message) is None and (mentions(message, bot) or replies_to(message, bot))
