"""Shortcuts as commands: the chat's own, the owner's, those built in; and /shortcut, which keeps the chat's own."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Sequence
from typing import Any, Final

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot import shortcuts
from bot.library import Library
from bot.matching.match import SUGGESTIONS
from bot.question import read
from bot.replies import Context, Reply
from bot.shortcuts import Shortcut
from bot.store import ChatShortcut, LimitError
from bot.telegram import menus
from bot.telegram.addressing import command_of, is_robot, without_address
from bot.telegram.answering import Found, answer, is_new, is_welcome, respond
from bot.telegram.commands import ASKING, command
from bot.telegram.desk import Desk
from bot.telegram.sending import send_reply
from bot.telegram.speaking import words_of
from bot.wording import cards, messages, render
from bot.wording.languages import Words

_RANKS: Final = {"answer": 0, "suggest": 1, "none": 2}


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """The handler of /shortcut, and one of every other command: which of them is a shortcut depends on the chat."""
    return [
        command(desk, "shortcut", _keep),
        MessageHandler(filters.COMMAND & ASKING, functools.partial(_use, desk)),
    ]


async def _use(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message is None or is_robot(message):
        return
    name = command_of(message, context.bot)
    if name is None:
        return
    own = await menus.own_of(desk, message.chat_id)
    shortcut = own.get(name) or next((known for known in desk.shortcuts if known.name == name), None)
    args = without_address(message, context.bot)
    typed = f"/{name} {args}".strip()
    if shortcut is None:
        if message.chat.type == ChatType.PRIVATE:
            await _say(desk, update, messages.UNKNOWN_COMMAND)
    elif not await desk.roles.may(shortcut.who, desk.owners, message):
        await _say(
            desk,
            update,
            messages.ADMINISTRATORS_ONLY if shortcut.who == "administrators" else messages.UNKNOWN_COMMAND,
        )
    elif shortcut.takes_words and not args:
        await _say(desk, update, messages.ABOUT_USAGE, name=name)
    elif shortcut.questions:
        await answer(desk, update, typed, functools.partial(ask, desk.library, shortcut, args))
    else:
        await respond(desk, update, typed, functools.partial(_meeting, desk.library, args))


async def _say(desk: Desk, update: Update, text: str, **values: object) -> None:
    """Say why a command was not followed; not of one that came about by an edit: what was said before it stands."""
    message = update.effective_message
    if message is not None and is_new(update) and await is_welcome(desk, message):
        await send_reply(message, render.plain((await words_of(desk, message))(text, **values)))


def ask(library: Library, shortcut: Shortcut, args: str, typed: str, context: Context) -> tuple[Reply, Context]:
    """The best reply to the shortcut's questions, about the meeting that is meant. Of that, a fact that surely is what
    the shortcut asks for comes before all that is only like it, and that is then offered and not said."""
    article = _meeting_meant(library, "" if shortcut.takes_words else args, context)
    meeting = next((m for m in library.meetings() if m.article == article), None)
    if shortcut.form is not None and meeting is not None:
        fact = next((f for f in library.facts(meeting.article) if shortcut.form.match(f.question)), None)
        if fact is not None:
            return Reply("answer", typed, fact), Context(fact.question, fact.article, fact.key)
    best: tuple[Reply, Context] | None = None
    for form in shortcut.questions:
        question = read(shortcuts.filled(form, meeting.name if meeting else args or "the meeting", args))
        if meeting is not None and "{meeting}" in form:
            found = library.reply_in(question, meeting.article)
        else:
            found = library.reply(question, Context(article=article))
        found = _if_sure(shortcut, *found)
        if best is None or _RANKS[found[0].status] < _RANKS[best[0].status]:
            best = found
        if best[0].status == "answer":
            break
    return best or (Reply("none", typed, reason="not_on_record"), context)


def _if_sure(shortcut: Shortcut, reply: Reply, after: Context) -> tuple[Reply, Context]:
    """The reply, as a suggestion if it answers something else than what the shortcut surely asks for."""
    if shortcut.form is None or reply.answer is None or shortcut.form.match(reply.answer.question):
        return reply, after
    offered = (reply.answer, *reply.suggestions)[:SUGGESTIONS]
    unsure = dataclasses.replace(reply, status="suggest", answer=None, suggestions=offered)
    return unsure, dataclasses.replace(after, answer_key=None)


def _meeting(library: Library, args: str, before: Context) -> Found:
    """The meeting itself in a few lines: the one named, else the latest."""
    article = _meeting_meant(library, args, Context())
    digest = library.digest(article) if article else None
    if digest is None:
        problem = messages.NOT_ON_RECORD if args else messages.NO_MEETINGS
        return Found(lambda words: render.plain(words(problem)), before)
    return Found(lambda words: cards.digest_message(digest, words=words), Context(args or None, article))


def _meeting_meant(library: Library, args: str, context: Context) -> str | None:
    """The article of the meeting that the words name; without words the one talked about, else the latest."""
    if args:
        named = library.meeting_named(args)
        return named.article if named else None
    if context.article is not None and library.facts(context.article):
        return context.article
    return next((meeting.article for meeting in library.meetings()), None)


async def _keep(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """/shortcut add NAME QUESTION, /shortcut remove NAME, /shortcut list."""
    message = update.effective_message
    if message is None or not await is_welcome(desk, message):
        return
    words = await words_of(desk, message)
    what, rest = _first_word(without_address(message, context.bot))
    if what == "list":
        own = await menus.own_of(desk, message.chat_id)
        for shown in _listed(own.values(), words):
            await send_reply(message, shown)
    elif what not in ("add", "remove") or not rest:
        await send_reply(message, render.plain(words(messages.SHORTCUT_USAGE)))
    elif not await desk.roles.is_administrator(message):
        await send_reply(message, render.plain(words(messages.ADMINISTRATORS_ONLY)))
    else:
        name, question = _first_word(rest)
        name = name.lower().removeprefix("/")
        if what == "add":
            said = await _add(desk, message, name, question, words)
        else:
            said = await _remove(desk, message, name, words)
        await send_reply(message, render.plain(said))


def _first_word(text: str) -> tuple[str, str]:
    """The first word of a text, and what follows it."""
    first, *rest = text.split(maxsplit=1) or [""]
    return first, "".join(rest)


async def _add(desk: Desk, message: Message, name: str, question: str, words: Words) -> str:
    problem = shortcuts.problem_of_name(name, words) or shortcuts.problem_of_question(question, words)
    if problem is not None:
        return words(messages.SHORTCUT_WRONG, problem=problem)
    description = question[: shortcuts.LONGEST_DESCRIPTION]
    try:
        await desk.store.chats.add_shortcut(message.chat_id, ChatShortcut(name, question, description))
    except LimitError:
        return words(messages.SHORTCUT_LIMIT)
    await menus.register_chat(message.get_bot(), desk, message.chat_id)
    return words(messages.SHORTCUT_ADDED, name=name)


async def _remove(desk: Desk, message: Message, name: str, words: Words) -> str:
    if not await desk.store.chats.remove_shortcut(message.chat_id, name):
        return words(messages.SHORTCUT_UNKNOWN, name=name)
    await menus.register_chat(message.get_bot(), desk, message.chat_id)
    return words(messages.SHORTCUT_REMOVED, name=name)


def _listed(own: Iterable[Shortcut], words: Words) -> Sequence[render.Message]:
    lines = [f"/{shortcut.name} – {shortcut.questions[0]}" for shortcut in own]
    return render.listed([words(messages.SHORTCUTS_TITLE), *lines] if lines else [words(messages.SHORTCUTS_NONE)])
