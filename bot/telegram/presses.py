"""Pressed buttons: the one handler of them all, which reads what a button does and hands it on by a table."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import CallbackQuery, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes

from bot.telegram.handling import begun
from bot.telegram.services import Services
from bot.telegram.translators import translator_of_press
from bot.wording import Action, Press, Translator, messages
from bot.wording.press import parse

OnPress = Callable[[Services, CallbackQuery, Press, Translator], Awaitable[None]]
"""Handles a press: the query to be acknowledged, what its button does, and the translator of what is shown then."""


def press_handler(services: Services, on_press: Mapping[Action, OnPress]) -> BaseHandler[Update, Any, Any]:
    """The handler of every button, which sees to it that every press is acknowledged. It must stand last: it takes
    every press, so that a handler after it would get none."""

    async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        if query is None:
            return
        services.pressed.begin(query)
        try:
            translate = await translator_of_press(services, query)
            press = parse(query.data or "")
            if press is None:  # not a button of this bot's, or of a version to come
                services.pressed.acknowledge(query, translate(messages.STALE))
            elif _may_press(services, query):
                services.pressed.drop(query.from_user.id)
                await on_press[press.action](services, query, press, translate)
            else:
                services.pressed.acknowledge(query, translate(messages.TOO_MANY))
                _do_later(services, query, press, translate, on_press[press.action])
        finally:
            services.pressed.acknowledge(query)

    return CallbackQueryHandler(handle)


def _may_press(services: Services, query: CallbackQuery) -> bool:
    """Whether somebody is within the limits against flooding; those who look after the bot always are."""
    person = query.from_user.id
    return person in services.owners | services.editors or services.flood.ask(person, None, kind="presses") == "welcome"


def _do_later(services: Services, query: CallbackQuery, press: Press, translate: Translator, on_press: OnPress) -> None:
    """Do what somebody presses too fast when they may again, unless they press something else by then."""

    async def do() -> None:
        with begun() as handling:
            await on_press(services, query, press, translate)
        services.outbox.keep(handling.outgoing)

    services.pressed.wish(query.from_user.id, lambda: _may_press(services, query), do)
