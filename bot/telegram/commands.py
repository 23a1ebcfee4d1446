"""Commands, the same in private chats, groups and channels: /start, /help, /ask, /meetings, /forget."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, filters

from bot.telegram.addressing import FROM_PEOPLE, conversation_of, is_robot, without_address
from bot.telegram.answering import answer, is_new, is_welcome
from bot.telegram.buttons import open_fact
from bot.telegram.sending import send_reply, send_text
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.wording import cards, messages, render
from bot.wording.chats import help_lines
from bot.wording.press import is_name

NEW: Final = (filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST) & FROM_PEOPLE & ~filters.FORWARDED
"""Where commands are heard: new messages, and posts of channels that the bot administers."""
ASKING: Final = (filters.UpdateType.MESSAGES | filters.UpdateType.CHANNEL_POSTS) & FROM_PEOPLE & ~filters.FORWARDED
"""Commands that ask something are heard again when they are edited."""

Callback = Callable[[Services, Update, Message], Awaitable[None]]
"""The handler of a command: the update that it came by, and the message that gave it."""


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """A handler a command; one that is addressed to another bot (/ask@another) passes by."""
    return [
        command(services, "start", _start),
        command(services, "help", _help),
        command(services, "ask", _ask, ASKING),
        command(services, "meetings", _meetings),
        command(services, "forget", _forget),
    ]


def command(
    services: Services, name: str, callback: Callback, where: filters.BaseFilter = NEW
) -> CommandHandler[ContextTypes.DEFAULT_TYPE, Any]:
    """The handler of a command that people give."""

    async def obey(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        if message is not None and not is_robot(message):
            await callback(services, update, message)

    return CommandHandler(name, obey, filters=where)


def by_administrators(callback: Callback) -> Callback:
    """A command that only the administrators of a chat may give; everybody else is told so."""

    async def obey(services: Services, update: Update, message: Message) -> None:
        if not await is_welcome(services, message, kind="commands"):
            return
        if await services.roles.is_administrator(message):
            await callback(services, update, message)
        else:
            translate = await translator_of(services, message)
            await send_text(message, translate(messages.ADMINISTRATORS_ONLY))

    return obey


async def _start(services: Services, update: Update, message: Message) -> None:
    if not await is_welcome(services, message):
        return
    translate = await translator_of(services, message)
    name, *_ = without_address(message, message.get_bot()).split() or [""]
    fact = services.answer(name) if is_name(name) else None
    if fact is not None:
        await open_fact(services, message, conversation_of(message, message.from_user), fact, translate)
        return
    welcome = "\n\n".join(translate(text) for text in (messages.START, messages.START_HELP, messages.HELP_GROUP))
    text = translate(messages.STALE) if is_name(name) else welcome
    await send_reply(message, cards.greeting(text, await services.look_up(services.library.openers)))


async def _help(services: Services, update: Update, message: Message) -> None:
    if not await is_welcome(services, message, kind="commands"):
        return
    translate = await translator_of(services, message)
    own = messages.ADMINISTRATION if message.chat.type == ChatType.PRIVATE else ()
    shortcuts = [(each.name, each.description) for each in services.shortcuts if each.is_for(translate.language)]
    openers = await services.look_up(services.library.openers)
    example = openers[0].question if openers else "Who chaired the last meeting?"
    for shown in render.listed(help_lines([*messages.COMMANDS, *own, *shortcuts], example, translate)):
        await send_reply(message, shown)


async def _ask(services: Services, update: Update, message: Message) -> None:
    if question := without_address(message, message.get_bot()):
        await answer(services, update, question)
    elif is_new(update) and await is_welcome(services, message):
        translate = await translator_of(services, message)
        await send_text(message, translate(messages.ASK_USAGE))


async def _meetings(services: Services, update: Update, message: Message) -> None:
    if await is_welcome(services, message, kind="commands"):
        translate = await translator_of(services, message)
        await send_reply(message, render.meetings_message(services.library.listed(), 0, translate))


async def _forget(services: Services, update: Update, message: Message) -> None:
    """Begin the conversation anew. (`/forget me` is answered elsewhere.)"""
    if await is_welcome(services, message, kind="commands"):
        await services.store.forget(conversation_of(message, message.from_user))
        translate = await translator_of(services, message)
        await send_text(message, translate(messages.FORGOTTEN))
