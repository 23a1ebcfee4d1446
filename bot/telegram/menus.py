"""The commands that Telegram offers as one types, in each language and scope: everybody, groups, their administrators,
one chat."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Mapping, Sequence
from typing import Final

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeDefault,
)
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.shortcuts import Shortcut, Who
from bot.telegram.services import Services
from bot.wording import ENGLISH, LANGUAGES, Translator, messages, translator_for

logger = logging.getLogger(__name__)

LIMIT: Final = 100
"""Commands that Telegram takes in a scope."""


async def register(bot: Bot, services: Services) -> None:
    """Register what everybody is offered: in private with what a person may set, in groups only for administrators."""
    for language in _languages(services):
        everyone = _offered(services, ("everyone",), language)
        administrators = _offered(services, ("everyone", "administrators"), language)
        scopes: list[tuple[BotCommandScope, Sequence[BotCommand]]] = [
            (BotCommandScopeDefault(), administrators),
            (BotCommandScopeAllGroupChats(), everyone),
            (BotCommandScopeAllChatAdministrators(), administrators),
        ]
        for scope, commands in scopes:
            await bot.set_my_commands(commands, scope, language)
    for person in services.owners | services.editors:
        await register_chat(bot, services, person)


async def register_chats(bot: Bot, services: Services, leaving: asyncio.Event) -> None:
    """Register anew what chats with shortcuts of their own are offered: beside those there may be others than when the
    bot ran last."""
    for chat in services.store.chats.with_shortcuts():
        if leaving.is_set():
            return
        try:
            await register_chat(bot, services, chat)
        except TelegramError as error:
            logger.warning("A chat's commands could not be registered: %s", type(error).__name__)


async def own_of(services: Services, chat: int) -> Mapping[str, Shortcut]:
    """The shortcuts that a chat defined."""
    kept = await services.store.chats.shortcuts(chat)
    return {own.name: Shortcut(own.name, own.description, (own.question,)) for own in kept}


async def register_chat(bot: Bot, services: Services, chat: int) -> None:
    """Register what one chat is offered: its own shortcuts before all others, then, in private, what an owner or editor
    may do; nothing of its own if it has neither."""
    own = await own_of(services, chat)
    administrators: tuple[Who, ...] = ("everyone", "administrators")
    scopes: list[tuple[BotCommandScope, tuple[Who, ...]]] = [
        (BotCommandScopeChat(chat), administrators if chat > 0 else ("everyone",))
    ]
    if chat < 0:  # what a chat is offered hides what administrators are offered everywhere
        scopes.append((BotCommandScopeChatAdministrators(chat), administrators))
    try:
        for language, (scope, who) in itertools.product(_languages(services), scopes):
            staff = _for_staff(services, chat, translator_for(language))
            if own or staff:
                common = [each for each in _offered(services, who, language) if each.command not in own]
                named = [_command(shortcut, translator_for(language)) for shortcut in own.values()]
                await bot.set_my_commands([*named, *staff, *common][:LIMIT], scope, language)
            else:
                await bot.delete_my_commands(scope, language)
    except (BadRequest, Forbidden) as error:  # a chat that takes none, such as a channel, does without
        logger.info("A chat takes no commands: %s", type(error).__name__)


def _languages(services: Services) -> list[str | None]:
    """None, for all whose language has no commands of its own, and the languages that have."""
    named = {language for shortcut in services.shortcuts for language in shortcut.languages}
    return [None, *sorted((named | LANGUAGES.keys()) - {ENGLISH.language})]


def _offered(services: Services, who: Sequence[Who], language: str | None) -> list[BotCommand]:
    translate = translator_for(language)
    administration = messages.ADMINISTRATION if "administrators" in who else ()
    plain = _described((*messages.COMMANDS, *administration), translate)
    shortcuts = [each for each in services.shortcuts if each.is_for(language or ENGLISH.language, who)]
    return [*plain, *(_command(shortcut, translate) for shortcut in shortcuts)][:LIMIT]


def _for_staff(services: Services, person: int, translate: Translator) -> list[BotCommand]:
    named = (
        *(messages.EDITING if person in services.owners | services.editors else ()),
        *(messages.OWNING if person in services.owners else ()),
    )
    return _described(named, translate)


def _described(named: Sequence[tuple[str, str]], translate: Translator) -> list[BotCommand]:
    return [BotCommand(name, translate(description)) for name, description in named]


def _command(shortcut: Shortcut, translate: Translator) -> BotCommand:
    return BotCommand(shortcut.name, translate(shortcut.description or shortcut.questions[0]))
