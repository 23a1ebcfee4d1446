"""Shortcuts as commands: the chat's own, the owner's, those built in; and /shortcut, which keeps the chat's own."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot import shortcuts
from bot.library import Library
from bot.replies import Context, Reply
from bot.shortcuts import Shortcut
from bot.store import ChatShortcut, LimitError
from bot.telegram import menus
from bot.telegram.addressing import command_of, is_robot, without_address
from bot.telegram.answering import Ask, Found, find_reply, found_reply, is_new, is_welcome, respond
from bot.telegram.commands import ASKING, command
from bot.telegram.sending import send_reply, send_text
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.wording import Translator, cards, messages, render


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handler of /shortcut, and one of every other command: which of them is a shortcut depends on the chat."""
    return [
        command(services, "shortcut", _keep),
        MessageHandler(filters.COMMAND & ASKING, functools.partial(_use, services)),
    ]


async def _use(services: Services, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message is None or is_robot(message):
        return
    name = command_of(message, context.bot)
    if name is None:
        return
    own = await menus.own_of(services, message.chat_id)
    shortcut = own.get(name) or next((known for known in services.shortcuts if known.name == name), None)
    args = without_address(message, context.bot)
    typed = f"/{name} {args}".strip()
    if shortcut is None:
        if message.chat.type == ChatType.PRIVATE:
            await _say(services, update, messages.UNKNOWN_COMMAND)
    elif not await services.roles.may(shortcut.who, services.owners, message):
        await _say(
            services,
            update,
            messages.ADMINISTRATORS_ONLY if shortcut.who == "administrators" else messages.UNKNOWN_COMMAND,
        )
    elif shortcut.takes_words and not args:
        await _say(services, update, messages.ABOUT_USAGE, name=name)
    elif shortcut.questions:
        plain = functools.partial(shortcuts.plain_ask, services.library, shortcut, args, typed)
        whole = functools.partial(shortcuts.ask, services.library, shortcut, args, typed)
        listed = functools.partial(_list, services, shortcut, args, typed, Ask(plain, whole))
        await respond(services, update, typed, listed)
    else:
        await respond(services, update, typed, functools.partial(_find_meeting, services, args))


async def _say(services: Services, update: Update, text: str, **values: object) -> None:
    """Say why a command was not followed; not of one that came about by an edit: what was said before it stands."""
    message = update.effective_message
    if message is not None and is_new(update) and await is_welcome(services, message):
        await send_text(message, (await translator_of(services, message))(text, **values))


async def _list(services: Services, shortcut: Shortcut, args: str, typed: str, ask: Ask, before: Context) -> Found:
    """All that a shortcut lists of a meeting; where it lists nothing, the reply to its questions."""
    found = await services.look_up(shortcuts.listing, services.library, shortcut, args, before)
    if found is None:
        return found_reply(*await find_reply(services, ask, before))
    first = found.answers[0]
    return Found(
        lambda translate: cards.listing_message(found.meeting, found.answers, translate),
        Context(first.question, first.article),
        Reply("answer", typed, first),
    )


async def _find_meeting(services: Services, args: str, before: Context) -> Found:
    return await services.look_up(_meeting, services.library, args, before)


def _meeting(library: Library, args: str, before: Context) -> Found:
    """The meeting itself in a few lines: the one named, else the latest."""
    article = shortcuts.meeting_meant(library, args, Context())
    digest = library.digest(article) if article else None
    if digest is None:
        problem = messages.NOT_ON_RECORD if args else messages.NO_MEETINGS
        return Found(lambda translate: render.plain(translate(problem)), before)
    return Found(lambda translate: cards.digest_message(digest, translate=translate), Context(args or None, article))


async def _keep(services: Services, update: Update, message: Message) -> None:
    """/shortcut add NAME QUESTION, /shortcut remove NAME, /shortcut list."""
    if not await is_welcome(services, message, kind="commands"):
        return
    translate = await translator_of(services, message)
    what, rest = _first_word(without_address(message, message.get_bot()))
    if what == "list":
        own = await menus.own_of(services, message.chat_id)
        for shown in _listed(own.values(), translate):
            await send_reply(message, shown)
    elif what not in ("add", "remove") or not rest:
        await send_text(message, translate(messages.SHORTCUT_USAGE))
    elif not await services.roles.is_administrator(message):
        await send_text(message, translate(messages.ADMINISTRATORS_ONLY))
    else:
        name, question = _first_word(rest)
        name = name.lower().removeprefix("/")
        if what == "add":
            said = await _add(services, message, name, question, translate)
        else:
            said = await _remove(services, message, name, translate)
        await send_text(message, said)


def _first_word(text: str) -> tuple[str, str]:
    """The first word of a text, and what follows it."""
    first, *rest = text.split(maxsplit=1) or [""]
    return first, "".join(rest)


async def _add(services: Services, message: Message, name: str, question: str, translate: Translator) -> str:
    problem = shortcuts.problem_of_name(name, translate) or shortcuts.problem_of_question(question, translate)
    if problem is not None:
        return translate(messages.SHORTCUT_WRONG, problem=problem)
    description = question[: shortcuts.LONGEST_DESCRIPTION]
    try:
        await services.store.chats.add_shortcut(message.chat_id, ChatShortcut(name, question, description))
    except LimitError:
        return translate(messages.SHORTCUT_LIMIT)
    services.menus.want(message.chat_id)
    return translate(messages.SHORTCUT_ADDED, name=name)


async def _remove(services: Services, message: Message, name: str, translate: Translator) -> str:
    if not await services.store.chats.remove_shortcut(message.chat_id, name):
        return translate(messages.SHORTCUT_UNKNOWN, name=name)
    services.menus.want(message.chat_id)
    return translate(messages.SHORTCUT_REMOVED, name=name)


def _listed(own: Iterable[Shortcut], translate: Translator) -> Sequence[render.Message]:
    lines = [f"/{shortcut.name} – {shortcut.questions[0]}" for shortcut in own]
    return render.listed(
        [translate(messages.SHORTCUTS_TITLE), *lines] if lines else [translate(messages.SHORTCUTS_NONE)]
    )
