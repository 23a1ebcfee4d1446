"""Pressed buttons: the one handler of them all, which reads what a button does and hands it on by a table."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import CallbackQuery, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes

from bot.telegram.sending import acknowledge
from bot.telegram.services import Services
from bot.telegram.translators import translator_of_press
from bot.wording import Action, Press, Translator, messages
from bot.wording.press import parse

OnPress = Callable[[Services, CallbackQuery, Press, Translator], Awaitable[None]]
"""Handles a press: the query to be acknowledged, what its button does, and the translator of what is shown then."""


def press_handler(services: Services, on_press: Mapping[Action, OnPress]) -> BaseHandler[Update, Any, Any]:
    """The handler of every button. It must stand last: it takes
    every press, so that a handler after it would get none."""

    async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        if query is None:
            return
        translate = await translator_of_press(services, query)
        press = parse(query.data or "")
        if press is None:  # not a button of this bot's, or of a version to come
            await acknowledge(query, translate(messages.STALE))
        else:
            await on_press[press.action](services, query, press, translate)

    return CallbackQueryHandler(handle)
