"""Inline mode: `@bot question` in any chat gives answers to choose from as one types; nothing, the newest meetings."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
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
from bot.question import read
from bot.replies import Answer, Context
from bot.telegram.sending import NO_PREVIEW, says
from bot.telegram.services import Services
from bot.wording import Translator, cards, messages, render, translator_for
from bot.wording.press import mentioned
from bot.wording.text import cut, tidy

A_PAGE: Final = 10
"""Results that are given at once."""
ANSWERS_KEPT_S, MEETINGS_KEPT_S = 300, 60
"""Seconds for which Telegram may give the same results again without asking."""
TITLE_LIMIT, DESCRIPTION_LIMIT = 200, 200
"""UTF-16 code units; clients show less."""

NOTHING: Final = "nothing"
"""What /start is given in private by whoever found nothing: the greeting says what can be asked."""

_OFFSET: Final = re.compile(r"[0-9]{1,4}")


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of what is typed, and of what is chosen."""
    return [
        InlineQueryHandler(functools.partial(_answer, services)),
        ChosenInlineResultHandler(functools.partial(_chosen, services)),
    ]


async def _answer(services: Services, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.inline_query
    if query is None:
        return
    translate = translator_for(query.from_user.language_code)
    text = query.query.strip()
    start = int(query.offset) if _OFFSET.fullmatch(query.offset) else 0
    if text:
        found = await services.look_up(_facts, services.library, text)
        results = [_fact_result(fact, context.bot, translate) for fact in found[start : start + A_PAGE]]
        total, kept = len(found), ANSWERS_KEPT_S
    else:
        meetings = services.library.meetings()
        results = _meeting_results(services.library, context.bot, start, translate)
        total, kept = len(meetings), MEETINGS_KEPT_S
    following = str(start + A_PAGE) if start + A_PAGE < total else ""
    nothing = None if total else InlineQueryResultsButton(translate(messages.NOT_ON_RECORD), start_parameter=NOTHING)
    await _give(query, results, kept, following, nothing)


def _facts(library: Library, text: str) -> Sequence[Answer]:
    """The facts that a text may mean, best first; the one that it names, if it names one."""
    key = mentioned(text)
    if key is None:
        return library.candidates(read(text), Context())
    fact = library.answer(key)
    return () if fact is None else (fact,)


def _fact_result(fact: Answer, bot: Bot, translate: Translator) -> InlineQueryResultArticle:
    shown = render.answer_message(fact, translate=translate)
    title = cut(tidy(fact.question), TITLE_LIMIT) or translate(messages.UNNAMED_MEETING)
    said = cut(tidy(fact.answer), DESCRIPTION_LIMIT)
    return _result(fact.key, title, said, shown.html, _asking(bot, fact.key, translate))


def _meeting_results(library: Library, bot: Bot, start: int, translate: Translator) -> list[InlineQueryResultArticle]:
    results: list[InlineQueryResultArticle] = []
    for meeting in library.meetings()[start : start + A_PAGE]:
        digest = library.digest(meeting.article)
        if digest is None:
            continue
        cited = (*((digest.who,) if digest.who else ()), *digest.facts)
        key = cited[0].key if cited else None
        scene = ", ".join(filter(None, (translate.meeting_date(meeting.date), tidy(meeting.place or ""))))
        title = cut(tidy(meeting.name), TITLE_LIMIT) or translate(messages.UNNAMED_MEETING)
        html = cards.digest_message(digest, translate=translate).html
        number = start + len(results)
        asking = _asking(bot, key, translate)
        results.append(_result(f"m:{number}:{key or ''}", title, cut(scene, DESCRIPTION_LIMIT), html, asking))
    return results


def _asking(bot: Bot, key: str | None, translate: Translator) -> InlineKeyboardMarkup:
    """A button with a link that opens a fact, or just a chat, with the bot."""
    link = f"https://t.me/{bot.username}" + (f"?start={key}" if key else "")
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
    key = chosen.result_id.rpartition(":")[2] if chosen is not None else ""
    if services.library.answer(key) is not None:
        services.store.tally.count_feedback(key, "shared")
