"""Groups: what mentions the bot or replies to it is a question. All else is left alone unless an administrator lets the
bot listen: then it answers questions that by themselves name something on record, with a sure answer, and does not
repeat a fact within ten minutes."""

from __future__ import annotations

import functools
from typing import Any, Final

from telegram import Bot, Message, Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.question import Question, cues, read
from bot.question.reading import asks_nothing
from bot.replies import Context
from bot.telegram.addressing import (
    FROM_PEOPLE,
    command_addressee,
    is_mentioned_within,
    is_robot,
    mentions,
    replies_to,
    text_of,
    thread_of,
    without_address,
)
from bot.telegram.answering import asking, find_reply, found_reply, is_welcome, reply_with
from bot.telegram.objections import answer_or_offer
from bot.telegram.services import Services
from bot.wording.objections import is_objection

LISTEN_AT: Final = 0.9
"""Confidence from which a question is answered that was not addressed to the bot."""
REPEAT_SECONDS: Final = 600.0
"""Seconds within which an unaddressed question is not answered with a fact that was said there already."""


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of groups and supergroups; commands have theirs before them."""
    texts = filters.ChatType.GROUPS & filters.UpdateType.MESSAGES & (filters.TEXT | filters.CAPTION) & FROM_PEOPLE
    return [MessageHandler(texts, functools.partial(_answer, services))]


async def _answer(services: Services, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message is None or is_robot(message) or command_addressee(message) is not None:
        return
    if _is_for(services, message, context.bot):
        text = without_address(message, context.bot)
        if not _is_remark(services, message, context.bot, text):
            await answer_or_offer(services, update, text)
    elif update.message is not None and (await services.store.chats.settings(message.chat_id)).listen:
        await _overhear(services, message)


def _is_for(services: Services, message: Message, bot: Bot) -> bool:
    """Whether a message is addressed to the bot, or was before it was edited."""
    answered = services.store.exchanges.of_question(message.chat_id, message.message_id)
    return mentions(message, bot) or replies_to(message, bot) or answered is not None


def _is_remark(services: Services, message: Message, bot: Bot, text: str) -> bool:
    """Whether a message only thanks or remarks on what it replies to, or only speaks of the bot among other words."""
    if services.store.exchanges.of_question(message.chat_id, message.message_id) is not None or is_objection(text):
        return False
    question = read(text)
    if not mentions(message, bot):
        return bool(question.tokens) and asks_nothing(question)
    spoken_of = is_mentioned_within(message, bot) and not replies_to(message, bot)
    return spoken_of and question.analysis.answer_type is None and "?" not in text


def _is_question(question: Question) -> bool:
    """Whether a text that is addressed to nobody asks something: by its mark, or by the word that it begins with."""
    words = question.tokens
    return bool(words) and ("?" in question.text or words[0].surface in cues.WH)


async def _overhear(services: Services, message: Message) -> None:
    """Answer a message that is not addressed to the bot if it is a question that leans on no conversation, and has an
    answer that is sure and new there."""
    text = text_of(message)
    question = read(text)
    if not _is_question(question) or is_objection(text):
        return
    library = services.library
    reply, after = await find_reply(services, asking(library, text), Context())
    if reply.answer is None or reply.answer.confidence < LISTEN_AT or not library.stands_alone(question, reply.answer):
        return
    thread, key = thread_of(message), reply.answer.key
    if services.store.exchanges.was_said(message.chat_id, thread, key, REPEAT_SECONDS):
        return
    if await is_welcome(services, message, tell=False):
        await reply_with(services, message, text, Context(), found_reply(reply, after))
