"""/unanswered of owners and editors: what was asked in vain or only read, with buttons to teach, keep or dismiss it."""

from __future__ import annotations

import asyncio
import dataclasses
import functools
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from telegram import CallbackQuery, Message, Update
from telegram.ext import BaseHandler

from bot.editing import GoneError, alike, nearest
from bot.index import BaseError, Index
from bot.library import Library, ready
from bot.question import read
from bot.replies import Answer, Context
from bot.store import Unanswered
from bot.telegram.answering import in_full
from bot.telegram.commands import command
from bot.telegram.owner import problems, staff_only
from bot.telegram.presses import OnPress
from bot.telegram.sending import edit, send_reply, working
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
    services.pressed.acknowledge(query)
    await edit(query, await _page(services, await _groups(services), press.page, translate))


async def _dismiss(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
    """Dismiss the question and all that are grouped with it."""
    groups = await _groups(services)
    page = _page_of(press.question, groups)
    if page is not None:
        for question in groups.pop(page):
            await services.store.questions.dismiss(question.key)
    services.pressed.acknowledge(query, translate(messages.DISMISSED))
    await edit(query, await _page(services, groups, page or 0, translate))


async def _teach(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
    """Write the question into the base as one that the fact is asked by, and strike out all that it answers now."""
    question = await services.store.questions.find(press.question)
    if question is None or services.folder is None or not isinstance(query.message, Message):
        services.pressed.acknowledge(query, translate(messages.STALE))
        return
    services.pressed.acknowledge(query)
    before = await _groups(services)
    page = _page_of(question.key, before) or 0
    fact = services.folder.index.answer(press.fact)
    taught = in_full(services.library, question.text, fact.article if fact else None)
    teach = functools.partial(services.folder.teach, press.fact, taught)
    library = await _written(services, query, query.message, teach, before, page, translate)
    if library is None:
        return
    await services.store.questions.remove(question.key)
    await _remove_answered(services, before[page] if before else (), library, press.fact)
    is_answered = await services.read_up(_answers, library, taught, press.fact)
    note = translate(messages.TAUGHT if is_answered else messages.TAUGHT_UNSURE)
    if taught != question.text:  # by itself it would be asked in vain again
        note += f"\n{taught}"
    await edit(query, await _page(services, await _groups(services), page, translate, note))


async def _keep(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
    """Write what was read to the question, and to those grouped with it, into the base as a fact."""
    groups = await _groups(services)
    page = _page_of(press.question, groups)
    group = groups[page] if page is not None else []
    first = group[0] if group else None
    if first is None or first.sentence is None or services.folder is None or not isinstance(query.message, Message):
        services.pressed.acknowledge(query, translate(messages.STALE))
        return
    services.pressed.acknowledge(query)
    sentence = services.folder.index.answer(first.sentence)
    article = sentence.article if sentence else None
    asked = [in_full(services.library, question.text, article) for question in group]
    keep = functools.partial(services.folder.keep, first.sentence, first.answer or "", asked)
    library = await _written(services, query, query.message, keep, groups, page or 0, translate)
    if library is None:
        return
    for question in group:
        await services.store.questions.remove(question.key)
    is_fact = await services.read_up(_is_fact, library, asked[0])
    note = translate(messages.TAUGHT if is_fact else messages.TAUGHT_UNSURE)
    await edit(query, await _page(services, await _groups(services), page or 0, translate, note))


async def _written(
    services: Services,
    query: CallbackQuery,
    below: Message,
    write: Callable[[], Index],
    groups: _Groups,
    page: int,
    translate: Translator,
) -> Library | None:
    """The library of the base that an editor has written to, which is answered from now on; None, and why is shown, if
    that failed."""
    try:
        async with working(below):
            index = await asyncio.to_thread(write)
            library = await asyncio.to_thread(ready, index, services.reader)
    except GoneError:
        note = translate(messages.STALE)
    except (BaseError, OSError) as error:
        why = problems(error) if isinstance(error, BaseError) else str(error.strerror)
        logger.warning("The base could not be written to: %s", type(error).__name__)
        note = f"{translate(messages.NOT_TAUGHT)}\n{why}"
    else:
        services.renew(library)
        return library
    await edit(query, await _page(services, groups, page, translate, note))
    return None


async def _remove_answered(services: Services, questions: Sequence[Unanswered], library: Library, fact: str) -> None:
    """Remove the questions that the library answers by this fact."""

    def answered() -> frozenset[str]:
        return frozenset(question.key for question in questions if _answers(library, question.text, fact))

    for key in await asyncio.to_thread(answered):
        await services.store.questions.remove(key)


def _for_staff(on_press: OnPress) -> OnPress:
    """The handler of a press by an owner or editor; to everybody else the button is an unknown one."""

    async def handle(services: Services, query: CallbackQuery, press: Press, translate: Translator) -> None:
        if query.from_user.id in services.owners | services.editors:
            await on_press(services, query, press, translate)
        else:
            services.pressed.acknowledge(query, translate(messages.STALE))

    return handle


async def _groups(services: Services) -> _Groups:
    return await asyncio.to_thread(_grouped, await services.store.questions.unanswered(LISTED))


def _grouped(questions: Sequence[Unanswered]) -> _Groups:
    """The questions asked in vain that are alike, and those that were read the same answer; the most asked first."""
    groups = alike([question for question in questions if question.sentence is None], lambda question: question.text)
    read: dict[tuple[str, str | None], list[Unanswered]] = {}
    for question in questions:
        if question.sentence is not None:
            read.setdefault((question.sentence, question.answer), []).append(question)
    return sorted([*groups, *read.values()], key=lambda group: -group[0].times)


async def _page(
    services: Services, groups: _Groups, page: int, translate: Translator, note: str = ""
) -> render.Message:
    """The page, brought into range."""
    page = min(max(page, 0), max(0, len(groups) - 1))
    candidates: tuple[Answer, ...] = ()
    found: Answer | None = None
    first = groups[page][0] if groups else None
    if first is not None and services.folder is not None:
        if first.sentence is None:
            candidates = await asyncio.to_thread(nearest, first.text, services.folder.index)
        else:
            sentence = services.folder.index.answer(first.sentence)
            found = dataclasses.replace(sentence, answer=first.answer or "") if sentence else None
    return reports.unanswered_message(groups, page, candidates, note, translate, found)


def _page_of(key: str, groups: _Groups) -> int | None:
    return next((page for page, group in enumerate(groups) if any(each.key == key for each in group)), None)


def _answers(library: Library, text: str, fact: str) -> bool:
    reply, _ = library.reply(read(text), Context())
    return reply.answer is not None and reply.answer.key == fact


def _is_fact(library: Library, text: str) -> bool:
    reply, _ = library.reply(read(text), Context())
    return reply.answer is not None and not reply.answer.read


ON_PRESS: Final[Mapping[Action, OnPress]] = {
    Action.TURN_UNANSWERED: _for_staff(_turn),
    Action.DISMISS: _for_staff(_dismiss),
    Action.TEACH: _for_staff(_teach),
    Action.KEEP: _for_staff(_keep),
}
"""What the buttons below an unanswered question do."""
