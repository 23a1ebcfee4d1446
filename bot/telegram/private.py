"""Private chats: every text is a question."""

from __future__ import annotations

import functools
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot import messages, render
from bot.telegram.addressing import command_addressee
from bot.telegram.desk import Desk, answer_question
from bot.telegram.sending import send_reply


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of private chats; commands have theirs before them."""
    texts = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & filters.TEXT
    return [MessageHandler(texts, functools.partial(_answer, desk))]


async def _answer(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.message
    if message is None or message.text is None:
        return
    if command_addressee(message) is None:
        await answer_question(desk, message, message.text)
    else:
        await _refuse_command(message, context.bot.username)


async def _refuse_command(message: Message, name: str) -> None:
    """A command that is none of ours: say so, unless it is for another bot."""
    if (command_addressee(message) or name).casefold() == name.casefold():
        await send_reply(message, render.plain(messages.UNKNOWN_COMMAND))
