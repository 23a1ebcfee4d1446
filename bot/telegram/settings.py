"""/settings of a chat: its language, whether the bot listens in a group, and when digests may come."""

from __future__ import annotations

import dataclasses
import re
import zoneinfo
from collections.abc import Mapping
from typing import Any, Final

from telegram import Bot, CallbackQuery, Chat, Message, Update
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden
from telegram.ext import BaseHandler

from bot.store import ChatSettings, QuietHours
from bot.telegram.addressing import GROUPS, without_address
from bot.telegram.commands import by_administrators, command
from bot.telegram.presses import OnPress
from bot.telegram.sending import edit, send_reply, send_text
from bot.telegram.services import Services
from bot.telegram.translators import translator_of, translator_of_press
from bot.wording import LANGUAGES, Action, Press, Translator, messages, render
from bot.wording.chats import OF_SPEAKER, settings_message

_CHOICES: Final = (*LANGUAGES, OF_SPEAKER)
"""The languages that a chat can be set to."""
_HOURS: Final = re.compile(r"([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?\s*[-–]\s*([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?")


class _WishError(ValueError):
    """The settings cannot be what somebody wishes; the message says why, in their language."""


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handler of the command."""
    return [command(services, "settings", by_administrators(_settings))]


def quiet_hours(text: str) -> QuietHours | None:
    """The quiet hours that a text names; None if it names none, or an end that is the start.

    >>> quiet_hours("22:00-7:30"), quiet_hours("8 to 9")
    (QuietHours(start=1320, end=450), None)
    """
    match = _HOURS.fullmatch(text.strip())
    if match is None:
        return None
    start = int(match[1]) * 60 + int(match[2] or 0)
    end = int(match[3]) * 60 + int(match[4] or 0)
    return QuietHours(start, end) if start != end else None


async def _settings(services: Services, update: Update, message: Message) -> None:
    translate = await translator_of(services, message)
    settings = await services.store.chats.settings(message.chat_id)
    wish = without_address(message, message.get_bot())
    if wish:
        try:
            settings = _changed(settings, wish, translate)
        except _WishError as error:
            await send_text(message, str(error))
            return
        await services.store.chats.set_settings(message.chat_id, settings)
        translate = await translator_of(services, message)
    await send_reply(message, await _shown(settings, message.chat, message.get_bot(), translate))


async def _switch(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
    if not isinstance(query.message, Message):
        return
    chat, bot = query.message.chat, query.get_bot()
    if not await services.roles.administers(bot, query.from_user, chat):
        services.pressed.acknowledge(query, translate(messages.ADMINISTRATORS_ONLY))
        return
    settings = await services.store.chats.settings(chat.id)
    if press.action == Action.LISTEN and chat.type in GROUPS:
        settings = dataclasses.replace(settings, listen=press.choice == "on")
    elif press.action == Action.LANGUAGE and press.choice in _CHOICES:
        settings = _speaking(settings, press.choice)
    await services.store.chats.set_settings(chat.id, settings)
    services.pressed.acknowledge(query)
    await edit(query, await _shown(settings, chat, bot, await translator_of_press(services, query)))


ON_PRESS: Final[Mapping[Action, OnPress]] = {Action.LISTEN: _switch, Action.LANGUAGE: _switch}
"""What the buttons of the settings do."""


def _changed(settings: ChatSettings, wish: str, translate: Translator) -> ChatSettings:
    """The settings as they are wished. Raises _WishError."""
    what, _, value = wish.partition(" ")
    value = value.strip()
    if what == "language":
        code = value.lower()
        if code not in _CHOICES:
            known = ", ".join(f"{name} ({code})" for code, name in LANGUAGES.items())
            raise _WishError(translate(messages.LANGUAGE_WRONG, languages=known))
        return _speaking(settings, code)
    if what == "zone":
        if value not in zoneinfo.available_timezones():
            raise _WishError(translate(messages.ZONE_WRONG))
        return dataclasses.replace(settings, time_zone=value)
    if what == "quiet":
        quiet = None if value == "off" else quiet_hours(value)
        if quiet is None and value != "off":
            raise _WishError(translate(messages.QUIET_WRONG))
        return dataclasses.replace(settings, quiet=quiet)
    raise _WishError(translate(messages.SETTINGS_USAGE))


def _speaking(settings: ChatSettings, choice: str) -> ChatSettings:
    """The settings with another language."""
    return dataclasses.replace(settings, language=None if choice == OF_SPEAKER else choice)


async def _shown(settings: ChatSettings, chat: Chat, bot: Bot, translate: Translator) -> render.Message:
    is_group = chat.type in GROUPS
    is_deaf = is_group and settings.listen and not await _hears_all(chat, bot)
    return settings_message(settings, translate, is_group=is_group, is_deaf=is_deaf)


async def _hears_all(chat: Chat, bot: Bot) -> bool:
    """Whether the bot hears what is not addressed to it: with privacy mode off, and as an administrator."""
    if bot.bot.can_read_all_group_messages:
        return True
    try:
        member = await bot.get_chat_member(chat.id, bot.id)
    except (BadRequest, Forbidden):
        return False
    return member.status == ChatMemberStatus.ADMINISTRATOR
