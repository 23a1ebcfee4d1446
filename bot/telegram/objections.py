"""A message that says that the answer before it is not what was meant → what else may be."""

from __future__ import annotations

import dataclasses

from telegram import Message, Update

from bot import dialog
from bot.matching.match import SUGGESTIONS
from bot.question import read
from bot.replies import Answer, Context, Reply
from bot.store import Exchange
from bot.telegram.addressing import conversation_of
from bot.telegram.answering import answer, before_of, is_new, is_welcome, remember
from bot.telegram.sending import send_reply, send_text
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.wording import cards, messages, render
from bot.wording.languages import Translator
from bot.wording.objections import is_objection


async def answer_or_offer(services: Services, update: Update, text: str) -> None:
    """Answer the question that a message asks, or, where it says that the answer before it is not what was meant, offer
    what else may be."""
    if not is_objection(text):
        await answer(services, update, text)
    elif is_new(update):
        await _offer_others(services, update, text)


async def _offer_others(services: Services, update: Update, text: str) -> None:
    """Reply to an objection as the button below the answer does; the next one is to what is offered."""
    message = update.effective_message
    if message is None or not await is_welcome(services, message):
        return
    talk = conversation_of(message, message.from_user)
    rejected = _rejected(services, message)
    translate = await translator_of(services, message)
    if rejected is None:
        await _offer_next(services, message, translate)
        return
    services.store.tally.count_feedback(rejected.answer.key, "rejected")
    question, before = rejected.question, rejected.before
    others = await others_than(services, rejected.answer, question, before)
    after = Context(question, rejected.answer.article)
    if others:
        shown = cards.candidates_message(rejected.answer, others, 0, translate)
    else:
        shown = render.plain(translate(messages.NOTHING_ELSE))
    number = services.store.exchanges.provisional()
    exchange = Exchange(talk, message.message_id, number, question, before, after)
    remember(services, exchange, None)
    await send_reply(message, shown, exchange)


async def _offer_next(services: Services, message: Message, translate: Translator) -> None:
    """Reply to an objection to an offer with the next best, or say that there is nothing else."""
    talk, other = conversation_of(message, message.from_user), message.reply_to_message
    last = None
    if isinstance(other, Message):
        last = services.store.exchanges.of_answer(message.chat_id, other.message_id)
    said = services.store.exchanges.about_one(talk if last is None else last.conversation, last)
    if not said or said[0].question is None:
        spoken_of = services.store.contexts.get(talk).question is not None
        await send_text(message, translate(messages.NOTHING_ELSE if spoken_of else messages.NO_WORDS))
        return
    question, before = said[0].question, said[0].before
    reply, _ = await services.read_up(services.library.reply, read(question), before)
    first = (reply.answer,) if reply.answer else reply.suggestions
    found = await services.read_up(services.library.nearest, read(question), before) if first else ()
    begin = SUGGESTIONS * (len(said) - 1)
    others = tuple(dialog.others_than(first, found))[begin : begin + SUGGESTIONS]
    offered = Reply("suggest", question, suggestions=others)
    shown = render.as_message(offered, translate) if others else render.plain(translate(messages.NOTHING_ELSE))
    number = services.store.exchanges.provisional()
    after = Context(question, others[0].article if others else said[-1].after.article)
    exchange = Exchange(talk, message.message_id, number, question, before, after)
    remember(services, exchange, None)
    await send_reply(message, shown, exchange)


@dataclasses.dataclass(frozen=True, slots=True)
class _Rejected:
    """An answer that is not what was meant, the question that it was given to, and the context of that."""

    answer: Answer
    question: str
    before: Context


def _rejected(services: Services, message: Message) -> _Rejected | None:
    """The answer that a message objects to: that of the bot's message which it replies to, else the last one."""
    other = message.reply_to_message
    exchange = None
    if isinstance(other, Message):
        exchange = services.store.exchanges.of_answer(message.chat_id, other.message_id)
    context = before_of(services, message)
    answer = services.library.answer(context.answer_key) if context.answer_key else None
    if exchange is None and answer is not None:
        exchange = services.store.exchanges.last_of(conversation_of(message, message.from_user), answer.key)
    if answer is None:
        return None
    question = exchange.question if exchange is not None else None
    asked = question or context.question or answer.question
    return _Rejected(
        dataclasses.replace(answer, question=asked) if answer.read else answer,
        asked,
        exchange.before if exchange is not None else Context(),
    )


async def others_than(services: Services, rejected: Answer, question: str, before: Context) -> list[Answer]:
    """What else a question may mean that this was answered to."""
    found = await services.read_up(services.library.nearest, read(question), before)
    return list(dialog.others_than([rejected], found))
