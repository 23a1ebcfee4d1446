"""Groups: what mentions the bot or replies to it is a question. All else is none of its business, unless an
administrator lets it listen: then it answers what it is sure of, and the same only once in a while."""

from __future__ import annotations

import functools
from typing import Any, Final

from telegram import Bot, Message, Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.question import Question, cues, read
from bot.telegram.addressing import (
    FROM_PEOPLE,
    command_addressee,
    is_robot,
    mentions,
    replies_to,
    text_of,
    without_address,
)
from bot.telegram.answering import answer, found_reply, is_welcome, reply_with
from bot.telegram.desk import Desk, conversation, thread_of

LISTEN_AT: Final = 0.9
"""Confidence from which a question is answered that was not addressed to the bot."""
REPEAT_SECONDS: Final = 600.0
"""For so long an unaddressed question is not answered with a fact that was said there already."""


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of groups and supergroups; commands have theirs before them."""
    texts = filters.ChatType.GROUPS & filters.UpdateType.MESSAGES & (filters.TEXT | filters.CAPTION) & FROM_PEOPLE
    return [MessageHandler(texts, functools.partial(_answer, desk))]


async def _answer(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message is None or is_robot(message) or command_addressee(message) is not None:
        return
    if _is_for(desk, message, context.bot):
        await answer(desk, update, without_address(message, context.bot))
    elif update.message is not None and (await desk.store.chats.settings(message.chat_id)).listen:
        await _overhear(desk, message)


def _is_for(desk: Desk, message: Message, bot: Bot) -> bool:
    """Whether it speaks to the bot, or did so before it was edited."""
    answered = desk.store.exchanges.of_question(message.chat_id, message.message_id)
    return mentions(message, bot) or replies_to(message, bot) or answered is not None


def _is_question(question: Question) -> bool:
    """Whether a text that is addressed to nobody asks something: by its mark, or by the word that it begins with."""
    words = question.tokens
    return bool(words) and ("?" in question.text or words[0].surface in cues.WH)


async def _overhear(desk: Desk, message: Message) -> None:
    """Answer a question that was put to nobody in particular, if it is one and the answer is sure and new."""
    text = text_of(message)
    question = read(text)
    if not _is_question(question):
        return
    before = desk.store.contexts.get(conversation(message, message.from_user))
    reply, after = await desk.look_up(desk.library.reply, question, before)
    if reply.answer is None or reply.answer.confidence < LISTEN_AT:
        return
    thread, key = thread_of(message), reply.answer.key
    if desk.store.exchanges.was_said(message.chat_id, thread, key, REPEAT_SECONDS):
        return
    if await is_welcome(desk, message, tell=False):
        await reply_with(desk, message, text, before, found_reply(reply, after))
