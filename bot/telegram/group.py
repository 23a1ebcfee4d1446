"""Groups: what mentions the bot or replies to it is a question. All else is none of its business, unless an
administrator lets it listen: then it answers what it is sure of, and the same only once in a while."""

from __future__ import annotations

import asyncio
import collections
import functools
import time
from collections.abc import Callable, Hashable
from typing import Any, Final

from telegram import Bot, Message, Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot import cues, render
from bot.telegram.addressing import (
    FROM_PEOPLE,
    command_addressee,
    is_robot,
    mentions,
    replies_to,
    text_of,
    without_address,
)
from bot.telegram.answering import answer, is_welcome, remember
from bot.telegram.desk import Desk, conversation, thread_of
from bot.telegram.sending import send_reply
from bot.telegram.speaking import words_of
from bot.text import tokens

LISTEN_AT: Final = 0.9
"""Confidence from which a question is answered that was not addressed to the bot."""
REPEAT_SECONDS: Final = 600.0
"""For so long an unaddressed question is not answered with the same fact again."""
_REMEMBERED: Final = 10_000


class Said:
    """What was said lately without being asked for."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Remember by this clock (seconds)."""
        self._clock = clock
        self._when: collections.OrderedDict[Hashable, float] = collections.OrderedDict()

    def is_new(self, what: Hashable) -> bool:
        """Whether this was not said in the last ten minutes; it counts as said now if so."""
        now = self._clock()
        if what in self._when and now - self._when[what] < REPEAT_SECONDS:
            return False
        self._when[what] = now
        self._when.move_to_end(what)
        while len(self._when) > _REMEMBERED:
            self._when.popitem(last=False)
        return True


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of groups and supergroups; commands have theirs before them."""
    texts = filters.ChatType.GROUPS & filters.UpdateType.MESSAGES & (filters.TEXT | filters.CAPTION) & FROM_PEOPLE
    return [MessageHandler(texts, functools.partial(_answer, desk, Said()))]


async def _answer(desk: Desk, said: Said, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message is None or is_robot(message) or command_addressee(message) is not None:
        return
    if _is_for(message, context.bot):
        await answer(desk, update, without_address(message, context.bot))
    elif update.message is not None and (await desk.store.chats.settings(message.chat_id)).listen:
        await _overhear(desk, said, message)


def _is_for(message: Message, bot: Bot) -> bool:
    return mentions(message, bot) or replies_to(message, bot)


def _is_question(text: str) -> bool:
    """Whether a text that is addressed to nobody asks something: by its mark, or by the word that it begins with."""
    words = tokens(text)
    return bool(words) and ("?" in text or words[0].form in cues.WH)


async def _overhear(desk: Desk, said: Said, message: Message) -> None:
    """Answer a question that was put to nobody in particular, if it is one and the answer is sure and new."""
    text = text_of(message)
    if not _is_question(text):
        return
    before = desk.store.contexts.get(conversation(message, message.from_user))
    reply, after = await asyncio.to_thread(desk.library.reply, text, before)
    if reply.answer is None or reply.answer.confidence < LISTEN_AT:
        return
    place = (message.chat_id, thread_of(message), reply.answer.key)
    if said.is_new(place) and await is_welcome(desk, message, tell=False):
        sent = await send_reply(message, render.as_message(reply, await words_of(desk, message)))
        remember(desk, message, sent, text, reply, before, after)
