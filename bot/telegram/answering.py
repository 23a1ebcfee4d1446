"""A message that asks something → what is said to it, as a reply; and what an edited message does to that reply."""

from __future__ import annotations

import dataclasses
import functools
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Message, Update

from bot.library import Library
from bot.question import read
from bot.replies import Context, Reply
from bot.store import Exchange
from bot.telegram.addressing import GROUPS, conversation_of
from bot.telegram.flood import Kind
from bot.telegram.sending import edit_message, send_reply, send_text, working
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.wording import Action, Translator, hints, messages, render, reports
from bot.wording.press import key_of, parse

T = TypeVar("T")

Outcome = tuple[Reply, Context]
"""A reply, and the context of the next question."""


@dataclasses.dataclass(frozen=True, slots=True)
class Ask:
    """How something is asked in a conversation's context: `plain` answers without the reader, and gives None if it has
    to be asked, which `whole` does."""

    plain: Callable[[Context], Outcome | None]
    whole: Callable[[Context], Outcome]


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """What is found for a message: how it is shown in a language, and the conversation's context from then on; `reply`
    if it is the base's reply to a question."""

    shown: Callable[[Translator], render.Message]
    after: Context
    reply: Reply | None = None


async def answer(services: Services, update: Update, question: str, ask: Ask | None = None) -> None:
    """Answer the question that a message or post asks: by a reply, or by editing the reply if it was edited."""

    async def look(before: Context) -> Found:
        return found_reply(*await find_reply(services, ask or asking(services.library, question), before))

    await respond(services, update, question, look)


def asking(library: Library, text: str) -> Ask:
    """How a text is put to the library as a question."""
    asked = functools.cache(lambda: read(text))
    return Ask(lambda before: library.plain_reply(asked(), before), lambda before: library.open_reply(asked(), before))


async def find_reply(services: Services, ask: Ask, before: Context) -> Outcome:
    """The reply in a conversation's context: the plain one if there is one, else, in its turn among all that has to be
    read, the whole one. `took_ms` counts the work, not the wait."""
    plain, plain_ms = await services.look_up(_timed, ask.plain, before)
    if plain is not None:
        return dataclasses.replace(plain[0], took_ms=plain_ms), plain[1]
    (reply, after), whole_ms = await services.read_up(_timed, ask.whole, before)
    return dataclasses.replace(reply, took_ms=plain_ms + whole_ms), after


def _timed(find: Callable[[Context], T], before: Context) -> tuple[T, float]:
    """What is found, and how many milliseconds that took."""
    began = time.perf_counter()
    found = find(before)
    return found, (time.perf_counter() - began) * 1000


async def respond(services: Services, update: Update, asked: str, look: Callable[[Context], Awaitable[Found]]) -> None:
    """Say what `look` finds in the conversation's context: as a reply to a new message; to an edited one by editing the
    reply. An edited message without a reply counts as new if it was sent after the bot was started.
    """
    message = update.effective_message
    if message is None:
        return
    earlier = None if is_new(update) else services.store.exchanges.of_question(message.chat_id, message.message_id)
    if earlier is None and not is_new(update) and message.date.timestamp() < services.started:
        return
    if (earlier is not None and earlier.question == asked) or not await is_welcome(services, message):
        return
    before = earlier.before if earlier else before_of(services, message)
    async with working(message):
        found = await look(before)
    if earlier is None:
        await reply_with(services, message, asked, before, found)
    else:
        await _replace(services, message, asked, earlier, found)


async def reply_with(services: Services, message: Message, asked: str, before: Context, found: Found) -> None:
    """Reply to a message, and take note of it: for the conversation, for edits and replies, for the owner."""
    shown = found.shown(await translator_of(services, message))
    talk = conversation_of(message, message.from_user)
    number = services.store.exchanges.provisional()
    exchange = Exchange(talk, message.message_id, number, asked, before, found.after)
    remember(services, exchange, found.reply)
    await send_reply(message, shown, exchange)


def remember(services: Services, exchange: Exchange, reply: Reply | None) -> None:
    """Take note of what was asked and answered."""
    services.store.contexts.put(exchange.conversation, exchange.after)
    services.store.exchanges.put(exchange)
    if reply is not None:
        note(services, reply, exchange.before)


def note(services: Services, reply: Reply, before: Context) -> None:
    """Count a reply, and note what was asked in vain or only read, with the meeting that it was asked of; not who asks
    for what a command shows."""
    if hints.asks_for_meetings(reply.asked) or hints.asks_for_all_of_one(reply.asked):
        reply = dataclasses.replace(reply, reason=None)
    article = reply.answer.article if reply.answer else before.article
    services.store.note_reply(dataclasses.replace(reply, asked=in_full(services.library, reply.asked, article)))


def in_full(library: Library, text: str, article: str | None) -> str:
    """A question as it is understood without its conversation, if it was asked of an article's meeting."""
    return reports.in_full(text, library.leans_on(read(text), article) if article and text else None)


def found_reply(reply: Reply, after: Context) -> Found:
    """A reply of the base's as what is said."""
    return Found(lambda translate: render.as_message(reply, translate), after, reply)


def is_new(update: Update) -> bool:
    """Whether the update is about something that was just said, and not about an edit."""
    return update.edited_message is None and update.edited_channel_post is None


async def is_welcome(services: Services, message: Message, *, tell: bool = True, kind: Kind = "questions") -> bool:
    """Whether its sender and its group are within the limits against flooding of what the message is; the first time
    that they are not, they are told so."""
    person = message.sender_chat.id if message.sender_chat else message.from_user.id if message.from_user else None
    verdict = services.flood.ask(person, message.chat_id if message.chat.type in GROUPS else None, kind=kind)
    if verdict == "too_many" and tell:
        translate = await translator_of(services, message)
        await send_text(message, translate(messages.TOO_MANY))
    return verdict == "welcome"


async def _replace(services: Services, message: Message, asked: str, earlier: Exchange, found: Found) -> None:
    """Edit an earlier reply; its context becomes the conversation's unless a later reply has given another."""
    if services.store.contexts.get(earlier.conversation) == earlier.after:
        services.store.contexts.put(earlier.conversation, found.after)
    exchange = dataclasses.replace(earlier, question=asked, after=found.after)
    services.store.exchanges.put(exchange)
    if found.reply is not None:
        note(services, found.reply, earlier.before)
    shown = found.shown(await translator_of(services, message))
    await edit_message(message.chat_id, earlier.answered_in, shown, exchange)


def before_of(services: Services, message: Message) -> Context:
    """The context of a message: that of the bot's message which it replies to, else that of its conversation."""
    other = message.reply_to_message
    context = _context_of(services, other) if isinstance(other, Message) else None
    if context is None:
        context = services.store.contexts.get(conversation_of(message, message.from_user))
    return _with_question(services, context)


def _context_of(services: Services, message: Message) -> Context | None:
    """The context that a message of the bot's leaves: as it is remembered, else the fact that its buttons name."""
    exchange = services.store.exchanges.of_answer(message.chat_id, message.message_id)
    if exchange is not None:
        return exchange.after
    if message.from_user is None or message.from_user.id != message.get_bot().id:
        return None
    for row in message.reply_markup.inline_keyboard if message.reply_markup else ():
        for button in row:
            press = parse(str(button.callback_data or ""))
            if press is not None and press.action in (Action.SHOW_MORE, Action.REJECT, Action.RETURN):
                return Context(answer_key=key_of(press.fact))
    return None


def _with_question(services: Services, context: Context) -> Context:
    """The context with the question of its fact where only the fact is remembered, as after a restart."""
    if context.question is not None or context.answer_key is None:
        return context
    fact = services.library.answer(context.answer_key)
    return context if fact is None else Context(fact.question, fact.article, fact.key)
