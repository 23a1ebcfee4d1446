"""Commands, the same in private chats and groups: /start, /help, /ask, /meetings."""

from __future__ import annotations

import functools
from typing import Any

from telegram import BotCommand, Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, filters

from bot import messages, render
from bot.telegram.addressing import without_address
from bot.telegram.desk import Desk, answer_question
from bot.telegram.sending import send_reply

LISTED = tuple(BotCommand(name, description) for name, description in messages.COMMANDS)
"""The commands as Telegram offers them."""


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """A handler a command; one that is addressed to another bot (/ask@another) passes by."""
    callbacks = {"start": _start, "help": _help, "ask": _ask, "meetings": _meetings}
    return [
        CommandHandler(name, functools.partial(callback, desk), filters=filters.UpdateType.MESSAGE)
        for name, callback in callbacks.items()
    ]


async def _start(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None:
        await send_reply(update.message, render.plain(f"{messages.START}\n\n{_how_to()}"))


async def _help(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None:
        await send_reply(update.message, render.plain(_how_to()))


async def _ask(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is None:
        return
    if question := without_address(update.message, context.bot):
        await answer_question(desk, update.message, question)
    else:
        await send_reply(update.message, render.plain(messages.ASK_USAGE))


async def _meetings(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None:
        await send_reply(update.message, render.meetings_message(desk.meetings(), page=0))


def _how_to() -> str:
    listed = [f"/{name} – {description}" for name, description in messages.COMMANDS]
    return "\n".join([messages.HELP_PRIVATE, messages.HELP_GROUP, "", messages.HELP_COMMANDS, *listed])
