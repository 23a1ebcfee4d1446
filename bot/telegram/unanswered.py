"""/unanswered of owners and editors: what was asked in vain, and buttons that teach it or dismiss it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any, Final

from telegram import CallbackQuery, Message, Update
from telegram.ext import BaseHandler

from bot.editing import GoneError, alike, nearest
from bot.index import BaseError
from bot.library import Library, ready
from bot.question import read
from bot.replies import Answer, Context
from bot.store import Unanswered
from bot.telegram.commands import command
from bot.telegram.owner import problems, staff_only
from bot.telegram.presses import OnPress
from bot.telegram.sending import acknowledge, edit, send_reply, working
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.wording import Action, Press, Translator, messages, render, reports

logger = logging.getLogger(__name__)

LISTED: Final = 500
"""Questions that are listed, those asked most often first."""

_Groups = list[list[Unanswered]]


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handler of the command."""
    return [command(services, "unanswered", _list, staff_only(services))]


async def _list(services: Services, update: Update, message: Message) -> None:
    async with working(message):
        shown = await _page(services, await _groups(services), 0, await translator_of(services, message))
    await send_reply(message, shown)


async def _turn(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
    await acknowledge(query)
    await edit(query, await _page(services, await _groups(services), press.page, translate))


async def _dismiss(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
    """Dismiss the question and all that are grouped with it."""
    groups = await _groups(services)
    page = _page_of(press.question, groups)
    if page is not None:
        for question in groups.pop(page):
            await services.store.questions.dismiss(question.key)
    await acknowledge(query, translate(messages.DISMISSED))
    await edit(query, await _page(services, groups, page or 0, translate))


async def _teach(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
    """Write the question into the base as one that the fact is asked by, and strike out all that it answers now."""
    question = await services.store.questions.find(press.question)
    if question is None or services.folder is None or not isinstance(query.message, Message):
        await acknowledge(query, translate(messages.STALE))
        return
    await acknowledge(query)
    before = await _groups(services)
    page = _page_of(question.key, before) or 0
    try:
        async with working(query.message):
            index = await asyncio.to_thread(services.folder.teach, press.fact, question.text)
            library = await asyncio.to_thread(ready, index)
    except GoneError:
        await edit(query, await _page(services, before, page, translate, translate(messages.STALE)))
        return
    except (BaseError, OSError) as error:
        why = problems(error) if isinstance(error, BaseError) else str(error.strerror)
        logger.warning("A question could not be added to the base: %s", type(error).__name__)
        await edit(query, await _page(services, before, page, translate, f"{translate(messages.NOT_TAUGHT)}\n{why}"))
        return
    services.renew(library)
    await services.store.questions.remove(question.key)
    answered = await _remove_answered(services, before[page] if before else (), library, press.fact)
    note = translate(messages.TAUGHT if question.key in answered else messages.TAUGHT_UNSURE)
    await edit(query, await _page(services, await _groups(services), page, translate, note))


async def _remove_answered(
    services: Services, questions: Sequence[Unanswered], library: Library, fact: str
) -> frozenset[str]:
    """Remove the questions that the library answers by this fact; their keys."""

    def answered() -> frozenset[str]:
        return frozenset(question.key for question in questions if _answers(library, question.text, fact))

    keys = await asyncio.to_thread(answered)
    for key in keys:
        await services.store.questions.remove(key)
    return keys


def _for_staff(on_press: OnPress) -> OnPress:
    """The handler of a press by an owner or editor; to everybody else the button is an unknown one."""

    async def handle(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
        if query.from_user.id in services.owners | services.editors:
            await on_press(services, query, press, translate)
        else:
            await acknowledge(query, translate(messages.STALE))

    return handle


async def _groups(services: Services) -> _Groups:
    questions = await services.store.questions.unanswered(LISTED)
    return await asyncio.to_thread(alike, questions, lambda question: question.text)


async def _page(
    services: Services, groups: _Groups, page: int, translate: Translator, note: str = ""
) -> render.Message:
    """The page, brought into range."""
    page = min(max(page, 0), max(0, len(groups) - 1))
    candidates: tuple[Answer, ...] = ()
    if groups and services.folder is not None:
        candidates = await asyncio.to_thread(nearest, groups[page][0].text, services.folder.index)
    return reports.unanswered_message(groups, page, candidates, note, translate)


def _page_of(key: str, groups: _Groups) -> int | None:
    return next((page for page, group in enumerate(groups) if any(each.key == key for each in group)), None)


def _answers(library: Library, text: str, fact: str) -> bool:
    reply, _ = library.reply(read(text), Context())
    return reply.answer is not None and reply.answer.key == fact


ON_PRESS: Final[Mapping[Action, OnPress]] = {
    Action.TURN_UNANSWERED: _for_staff(_turn),
    Action.DISMISS: _for_staff(_dismiss),
    Action.TEACH: _for_staff(_teach),
}
"""What the buttons below an unanswered question do."""
