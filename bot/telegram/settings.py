"""/settings of a chat: whether the bot listens in a group, and when digests may come."""

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

from bot import messages, render
from bot.render import Button, escape
from bot.store import ChatSettings
from bot.telegram.addressing import without_address
from bot.telegram.answering import is_welcome
from bot.telegram.commands import command
from bot.telegram.desk import Desk
from bot.telegram.sending import acknowledge, edit, send_reply

_HOURS: Final = re.compile(r"([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?\s*[-–]\s*([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?")
_GROUPS: Final = (ChatType.GROUP, ChatType.SUPERGROUP)


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """The handler of the command, and that of its button."""
    return [
        command(desk, "settings", _settings),
        CallbackQueryHandler(functools.partial(_switch, desk), pattern=r"\Alisten:(?:on|off)\Z"),
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


async def _settings(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message is None or not await is_welcome(desk, message):
        return
    if not await desk.roles.is_administrator(message):
        await send_reply(message, render.plain(messages.ADMINISTRATORS_ONLY))
        return
    settings = await desk.store.chats.settings(message.chat_id)
    words = without_address(message, context.bot)
    if words:
        changed, problem = _changed(settings, words)
        if problem is not None:
            await send_reply(message, render.plain(problem))
            return
        settings = changed
        await desk.store.chats.set_settings(message.chat_id, settings)
    await send_reply(message, await _shown(settings, message.chat, context.bot))


async def _switch(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is None or not isinstance(query.message, Message):
        return
    chat = query.message.chat
    if chat.type not in _GROUPS or not await desk.roles.administers(context.bot, query.from_user, chat):
        await acknowledge(query, messages.ADMINISTRATORS_ONLY)
        return
    settings = dataclasses.replace(await desk.store.chats.settings(chat.id), listen=query.data == "listen:on")
    await desk.store.chats.set_settings(chat.id, settings)
    await acknowledge(query)
    await edit(query, await _shown(settings, chat, context.bot))


def _changed(settings: ChatSettings, words: str) -> tuple[ChatSettings, str | None]:
    """The settings as the words want them, or what is wrong with the words."""
    what, _, value = words.partition(" ")
    value = value.strip()
    if what == "zone":
        if value not in zoneinfo.available_timezones():
            return settings, messages.ZONE_WRONG
        return dataclasses.replace(settings, time_zone=value), None
    if what == "quiet":
        if value == "off":
            return dataclasses.replace(settings, quiet=None), None
        quiet = minutes(value)
        return dataclasses.replace(settings, quiet=quiet), None if quiet else messages.QUIET_WRONG
    return settings, messages.SETTINGS_USAGE


async def _shown(settings: ChatSettings, chat: Chat, bot: Bot) -> render.Message:
    lines = [f"<b>{escape(messages.SETTINGS_TITLE)}</b>"]
    rows: tuple[tuple[Button, ...], ...] = ()
    if chat.type in _GROUPS:
        lines.append(escape(messages.LISTEN_ON if settings.listen else messages.LISTEN_OFF))
        if settings.listen and not await _hears_all(chat, bot):
            lines.append(escape(messages.LISTEN_DEAF))
        label, data = (messages.LISTEN_SWITCH_OFF, "off") if settings.listen else (messages.LISTEN_SWITCH_ON, "on")
        rows = ((Button(label, f"listen:{data}"),),)
    lines.append(escape(messages.TIME_ZONE.format(zone=settings.time_zone)))
    lines.append(escape(messages.QUIET_HOURS.format(hours=_hours(settings.quiet))))
    lines.append(escape(messages.SETTINGS_USAGE))
    return render.Message("\n".join(lines), rows)


async def _hears_all(chat: Chat, bot: Bot) -> bool:
    """Whether the bot hears what is not addressed to it: with privacy mode off, and as an administrator."""
    if bot.bot.can_read_all_group_messages:
        return True
    try:
        member = await bot.get_chat_member(chat.id, bot.id)
    except (BadRequest, Forbidden):
        return False
    return member.status == ChatMemberStatus.ADMINISTRATOR


def _hours(quiet: tuple[int, int] | None) -> str:
    if quiet is None:
        return messages.QUIET_NONE
    return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in quiet)
