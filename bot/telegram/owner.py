"""Commands of the owner and the editors, in their private chats: /stats, /reload, /health.

To everybody else they do not exist: their command is answered like any unknown one.
"""

from __future__ import annotations

import asyncio
import datetime
import resource
import sys
import time
from typing import Any, Final

from telegram import Message, ReplyParameters, Update
from telegram.ext import BaseHandler, filters

from bot import VERSION
from bot.index import BaseError
from bot.store import StoreError
from bot.telegram.commands import NEW, command
from bot.telegram.freshness import reload
from bot.telegram.sending import send_text, working
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.wording import Translator, chart, messages, reports
from bot.wording.paging import utf16_length
from bot.wording.text import cut, tidy

DAYS: Final = 30
"""Days that /stats looks back."""
CAPTION_LIMIT: Final = 1024
"""UTF-16 code units that Telegram allows below a picture."""
PROBLEMS: Final = 5
"""Problems of a base that are named at once."""


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """A handler a command, for those who may give it."""
    return [
        command(services, "stats", _stats, staff_only(services)),
        command(services, "reload", _reload, staff_only(services)),
        command(services, "health", _health, NEW & filters.ChatType.PRIVATE & filters.User(services.owners)),
    ]


def staff_only(services: Services) -> filters.BaseFilter:
    """New messages of owners and editors in their private chats."""
    return NEW & filters.ChatType.PRIVATE & filters.User(services.owners | services.editors)


async def _stats(services: Services, update: Update, message: Message) -> None:
    async with working(message):
        stats = await services.store.tally.stats(DAYS)
        picture = await asyncio.to_thread(chart.draw, stats.days)
    translate = await translator_of(services, message)
    names = {meeting.article: meeting.name for meeting in services.library.meetings()}
    text = reports.stats_text(stats, names, services.library.answer, translate)
    if picture is None:
        await send_text(message, f"{text}\n\n{translate(messages.STATS_NO_PICTURE)}")
    else:
        reply = ReplyParameters(message.message_id, allow_sending_without_reply=True)
        fits = utf16_length(text) <= CAPTION_LIMIT
        caption = text if fits else None
        await message.reply_photo(picture, caption=caption, filename="stats.png", reply_parameters=reply)
        if not fits:
            await send_text(message, text)


async def _reload(services: Services, update: Update, message: Message) -> None:
    translate = await translator_of(services, message)
    if services.folder is None:
        await send_text(message, translate(messages.NO_FOLDER))
        return
    try:
        async with working(message):
            facts = await reload(services, services.folder)
    except BaseError as error:
        await send_text(message, f"{translate(messages.NOT_RELOADED)}\n\n{problems(error)}")
        return
    counts = _counts(translate, len(services.library.listed()), facts)
    await send_text(message, translate(messages.RELOADED, **counts))


async def _health(services: Services, update: Update, message: Message) -> None:
    up = datetime.timedelta(seconds=int(time.time() - services.started))
    translate = await translator_of(services, message)
    text = translate(
        messages.HEALTH,
        version=VERSION,
        uptime=up,
        database=await _database(services, translate),
        memory=_memory_mb(),
        **_counts(
            translate, len(services.library.listed()), len(services.folder.index.entries) if services.folder else 0
        ),
    )
    await send_text(message, text)


def _counts(translate: Translator, meetings: int, facts: int) -> dict[str, str]:
    return {"meetings": translate.count(messages.MEETINGS, meetings), "facts": translate.count(messages.FACTS, facts)}


async def _database(services: Services, translate: Translator) -> str:
    began = time.perf_counter()
    try:
        await services.store.check()
    except StoreError as error:
        return translate(messages.DATABASE_DOWN, kind=services.store.kind, error=error)
    took = f"{(time.perf_counter() - began) * 1000:.1f}"
    return translate(messages.DATABASE_WELL, kind=services.store.kind, took=took)


def problems(error: BaseError) -> str:
    """The first problems of a base, one a line."""
    lines = [str(problem) for problem in error.problems]
    more = [f"… ({len(lines)})"] if len(lines) > PROBLEMS else []
    return cut("\n".join([*(tidy(line) for line in lines[:PROBLEMS]), *more]), 3000)


def _memory_mb() -> int:
    """The most memory that this process has used so far, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 1_000_000
