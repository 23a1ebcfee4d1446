"""Buttons below messages: a choice turns its message into the answer, others show more, and arrows turn the page."""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from telegram import CallbackQuery, Message

from bot.replies import Answer, Context, Reply
from bot.store import Conversation, Exchange
from bot.telegram.addressing import command_of, conversation_of, without_address
from bot.telegram.answering import in_full, remember
from bot.telegram.objections import others_than
from bot.telegram.presses import OnPress
from bot.telegram.sending import edit, send_reply
from bot.telegram.services import Services
from bot.telegram.translators import translator_of_shown
from bot.wording import Action, Press, Translator, cards, messages, render

_OnFact = Callable[[Services, CallbackQuery, Message, Answer, int, Translator], Awaitable[None]]
"""Handles a press that is about a fact: below which message, which fact, which page, in which language."""


def _about_fact(on_fact: _OnFact) -> OnPress:
    """The handler of a press about a fact, which may be gone by now."""

    async def handle(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
        fact = services.answer(press.fact)
        if fact is None or not isinstance(query.message, Message):
            services.pressed.acknowledge(query, translate(messages.STALE))
        else:
            if fact.read:  # the question is not part of its name
                question, _ = _question_of(services, query.message, fact)
                fact = dataclasses.replace(fact, question=question)
            if press.action is not Action.ASK:  # which is answered by a message to whoever pressed it
                translate = await translator_of_shown(services, query)
            await on_fact(services, query, query.message, fact, press.page, translate)

    return handle


async def _choose(
    services: Services, query: CallbackQuery, message: Message, fact: Answer, page: int, translate: Translator
) -> None:
    services.store.tally.count_feedback(fact.key, "chosen")
    if fact.read:
        asked = in_full(services.library, fact.question, fact.article)
        services.store.questions.note(asked, fact.key, fact.answer)
    await _return(services, query, message, fact, page, translate)


async def _return(
    services: Services, query: CallbackQuery, message: Message, fact: Answer, page: int, translate: Translator
) -> None:
    services.pressed.acknowledge(query)
    context = _about(fact)
    services.store.contexts.put(conversation_of(message, query.from_user), context)
    exchange = services.store.exchanges.of_answer(message.chat_id, message.message_id)
    if exchange is not None:
        services.store.exchanges.put(dataclasses.replace(exchange, after=context))
    await edit(query, render.answer_message(fact, translate=translate))


async def open_fact(
    services: Services, message: Message, talk: Conversation, fact: Answer, translate: Translator
) -> None:
    """Show a fact as a reply to the message that asked for it, or offered it, by its name."""
    asked = "" if fact.read else fact.question  # by a link to words in a sentence nobody has asked anything
    number = services.store.exchanges.provisional()
    exchange = Exchange(talk, message.message_id, number, asked or None, Context(), _about(fact))
    remember(services, exchange, Reply("answer", asked, fact))
    await send_reply(message, render.answer_message(fact, translate=translate), exchange)


async def _ask(
    services: Services, query: CallbackQuery, message: Message, fact: Answer, page: int, translate: Translator
) -> None:
    """A question that was offered is asked: its answer comes by itself, the offer stays."""
    services.pressed.acknowledge(query)
    if services.flood.ask(query.from_user.id, None) == "welcome":
        await open_fact(services, message, conversation_of(message, query.from_user), fact, translate)


async def _turn_answer(
    services: Services, query: CallbackQuery, message: Message, fact: Answer, page: int, translate: Translator
) -> None:
    services.pressed.acknowledge(query)
    await edit(query, render.answer_message(fact, page, translate))


async def _show_more(
    services: Services, query: CallbackQuery, message: Message, fact: Answer, page: int, translate: Translator
) -> None:
    services.pressed.acknowledge(query)
    facts = await services.look_up(services.library.facts, fact.article)
    others = [other for other in facts if other.key != fact.key]
    await edit(query, cards.facts_message(fact, others, page, translate))


async def _reject(
    services: Services, query: CallbackQuery, message: Message, fact: Answer, page: int, translate: Translator
) -> None:
    """The fact is not what was meant: offer what else the question may mean."""
    if page == 0:
        services.store.tally.count_feedback(fact.key, "rejected")
    question, before = _question_of(services, message, fact)
    others = await others_than(services, fact, question, before)
    if not others:
        services.pressed.acknowledge(query, translate(messages.NOTHING_ELSE))
        return
    services.pressed.acknowledge(query)
    await edit(query, cards.candidates_message(fact, others, page, translate))


async def _turn_meetings(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
    services.pressed.acknowledge(query)
    await edit(query, render.meetings_message(services.library.listed(), press.page, translate))


def _question_of(services: Services, message: Message, fact: Answer) -> tuple[str, Context]:
    """What the message answers: as remembered, else as the message replied to says, else the fact's own question."""
    exchange = services.store.exchanges.of_answer(message.chat_id, message.message_id)
    before = exchange.before if exchange is not None else Context()
    if exchange is not None and exchange.question is not None:
        return exchange.question, before
    asked, bot = message.reply_to_message, message.get_bot()
    if not isinstance(asked, Message) or asked.from_user == bot.bot or command_of(asked, bot) not in (None, "ask"):
        return fact.question, before
    return without_address(asked, bot) or fact.question, before


def _about(fact: Answer) -> Context:
    return Context(question=fact.question, article=fact.article, answer_key=fact.key)


ON_PRESS: Final[Mapping[Action, OnPress]] = {
    Action.CHOOSE: _about_fact(_choose),
    Action.RETURN: _about_fact(_return),
    Action.ASK: _about_fact(_ask),
    Action.TURN_ANSWER: _about_fact(_turn_answer),
    Action.SHOW_MORE: _about_fact(_show_more),
    Action.REJECT: _about_fact(_reject),
    Action.TURN_MEETINGS: _turn_meetings,
}
"""What the buttons of answers, offers and the list of meetings do."""
