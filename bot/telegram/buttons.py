"""Buttons below messages: a choice turns its message into the answer, an arrow turns the page."""

from __future__ import annotations

import functools
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes

from bot import messages, render
from bot.replies import Context
from bot.telegram.desk import Desk, conversation
from bot.telegram.sending import acknowledge, edit


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """A handler a kind of button, and a last one for buttons of earlier versions."""
    return [
        CallbackQueryHandler(functools.partial(_choose, desk), pattern=r"\Aanswer:[0-9a-f]{16}\Z"),
        CallbackQueryHandler(functools.partial(_turn, desk), pattern=r"\Ameetings:[0-9]{1,6}\Z"),
        CallbackQueryHandler(functools.partial(_refuse, desk)),
    ]


async def _choose(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is None:
        return
    answer = desk.answer(_argument(query))
    if answer is None or not isinstance(query.message, Message):
        await acknowledge(query, messages.STALE)
        return
    await acknowledge(query)
    talk = conversation(query.message, query.from_user)
    desk.contexts.put(talk, Context(question=answer.question, article=answer.article, answer_key=answer.key))
    await edit(query, render.answer_message(answer))


async def _turn(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is None:
        return
    await acknowledge(query)
    await edit(query, render.meetings_message(desk.meetings(), page=int(_argument(query))))


async def _refuse(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.callback_query is not None:
        await acknowledge(update.callback_query, messages.STALE)


def _argument(query: CallbackQuery) -> str:
    """What the button's data says after its kind."""
    return (query.data or "").partition(":")[2]
