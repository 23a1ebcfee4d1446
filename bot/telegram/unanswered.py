"""/unanswered of owners and editors: what was asked in vain, and buttons that teach it or dismiss it."""

from __future__ import annotations

import asyncio
import functools
import logging
from typing import Any, Final

from telegram import CallbackQuery, Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes

from bot.editing import GoneError, alike, nearest
from bot.index import BaseError
from bot.library import Library, ready
from bot.question import read
from bot.replies import Answer, Context
from bot.store import Unanswered
from bot.telegram.commands import command
from bot.telegram.desk import Desk
from bot.telegram.owner import problems, staff_only
from bot.telegram.sending import acknowledge, edit, send_reply, working
from bot.telegram.speaking import words_for_press, words_of
from bot.wording import messages, render, reports
from bot.wording.languages import Words

logger = logging.getLogger(__name__)

LISTED: Final = 500
"""Questions that are listed, those asked most often first."""

Groups = list[list[Unanswered]]


def handlers(desk: Desk) -> list[BaseHandler[Update, Any, Any]]:
    """The handler of the command, and one a kind of button."""
    return [
        command(desk, "unanswered", _list, staff_only(desk)),
        CallbackQueryHandler(functools.partial(_turn, desk), pattern=r"\Aunanswered:[0-9]{1,6}\Z"),
        CallbackQueryHandler(functools.partial(_dismiss, desk), pattern=r"\Adismiss:[0-9a-f]{16}\Z"),
        CallbackQueryHandler(functools.partial(_teach, desk), pattern=r"\Ateach:[0-9a-f]{16}:[0-9a-f]{16}\Z"),
    ]


async def _list(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message is not None:
        async with working(message):
            shown = await _page(desk, await _groups(desk), 0, await words_of(desk, message))
        await send_reply(message, shown)


async def _turn(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is None or not await _is_staff(desk, query):
        return
    await acknowledge(query)
    page = int((query.data or "").partition(":")[2])
    await edit(query, await _page(desk, await _groups(desk), page, await words_for_press(desk, query)))


async def _dismiss(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Dismiss the question and all that are grouped with it."""
    query = update.callback_query
    if query is None or not await _is_staff(desk, query):
        return
    groups = await _groups(desk)
    page = _page_of((query.data or "").partition(":")[2], groups)
    if page is not None:
        for question in groups.pop(page):
            await desk.store.questions.dismiss(question.key)
    words = await words_for_press(desk, query)
    await acknowledge(query, words(messages.DISMISSED))
    await edit(query, await _page(desk, groups, page or 0, words))


async def _teach(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Write the question into the base as one that the fact is asked by, and strike out all that it answers now."""
    query = update.callback_query
    if query is None or not await _is_staff(desk, query):
        return
    words = await words_for_press(desk, query)
    _, key, fact = (query.data or "").split(":")
    question = await desk.store.questions.find(key)
    if question is None or desk.folder is None or not isinstance(query.message, Message):
        await acknowledge(query, words(messages.STALE))
        return
    await acknowledge(query)
    before = await _groups(desk)
    page = _page_of(key, before) or 0
    try:
        async with working(query.message):
            index = await asyncio.to_thread(desk.folder.teach, fact, question.text)
            library = await asyncio.to_thread(ready, index)
    except GoneError:
        await edit(query, await _page(desk, before, page, words, words(messages.STALE)))
        return
    except (BaseError, OSError) as error:
        why = problems(error) if isinstance(error, BaseError) else str(error.strerror)
        logger.warning("A question could not be added to the base: %s", type(error).__name__)
        await edit(query, await _page(desk, before, page, words, f"{words(messages.NOT_TAUGHT)}\n{why}"))
        return
    desk.renew(library)
    await desk.store.questions.remove(key)
    alike_ones = before[page] if before else []
    answered = await asyncio.to_thread(lambda: [each for each in alike_ones if _answers(library, each.text, fact)])
    for each in answered:
        await desk.store.questions.remove(each.key)
    is_live = any(each.key == key for each in answered)
    note = words(messages.TAUGHT if is_live else messages.TAUGHT_UNSURE)
    await edit(query, await _page(desk, await _groups(desk), page, words, note))


async def _is_staff(desk: Desk, query: CallbackQuery) -> bool:
    """Whether who pressed the button may; if not, they are told what is said of any button that is no more."""
    if query.from_user.id in desk.owners | desk.editors:
        return True
    await acknowledge(query, (await words_for_press(desk, query))(messages.STALE))
    return False


async def _groups(desk: Desk) -> Groups:
    questions = await desk.store.questions.unanswered(LISTED)
    return await asyncio.to_thread(alike, questions, lambda question: question.text)


async def _page(desk: Desk, groups: Groups, page: int, words: Words, note: str = "") -> render.Message:
    """The page, brought into range."""
    page = min(max(page, 0), max(0, len(groups) - 1))
    candidates: tuple[Answer, ...] = ()
    if groups and desk.folder is not None:
        candidates = await asyncio.to_thread(nearest, groups[page][0].text, desk.folder.index)
    return reports.unanswered_message(groups, page, candidates, note, words)


def _page_of(key: str, groups: Groups) -> int | None:
    return next((page for page, group in enumerate(groups) if any(each.key == key for each in group)), None)


def _answers(library: Library, text: str, fact: str) -> bool:
    reply, _ = library.reply(read(text), Context())
    return reply.answer is not None and reply.answer.key == fact
