"""The commands that Telegram offers as one types, in each scope: everybody, groups, their administrators, one chat."""

from __future__ import annotations

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
    BotCommandScopeDefault,
)
from telegram.error import BadRequest, Forbidden

from bot import messages
from bot.shortcuts import Shortcut, Who
from bot.telegram.desk import Desk

logger = logging.getLogger(__name__)

LIMIT: Final = 100
"""Commands that Telegram takes in a scope."""


async def register(bot: Bot, desk: Desk) -> None:
    """Register what everybody is offered: in private with what a person may set, in groups only for administrators."""
    everyone, administrators = _offered(desk, ("everyone",)), _offered(desk, ("everyone", "administrators"))
    scopes: list[tuple[BotCommandScope, Sequence[BotCommand]]] = [
        (BotCommandScopeDefault(), administrators),
        (BotCommandScopeAllGroupChats(), everyone),
        (BotCommandScopeAllChatAdministrators(), administrators),
    ]
    for scope, commands in scopes:
        await bot.set_my_commands(commands, scope)
    for person in desk.owners | desk.editors:
        await register_chat(bot, desk, person, {})


async def register_chat(bot: Bot, desk: Desk, chat: int, own: Mapping[str, Shortcut]) -> None:
    """Register what one chat is offered: its own shortcuts before all others, then, in private, what an owner or editor
    may do; nothing of its own if it has neither."""
    scope = BotCommandScopeChat(chat)
    staff = _for_staff(desk, chat)
    try:
        if own or staff:
            common = [each for each in _offered(desk, ("everyone",)) if each.command not in own]
            await bot.set_my_commands([*map(_command, own.values()), *staff, *common][:LIMIT], scope)
        else:
            await bot.delete_my_commands(scope)
    except (BadRequest, Forbidden) as error:  # a chat that takes none, such as a channel, does without
        logger.info("A chat takes no commands: %s", type(error).__name__)


def _offered(desk: Desk, who: Sequence[Who]) -> list[BotCommand]:
    administration = messages.ADMINISTRATION if "administrators" in who else ()
    plain = [BotCommand(name, description) for name, description in (*messages.COMMANDS, *administration)]
    return [*plain, *(_command(shortcut) for shortcut in desk.shortcuts if shortcut.who in who)][:LIMIT]


def _for_staff(desk: Desk, person: int) -> list[BotCommand]:
    named = (
        *(messages.EDITING if person in desk.owners | desk.editors else ()),
        *(messages.OWNING if person in desk.owners else ()),
    )
    return [BotCommand(name, description) for name, description in named]


def _command(shortcut: Shortcut) -> BotCommand:
    return BotCommand(shortcut.name, shortcut.description or shortcut.questions[0])
