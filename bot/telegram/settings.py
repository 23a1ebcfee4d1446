"""/settings of a chat: its language, whether the bot listens in a group, and when digests may come."""

from __future__ import annotations

import dataclasses
import re
import zoneinfo
from collections.abc import Mapping
from typing import Any, Final

from telegram import Bot, CallbackQuery, Chat, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden
from telegram.ext import BaseHandler

from bot.store import ChatSettings, QuietHours
from bot.telegram.addressing import without_address
from bot.telegram.commands import by_administrators, command
from bot.telegram.presses import OnPress
from bot.telegram.sending import acknowledge, edit, send_reply, send_text
from bot.telegram.services import Services
from bot.telegram.translators import translator_of, translator_of_press
from bot.wording import messages, render
from bot.wording.languages import LANGUAGES, Translator
from bot.wording.press import Action, Press
from bot.wording.render import Button, escape

EVERYBODYS: Final = "auto"
"""Stands for the language of whoever speaks."""
_HOURS: Final = re.compile(r"([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?\s*[-–]\s*([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?")
_GROUPS: Final = (ChatType.GROUP, ChatType.SUPERGROUP)


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
        changed, problem = _changed(settings, wish, translate)
        if problem is not None:
            await send_text(message, problem)
            return
        settings = changed
        await services.store.chats.set_settings(message.chat_id, settings)
        translate = await translator_of(services, message)
    await send_reply(message, await _shown(settings, message.chat, message.get_bot(), translate))


async def _switch(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
    if not isinstance(query.message, Message):
        return
    chat, bot = query.message.chat, query.get_bot()
    if not await services.roles.administers(bot, query.from_user, chat):
        await acknowledge(query, translate(messages.ADMINISTRATORS_ONLY))
        return
    settings = await services.store.chats.settings(chat.id)
    if press.action == Action.LISTEN and chat.type in _GROUPS:
        settings = dataclasses.replace(settings, listen=press.choice == "on")
    elif press.action == Action.LANGUAGE and press.choice in (*LANGUAGES, EVERYBODYS):
        settings = dataclasses.replace(settings, language=None if press.choice == EVERYBODYS else press.choice)
    await services.store.chats.set_settings(chat.id, settings)
    await acknowledge(query)
    await edit(query, await _shown(settings, chat, bot, await translator_of_press(services, query)))


ON_PRESS: Final[Mapping[Action, OnPress]] = {Action.LISTEN: _switch, Action.LANGUAGE: _switch}
"""What the buttons of the settings do."""


def _changed(settings: ChatSettings, wish: str, translate: Translator) -> tuple[ChatSettings, str | None]:
    """The settings as they are wished, or what is wrong with the wish."""
    what, _, value = wish.partition(" ")
    value = value.strip()
    if what == "language":
        code = value.lower()
        if code not in (*LANGUAGES, EVERYBODYS):
            known = ", ".join(f"{name} ({code})" for code, name in LANGUAGES.items())
            return settings, translate(messages.LANGUAGE_WRONG, languages=known)
        return dataclasses.replace(settings, language=None if code == EVERYBODYS else code), None
    if what == "zone":
        if value not in zoneinfo.available_timezones():
            return settings, translate(messages.ZONE_WRONG)
        return dataclasses.replace(settings, time_zone=value), None
    if what == "quiet":
        if value == "off":
            return dataclasses.replace(settings, quiet=None), None
        quiet = quiet_hours(value)
        return dataclasses.replace(settings, quiet=quiet), None if quiet else translate(messages.QUIET_WRONG)
    return settings, translate(messages.SETTINGS_USAGE)


async def _shown(settings: ChatSettings, chat: Chat, bot: Bot, translate: Translator) -> render.Message:
    lines = [f"<b>{escape(translate(messages.SETTINGS_TITLE))}</b>"]
    rows: list[tuple[Button, ...]] = []
    if chat.type in _GROUPS:
        lines.append(escape(translate(messages.LISTEN_ON if settings.listen else messages.LISTEN_OFF)))
        if settings.listen and not await _hears_all(chat, bot):
            lines.append(escape(translate(messages.LISTEN_DEAF)))
        label, choice = (messages.LISTEN_SWITCH_OFF, "off") if settings.listen else (messages.LISTEN_SWITCH_ON, "on")
        rows.append((Button(translate(label), Press(Action.LISTEN, choice=choice)),))
    names = {**LANGUAGES, EVERYBODYS: translate(messages.LANGUAGE_OF_SPEAKER)}
    current = settings.language or EVERYBODYS
    lines.append(escape(translate(messages.LANGUAGE, language=names.get(current, current))))
    others = [(code, name) for code, name in names.items() if code != current]
    rows.append(tuple(Button(name, Press(Action.LANGUAGE, choice=code)) for code, name in others))
    lines.append(escape(translate(messages.TIME_ZONE, zone=settings.time_zone)))
    lines.append(escape(translate(messages.QUIET_HOURS, hours=_hours(settings.quiet, translate))))
    lines += ["", escape(translate(messages.SETTINGS_USAGE))]
    return render.Message("\n".join(lines), tuple(rows))


async def _hears_all(chat: Chat, bot: Bot) -> bool:
    """Whether the bot hears what is not addressed to it: with privacy mode off, and as an administrator."""
    if bot.bot.can_read_all_group_messages:
        return True
    try:
        member = await bot.get_chat_member(chat.id, bot.id)
    except (BadRequest, Forbidden):
        return False
    return member.status == ChatMemberStatus.ADMINISTRATOR


def _hours(quiet: QuietHours | None, translate: Translator) -> str:
    if quiet is None:
        return translate(messages.QUIET_NONE)
    return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in quiet)
