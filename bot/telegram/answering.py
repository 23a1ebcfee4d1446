"""A message that asks something → what is said to it, as a reply; and what an edited message does to that reply."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from typing import Final

from telegram import Message, Update
from telegram.constants import ChatType

from bot.question import Question, read
from bot.replies import Context, Reply
from bot.store import Exchange
from bot.telegram.desk import Desk, conversation
from bot.telegram.sending import edit_message, send_reply, working
from bot.telegram.speaking import words_of
from bot.wording import messages, render
from bot.wording.languages import Words

Ask = Callable[[Question, Context], tuple[Reply, Context]]
"""How a question is answered in the light of what was talked about."""

_GROUPS: Final = (ChatType.GROUP, ChatType.SUPERGROUP)


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """What is said to a message: how it reads in somebody's words, and what the conversation is about from then on;
    `reply` if it is the base's reply to a question."""

    shown: Callable[[Words], render.Message]
    after: Context
    reply: Reply | None = None


async def answer(desk: Desk, update: Update, question: str, ask: Ask | None = None) -> None:
    """Answer the question that a message or post asks: as a reply if it is new, in its answer's place if edited."""

    def look(before: Context) -> Found:
        began = time.perf_counter()
        reply, after = (ask or desk.library.reply)(read(question), before)
        took_ms = (time.perf_counter() - began) * 1000
        return found_reply(dataclasses.replace(reply, took_ms=took_ms), after)

    await respond(desk, update, question, look)


async def respond(desk: Desk, update: Update, asked: str, look: Callable[[Context], Found]) -> None:
    """Say what `look` finds in the light of what was talked about before: as a reply to a new message, in its reply's
    place to an edited one. An edited message that was not replied to is taken for new if it was sent while the bot was
    there.
    """
    message = update.effective_message
    if message is None:
        return
    earlier = None if is_new(update) else desk.store.exchanges.of_question(message.chat_id, message.message_id)
    if earlier is None and not is_new(update) and message.date.timestamp() < desk.started:
        return
    if (earlier is not None and earlier.question == asked) or not await is_welcome(desk, message):
        return
    before = earlier.before if earlier else _before(desk, message)
    async with working(message):
        found = await desk.look_up(look, before)
    if earlier is None:
        await reply_with(desk, message, asked, before, found)
    else:
        await _replace(desk, message, asked, earlier, found)


async def reply_with(desk: Desk, message: Message, asked: str, before: Context, found: Found) -> None:
    """Reply to a message, and take note of it: for the conversation, for edits and replies, for the owner."""
    sent = await send_reply(message, found.shown(await words_of(desk, message)))
    talk = conversation(message, message.from_user)
    remember(desk, Exchange(talk, message.message_id, sent.message_id, asked, before, found.after), found.reply)


def remember(desk: Desk, exchange: Exchange, reply: Reply | None) -> None:
    """Take note of what was asked and answered."""
    desk.store.contexts.put(exchange.conversation, exchange.after)
    desk.store.exchanges.put(exchange)
    if reply is not None:
        desk.store.note_reply(reply)


def found_reply(reply: Reply, after: Context) -> Found:
    """A reply of the base's as what is said."""
    return Found(lambda words: render.as_message(reply, words), after, reply)


def is_new(update: Update) -> bool:
    """Whether the update is about something that was just said, and not about an edit."""
    return update.edited_message is None and update.edited_channel_post is None


async def is_welcome(desk: Desk, message: Message, *, tell: bool = True) -> bool:
    """Whether its sender and its group may still ask; the first time that they may not, they are told."""
    person = message.sender_chat.id if message.sender_chat else message.from_user.id if message.from_user else None
    verdict = desk.flood.ask(person, message.chat_id if message.chat.type in _GROUPS else None)
    if verdict == "too_many" and tell:
        words = await words_of(desk, message)
        await send_reply(message, render.plain(words(messages.TOO_MANY)))
    return verdict == "welcome"


async def _replace(desk: Desk, message: Message, asked: str, earlier: Exchange, found: Found) -> None:
    """Say something else in an earlier reply's place; the conversation goes on from there if it has not moved on."""
    if desk.store.contexts.get(earlier.conversation) == earlier.after:
        desk.store.contexts.put(earlier.conversation, found.after)
    desk.store.exchanges.put(dataclasses.replace(earlier, question=asked, after=found.after))
    if found.reply is not None:
        desk.store.note_reply(found.reply)
    shown = found.shown(await words_of(desk, message))
    await edit_message(message.get_bot(), message.chat_id, earlier.answered_in, shown)


def _before(desk: Desk, message: Message) -> Context:
    """What was talked about: in the message replied to, if it is one of the bot's, else in this conversation."""
    other = message.reply_to_message
    context = _context_of(desk, other) if isinstance(other, Message) else None
    if context is None:
        context = desk.store.contexts.get(conversation(message, message.from_user))
    return _with_question(desk, context)


def _context_of(desk: Desk, message: Message) -> Context | None:
    """What a message of the bot's is about: as remembered, else by the fact that its buttons name."""
    exchange = desk.store.exchanges.of_answer(message.chat_id, message.message_id)
    if exchange is not None:
        return exchange.after
    if message.from_user is None or message.from_user.id != message.get_bot().id:
        return None
    for row in message.reply_markup.inline_keyboard if message.reply_markup else ():
        for button in row:
            kind, _, rest = str(button.callback_data or "").partition(":")
            if kind in ("more", "not", "back"):
                return Context(answer_key=rest.partition(":")[0])
    return None


def _with_question(desk: Desk, context: Context) -> Context:
    """The context with the question of its answer where only the answer is remembered, as after a restart."""
    if context.question is not None or context.answer_key is None:
        return context
    fact = desk.library.answer(context.answer_key)
    return context if fact is None else Context(fact.question, fact.article, fact.key)
