"""A message that asks something → its answer, as a reply to it; and what an edited question does to its answer."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable
from typing import Final

from telegram import Message, Update
from telegram.constants import ChatType

from bot import messages, render
from bot.replies import Context, Reply
from bot.telegram.desk import Desk, conversation
from bot.telegram.exchanges import Exchange
from bot.telegram.sending import edit_message, send_reply, working
from bot.telegram.speaking import words_of

Ask = Callable[[str, Context], tuple[Reply, Context]]
"""How a question is answered in the light of what was talked about."""

_GROUPS: Final = (ChatType.GROUP, ChatType.SUPERGROUP)


async def answer(desk: Desk, update: Update, question: str, ask: Ask | None = None) -> None:
    """Answer the question that a message or post asks: as a reply if it is new, in its answer's place if edited.

    An edited message without an answer is answered if it was sent while the bot was there.
    """
    message = update.effective_message
    if message is None:
        return
    if update.edited_message is None and update.edited_channel_post is None:
        await _answer_new(desk, message, question, ask or desk.library.reply)
        return
    exchange = desk.exchanges.of_question(message.chat_id, message.message_id)
    if exchange is not None:
        await _answer_again(desk, message, question, exchange, ask or desk.library.reply)
    elif message.date.timestamp() >= desk.started:
        await _answer_new(desk, message, question, ask or desk.library.reply)


async def is_welcome(desk: Desk, message: Message, *, tell: bool = True) -> bool:
    """Whether its sender and its group may still ask; the first time that they may not, they are told."""
    person = message.sender_chat.id if message.sender_chat else message.from_user.id if message.from_user else None
    verdict = desk.flood.ask(person, message.chat_id if message.chat.type in _GROUPS else None)
    if verdict == "too_many" and tell:
        words = await words_of(desk, message)
        await send_reply(message, render.plain(words(messages.TOO_MANY)))
    return verdict == "welcome"


def remember(
    desk: Desk, message: Message, sent: Message, question: str, reply: Reply, before: Context, after: Context
) -> None:
    """Take note of a question that was answered: for the conversation, for edits and replies, for the owner."""
    desk.store.contexts.put(conversation(message, message.from_user), after)
    desk.exchanges.put(Exchange(message.chat_id, message.message_id, sent.message_id, question, before, after))
    desk.store.tally.count_reply(reply.status, reply.answer.article if reply.answer else None, reply.took_ms)
    if reply.reason == "not_on_record":
        desk.store.questions.note(question)


def context_of_message(desk: Desk, message: Message) -> Context | None:
    """What a message of the bot's is about: as remembered, else by the fact that its buttons name."""
    exchange = desk.exchanges.of_answer(message.chat_id, message.message_id)
    if exchange is not None:
        return exchange.after
    for row in message.reply_markup.inline_keyboard if message.reply_markup else ():
        for button in row:
            kind, _, rest = str(button.callback_data or "").partition(":")
            if kind in ("more", "not"):
                return _with_question(desk, Context(answer_key=rest.partition(":")[0]))
    return None


async def _answer_new(desk: Desk, message: Message, question: str, ask: Ask) -> None:
    """The base is asked in a thread: a hard question must not keep other chats waiting."""
    if not await is_welcome(desk, message):
        return
    before = _before(desk, message)
    async with working(message):
        reply, after = await asyncio.to_thread(ask, question, before)
    sent = await send_reply(message, render.as_message(reply, await words_of(desk, message)))
    remember(desk, message, sent, question, reply, before, after)


async def _answer_again(desk: Desk, message: Message, question: str, exchange: Exchange, ask: Ask) -> None:
    if exchange.question == question or not await is_welcome(desk, message):
        return
    reply, after = await asyncio.to_thread(ask, question, exchange.before)
    talk = conversation(message, message.from_user)
    if desk.store.contexts.get(talk) == exchange.after:
        desk.store.contexts.put(talk, after)
    desk.exchanges.put(dataclasses.replace(exchange, question=question, after=after))
    shown = render.as_message(reply, await words_of(desk, message))
    await edit_message(message.get_bot(), message.chat_id, exchange.answered_in, shown)


def _before(desk: Desk, message: Message) -> Context:
    """What was talked about: in the message replied to, if it is one of the bot's, else in this conversation."""
    other = message.reply_to_message
    if isinstance(other, Message) and other.from_user is not None and other.from_user.id == message.get_bot().id:
        context = context_of_message(desk, other)
        if context is not None:
            return context
    return _with_question(desk, desk.store.contexts.get(conversation(message, message.from_user)))


def _with_question(desk: Desk, context: Context) -> Context:
    """The context with the question of its answer where only the answer is remembered, as after a restart."""
    if context.question is not None or context.answer_key is None:
        return context
    fact = desk.library.answer(context.answer_key)
    return context if fact is None else Context(fact.question, fact.article, fact.key)
