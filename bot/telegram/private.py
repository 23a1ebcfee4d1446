"""Private chats: every text is a question, also one forwarded from elsewhere."""

from __future__ import annotations

import functools
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.telegram.addressing import FROM_PEOPLE, command_addressee, text_of
from bot.telegram.answering import answer
from bot.telegram.desk import Desk


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of private chats; commands have theirs before them."""
    texts = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGES & (filters.TEXT | filters.CAPTION) & FROM_PEOPLE
    return [MessageHandler(texts, functools.partial(_answer, desk))]


async def _answer(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message is None:
        return
    if message.forward_origin is not None or command_addressee(message) is None:
        await answer(desk, update, text_of(message))
