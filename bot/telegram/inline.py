"""Inline mode: `@bot question` in any chat gives answers to choose from as one types; nothing, the newest meetings.

As one types there is plain matching only. What needs the reader is read when its person types no further for a moment.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import BaseHandler, ChosenInlineResultHandler, ContextTypes, InlineQueryHandler

from bot.library import Library
from bot.matching.weights import ANSWER_AT
from bot.question import read
from bot.replies import Answer, Context
from bot.telegram.sending import NO_PREVIEW, says
from bot.telegram.services import Services
from bot.wording import Translator, cards, messages, render, translator_for
from bot.wording.press import is_name, mentioned, name_of
from bot.wording.text import cut, tidy

A_PAGE: Final = 10
"""Results that are given at once."""
ANSWERS_KEPT_S, MEETINGS_KEPT_S = 300, 60
"""Seconds for which Telegram may give the same results again without asking."""
TITLE_LIMIT, DESCRIPTION_LIMIT = 200, 200
"""UTF-16 code units; clients show less."""

REST_S: Final = 0.4
"""Seconds without a newer query after which the reader is asked for a query."""
NOTHING: Final = "nothing"
"""What /start is given in private by whoever found nothing: the greeting says what can be asked."""

_OFFSET: Final = re.compile(r"[0-9]{1,4}")


class _Typing:
    """The latest query of each person that is being answered: what they type on from is given up."""

    def __init__(self) -> None:
        """Nobody types."""
        self._latest: dict[int, str] = {}

    @contextlib.contextmanager
    def begun(self, query: InlineQuery) -> Iterator[Callable[[], bool]]:
        """While the body runs, the query is its person's latest until a newer one begins: what is given tells."""
        person = query.from_user.id
        self._latest[person] = query.id
        try:
            yield lambda: self._latest.get(person) == query.id
        finally:
            if self._latest.get(person) == query.id:
                del self._latest[person]


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of what is typed, and of what is chosen."""
    return [
        InlineQueryHandler(functools.partial(_answer, services, _Typing())),
        ChosenInlineResultHandler(functools.partial(_chosen, services)),
    ]


async def _answer(services: Services, typing: _Typing, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.inline_query
    if query is None:
        return
    translate = translator_for(query.from_user.language_code)
    start = int(query.offset) if _OFFSET.fullmatch(query.offset) else 0
    with typing.begun(query) as is_latest:
        if text := query.query.strip():
            found = await _found(services, text, is_latest)
            if found is None:
                return
            results = [_fact_result(fact, context.bot, translate) for fact in found[start : start + A_PAGE]]
            total, kept = len(found), ANSWERS_KEPT_S
        else:
            results = await services.look_up(_meeting_results, services.library, context.bot, start, translate)
            total, kept = len(services.library.listed()), MEETINGS_KEPT_S
    following = str(start + A_PAGE) if start + A_PAGE < total else ""
    nothing = None if total else InlineQueryResultsButton(translate(messages.NOT_ON_RECORD), start_parameter=NOTHING)
    await _give(query, results, kept, following, nothing)


async def _found(services: Services, text: str, is_latest: Callable[[], bool]) -> Sequence[Answer] | None:
    """The answers that a text may mean, best first; the one that it names, if it names one. If the reader has to be
    asked, it is when no more has been typed for a moment; None if there has."""
    library = services.library
    if name := mentioned(text):
        named = services.answer(name)
        return () if named is None else (named,)
    plain = await services.look_up(_plain, library, text)
    if plain is not None:
        return plain
    await asyncio.sleep(REST_S)
    return await services.read_up(_read, library, text, is_latest)


def _plain(library: Library, text: str) -> Sequence[Answer] | None:
    """The answers that plain matching gives, None if it is sure of none and the reader has to be asked."""
    question = read(text)
    found = library.candidates(question, Context())
    sure = bool(found) and found[0].confidence >= ANSWER_AT
    return found if sure or library.plain_reply(question, Context()) is not None else None


def _read(library: Library, text: str, is_latest: Callable[[], bool]) -> Sequence[Answer] | None:
    """What the reader gives, then what plain matching does; None if nobody waits for it any more."""
    if not is_latest():
        return None
    question = read(text)
    reply, _ = library.reply(question, Context())
    best = (*((reply.answer,) if reply.answer else ()), *reply.suggestions)
    first: dict[str, Answer] = {}
    for answer in (*best, *library.candidates(question, Context())):
        first.setdefault(answer.key, answer)
    return tuple(first.values())


def _fact_result(fact: Answer, bot: Bot, translate: Translator) -> InlineQueryResultArticle:
    shown = render.answer_message(fact, translate=translate)
    title = cut(render.asked(fact), TITLE_LIMIT) or translate(messages.UNNAMED_MEETING)
    said = cut(tidy(fact.answer), DESCRIPTION_LIMIT)
    name = name_of(fact)
    return _result(name, title, said, shown.html, _asking(bot, name, translate))


def _meeting_results(library: Library, bot: Bot, start: int, translate: Translator) -> list[InlineQueryResultArticle]:
    results: list[InlineQueryResultArticle] = []
    for meeting in library.listed()[start : start + A_PAGE]:
        digest = library.digest(meeting.article)
        if digest is None:
            continue
        cited = (*((digest.who,) if digest.who else ()), *digest.facts)
        key = name_of(cited[0]) if cited else None
        scene = ", ".join(filter(None, (translate.meeting_date(digest.meeting.date), tidy(meeting.place or ""))))
        title = cut(tidy(meeting.name), TITLE_LIMIT) or translate(messages.UNNAMED_MEETING)
        html = cards.digest_message(digest, translate=translate).html
        number = start + len(results)
        asking = _asking(bot, key, translate)
        results.append(_result(f"m:{number}:{key or ''}", title, cut(scene, DESCRIPTION_LIMIT), html, asking))
    return results


def _asking(bot: Bot, name: str | None, translate: Translator) -> InlineKeyboardMarkup:
    """A button with a link that opens a fact, or just a chat, with the bot."""
    link = f"https://t.me/{bot.username}" + (f"?start={name}" if name else "")
    return InlineKeyboardMarkup([[InlineKeyboardButton(translate(messages.OPEN), url=link)]])


def _result(
    id_: str, title: str, description: str, html: str, buttons: InlineKeyboardMarkup
) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id_,
        title,
        InputTextMessageContent(html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW),
        description=description,
        reply_markup=buttons,
    )


async def _give(
    query: InlineQuery,
    results: list[InlineQueryResultArticle],
    kept: int,
    following: str,
    nothing: InlineQueryResultsButton | None,
) -> None:
    """Give the results for a while to this person only: somebody else may speak another language."""
    try:
        await query.answer(results, cache_time=kept, is_personal=True, next_offset=following, button=nothing)
    except BadRequest as error:  # who types on has asked anew by now
        if not says(error, "query is too old", "query id is invalid", "query_id_invalid"):
            raise


async def _chosen(services: Services, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    chosen = update.chosen_inline_result
    name = chosen.result_id.rpartition(":")[2] if chosen is not None else ""
    fact = services.answer(name) if is_name(name) else None
    if fact is not None:
        services.store.tally.count_feedback(fact.key, "shared")
