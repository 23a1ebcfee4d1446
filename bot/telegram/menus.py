"""The commands that Telegram offers as one types, in each language and scope: everybody, groups, their administrators,
one chat."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import itertools
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import Any, Final

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
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.shortcuts import Shortcut, Who
from bot.telegram.logs import Seldom
from bot.telegram.services import Services
from bot.wording import ENGLISH, LANGUAGES, Translator, messages, translator_for

logger = logging.getLogger(__name__)
_seldom = Seldom(logger)

PAUSES_S: Final = (1.0, 5.0, 15.0, 60.0)
"""Seconds after which it is tried again to register something; the last one holds for all further."""
LIMIT: Final = 100
"""Commands that Telegram takes in a scope."""


async def keep(bot: Bot, services: Services, leaving: asyncio.Event) -> None:
    """Register what everybody is offered, then what the owner and editors and chats with shortcuts of their own are,
    since there may be others beside those than when the bot ran last; then whatever changes, until the bot is leaving.
    Nobody waits for that: what fails is tried again by and by."""
    for chat in (*sorted(services.owners | services.editors), *services.store.chats.with_shortcuts()):
        services.menus.want(chat)
    await _until_left(leaving, _register_all(bot, services))


async def _until_left(leaving: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Do some work until the bot is leaving."""
    working, left = asyncio.create_task(work), asyncio.create_task(leaving.wait())
    await asyncio.wait((working, left), return_when=asyncio.FIRST_COMPLETED)
    left.cancel()
    if not working.done():
        working.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await working


async def _register_all(bot: Bot, services: Services) -> None:
    await _persistently(lambda: register(bot, services))
    while True:
        chat = await services.menus.next()
        await _persistently(functools.partial(register_chat, bot, services, chat))


async def _persistently(register_some: Callable[[], Awaitable[None]]) -> None:
    """Register something, again and again if Telegram is in trouble; what it refuses is let be."""
    for pause in itertools.chain(PAUSES_S, itertools.repeat(PAUSES_S[-1])):
        try:
            await register_some()
        except (BadRequest, Forbidden, InvalidToken) as error:  # of a token that is wrong polling will hear, too
            logger.warning("Commands cannot be registered: %s", type(error).__name__)
        except TelegramError as error:
            _seldom.warn("menus", "Commands cannot be registered for now, trying again: %s", type(error).__name__)
            await asyncio.sleep(pause)
            continue
        return


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
