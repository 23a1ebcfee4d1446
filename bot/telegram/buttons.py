"""Buttons below messages: a choice turns its message into the answer, others show more, and arrows turn the page."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes

from bot.question import read
from bot.replies import Answer, Context, Reply
from bot.store import Conversation, Exchange
from bot.telegram.addressing import command_of, without_address
from bot.telegram.answering import remember
from bot.telegram.desk import Desk, conversation
from bot.telegram.sending import acknowledge, edit, send_reply
from bot.telegram.speaking import words_for_press
from bot.wording import cards, messages, render
from bot.wording.languages import Words

_Press = Callable[[Desk, CallbackQuery, Message, Answer, int, Words], Awaitable[None]]
"""What a button does: pressed below a message, about a fact, with a page, in whose words."""


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """A handler a kind of button, and a last one for buttons of earlier versions."""
    pressed: dict[str, _Press] = {
        r"answer:[0-9a-f]{16}": _choose,
        r"back:[0-9a-f]{16}": _return,
        r"ask:[0-9a-f]{16}": _ask,
        r"page:[0-9a-f]{16}:[0-9]{1,6}": _turn_answer,
        r"more:[0-9a-f]{16}:[0-9]{1,6}": _show_more,
        r"not:[0-9a-f]{16}:[0-9]{1,6}": _reject,
    }
    return [
        *(
            CallbackQueryHandler(functools.partial(_press, desk, press), pattern=rf"\A{form}\Z")
            for form, press in pressed.items()
        ),
        CallbackQueryHandler(functools.partial(_turn, desk), pattern=r"\Ameetings:[0-9]{1,6}\Z"),
        CallbackQueryHandler(functools.partial(_refuse, desk)),
    ]


async def _press(desk: Desk, press: _Press, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is None:
        return
    _, key, page = f"{query.data}:0".split(":")[:3]
    words = await words_for_press(desk, query)
    fact = desk.library.answer(key)
    if fact is None or not isinstance(query.message, Message):
        await acknowledge(query, words(messages.STALE))
    elif _is_one_too_many(desk, query):
        await acknowledge(query, words(messages.TOO_MANY))
    else:
        await press(desk, query, query.message, fact, int(page), words)


def _is_one_too_many(desk: Desk, query: CallbackQuery) -> bool:
    chat = query.message.chat if query.message is not None else None
    group = chat.id if chat is not None and chat.type in (ChatType.GROUP, ChatType.SUPERGROUP) else None
    return desk.flood.ask(query.from_user.id, group, pressing=True) != "welcome"


async def _choose(desk: Desk, query: CallbackQuery, message: Message, fact: Answer, page: int, words: Words) -> None:
    desk.store.tally.count_feedback(fact.key, "chosen")
    await _return(desk, query, message, fact, page, words)


async def _return(desk: Desk, query: CallbackQuery, message: Message, fact: Answer, page: int, words: Words) -> None:
    await acknowledge(query)
    context = _about(fact)
    desk.store.contexts.put(conversation(message, query.from_user), context)
    exchange = desk.store.exchanges.of_answer(message.chat_id, message.message_id)
    if exchange is not None:
        desk.store.exchanges.put(dataclasses.replace(exchange, after=context))
    await edit(query, render.answer_message(fact, words=words))


async def open_fact(desk: Desk, message: Message, talk: Conversation, fact: Answer, words: Words) -> None:
    """Show a fact as a reply to the message that asked for it, or offered it, by its name."""
    sent = await send_reply(message, render.answer_message(fact, words=words))
    exchange = Exchange(talk, message.message_id, sent.message_id, fact.question, Context(), _about(fact))
    remember(desk, exchange, Reply("answer", fact.question, fact))


async def _ask(desk: Desk, query: CallbackQuery, message: Message, fact: Answer, page: int, words: Words) -> None:
    """A question that was offered is asked: its answer comes by itself, the offer stays."""
    await acknowledge(query)
    if desk.flood.ask(query.from_user.id, None) == "welcome":
        await open_fact(desk, message, conversation(message, query.from_user), fact, words)


async def _turn_answer(
    desk: Desk, query: CallbackQuery, message: Message, fact: Answer, page: int, words: Words
) -> None:
    await acknowledge(query)
    await edit(query, render.answer_message(fact, page, words))


async def _show_more(desk: Desk, query: CallbackQuery, message: Message, fact: Answer, page: int, words: Words) -> None:
    await acknowledge(query)
    others = [other for other in desk.library.facts(fact.article) if other.key != fact.key]
    await edit(query, cards.facts_message(fact, others, page, words))


async def _reject(desk: Desk, query: CallbackQuery, message: Message, fact: Answer, page: int, words: Words) -> None:
    """The fact is not what was meant: offer what else the question may mean."""
    if page == 0:
        desk.store.tally.count_feedback(fact.key, "rejected")
    question, before = _question_of(desk, message, fact)
    found = await desk.look_up(desk.library.candidates, read(question), before)
    others = [other for other in found if other.key != fact.key]
    if not others:
        await acknowledge(query, words(messages.NOTHING_ELSE))
        return
    await acknowledge(query)
    await edit(query, cards.candidates_message(fact, others, page, words))


async def _turn(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is None:
        return
    await acknowledge(query)
    page = int((query.data or "").partition(":")[2])
    await edit(query, render.meetings_message(desk.library.meetings(), page, await words_for_press(desk, query)))


async def _refuse(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is not None:
        await acknowledge(query, (await words_for_press(desk, query))(messages.STALE))


def _question_of(desk: Desk, message: Message, fact: Answer) -> tuple[str, Context]:
    """What the message answers: as remembered, else as the message replied to says, else the fact's own question."""
    exchange = desk.store.exchanges.of_answer(message.chat_id, message.message_id)
    before = exchange.before if exchange is not None else Context()
    if exchange is not None and exchange.question is not None:
        return exchange.question, before
    asked, bot = message.reply_to_message, message.get_bot()
    if not isinstance(asked, Message) or asked.from_user == bot.bot or command_of(asked, bot) not in (None, "ask"):
        return fact.question, before
    return without_address(asked, bot) or fact.question, before


def _about(fact: Answer) -> Context:
    return Context(question=fact.question, article=fact.article, answer_key=fact.key)
