"""/settings of a chat: its language, whether the bot listens in a group, and when digests may come."""

from __future__ import annotations

import dataclasses
import functools
import re
import zoneinfo
from typing import Any, Final

from telegram import Bot, Chat, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes

from bot.store import ChatSettings
from bot.telegram.addressing import without_address
from bot.telegram.administrators import from_administrator
from bot.telegram.commands import command
from bot.telegram.sending import acknowledge, edit, send_reply
from bot.telegram.services import Services
from bot.telegram.translators import translator_for_press, translator_of
from bot.wording import messages, render
from bot.wording.languages import LANGUAGES, Translator
from bot.wording.render import Button, escape

EVERYBODYS: Final = "auto"
"""Stands for the language of whoever speaks."""
_HOURS: Final = re.compile(r"([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?\s*[-–]\s*([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?")
_GROUPS: Final = (ChatType.GROUP, ChatType.SUPERGROUP)


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handler of the command, and that of its buttons."""
    return [
        command(services, "settings", _settings),
        CallbackQueryHandler(
            functools.partial(_switch, services), pattern=r"\A(?:listen:(?:on|off)|language:[a-z]{2,4})\Z"
        ),
    ]


def minutes(text: str) -> tuple[int, int] | None:
    """Hours of the day as minutes after midnight; None if the text is no such thing or the hours are no time at all.

    >>> minutes("22:00-7:30"), minutes("8 to 9")
    ((1320, 450), None)
    """
    match = _HOURS.fullmatch(text.strip())
    if match is None:
        return None
    start = int(match[1]) * 60 + int(match[2] or 0)
    end = int(match[3]) * 60 + int(match[4] or 0)
    return (start, end) if start != end else None


async def _settings(services: Services, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    heard = await from_administrator(services, update)
    if heard is None:
        return
    message, translate = heard
    settings = await services.store.chats.settings(message.chat_id)
    wish = without_address(message, context.bot)
    if wish:
        changed, problem = _changed(settings, wish, translate)
        if problem is not None:
            await send_reply(message, render.plain(problem))
            return
        settings = changed
        await services.store.chats.set_settings(message.chat_id, settings)
        translate = await translator_of(services, message)
    await send_reply(message, await _shown(settings, message.chat, context.bot, translate))


async def _switch(services: Services, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is None or not isinstance(query.message, Message):
        return
    chat = query.message.chat
    if not await services.roles.administers(context.bot, query.from_user, chat):
        await acknowledge(query, (await translator_for_press(services, query))(messages.ADMINISTRATORS_ONLY))
        return
    settings = await services.store.chats.settings(chat.id)
    what, _, value = (query.data or "").partition(":")
    if what == "listen" and chat.type in _GROUPS:
        settings = dataclasses.replace(settings, listen=value == "on")
    elif what == "language" and value in (*LANGUAGES, EVERYBODYS):
        settings = dataclasses.replace(settings, language=None if value == EVERYBODYS else value)
    await services.store.chats.set_settings(chat.id, settings)
    await acknowledge(query)
    await edit(query, await _shown(settings, chat, context.bot, await translator_for_press(services, query)))


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
        quiet = minutes(value)
        return dataclasses.replace(settings, quiet=quiet), None if quiet else translate(messages.QUIET_WRONG)
    return settings, translate(messages.SETTINGS_USAGE)


async def _shown(settings: ChatSettings, chat: Chat, bot: Bot, translate: Translator) -> render.Message:
    lines = [f"<b>{escape(translate(messages.SETTINGS_TITLE))}</b>"]
    rows: list[tuple[Button, ...]] = []
    if chat.type in _GROUPS:
        lines.append(escape(translate(messages.LISTEN_ON if settings.listen else messages.LISTEN_OFF)))
        if settings.listen and not await _hears_all(chat, bot):
            lines.append(escape(translate(messages.LISTEN_DEAF)))
        label, data = (messages.LISTEN_SWITCH_OFF, "off") if settings.listen else (messages.LISTEN_SWITCH_ON, "on")
        rows.append((Button(translate(label), f"listen:{data}"),))
    names = {**LANGUAGES, EVERYBODYS: translate(messages.LANGUAGE_OF_SPEAKER)}
    current = settings.language or EVERYBODYS
    lines.append(escape(translate(messages.LANGUAGE, language=names.get(current, current))))
    rows.append(tuple(Button(name, f"language:{code}") for code, name in names.items() if code != current))
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


def _hours(quiet: tuple[int, int] | None, translate: Translator) -> str:
    if quiet is None:
        return translate(messages.QUIET_NONE)
    return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in quiet)
