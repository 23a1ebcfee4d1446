"""How the bot stands many people at once: with Telegram's limits on, and without limits beside an echo bot.

    python tests/bench/telegram_load.py [BASE]

Both bots use the same python-telegram-bot and run as processes of their own against the stand-in in tests/botapi. With
limits: 1,000 questions from 200 private chats, groups and topics at once. Without: the same questions to the bot and,
right after, to a bot that says everything back; each is told which share of the echo's throughput it reaches, and which
processor time a question costs. BASE is a compiled base; without it, a base of two facts is asked.
"""

from __future__ import annotations

import asyncio
import collections
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from botapi.load import Crowd, answers, ask_all, wait_for_answers
from botapi.pace import Pace
from botapi.running import BOT, TOKEN
from botapi.server import BotApi
from botapi.small_base import UNLIMITED, SmallLibrary
from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot import index
from bot.config import Settings
from bot.library import IndexedLibrary
from bot.telegram import app, pace
from bot.telegram.connection import CONNECTIONS, WAIT_S
from bot.telegram.flood import Flood
from bot.telegram.services import Services

CROWD = Crowd(chats=200, questions=5, waiting=120)
QUESTION = "/ask who chaired it?"
ROUNDS = 3
"""How often the bots take turns without limits; the median counts."""


def main(arguments: list[str]) -> int:
    """Be one of the bots, or measure them."""
    if arguments[:1] == ["--be"]:
        kind, url, *base = arguments[1:]
        asyncio.run(_echo(url) if kind == "echo" else _answer(url, base, limited=kind == "limited"))
        return 0
    _limited(arguments) if "--free" not in arguments else arguments.remove("--free")
    pairs = [(_unlimited("free", arguments), _unlimited("echo", arguments)) for _ in range(ROUNDS)]
    pairs.sort(key=lambda pair: pair[0][0] / pair[1][0])
    (rate, cost), (echo_rate, echo_cost) = pairs[len(pairs) // 2]
    print(f"without limits: {rate:.0f} answers a second, {cost * 1000:.2f} ms of processor time each")
    print(f"echo bot:       {echo_rate:.0f} answers a second, {echo_cost * 1000:.2f} ms of processor time each")
    print(f"ratio:          {rate / echo_rate:.2f} of the echo's throughput (wanted: at least 0.6)")
    return 0 if rate >= 0.6 * echo_rate else 1


def _limited(base: list[str]) -> None:
    with BotApi(TOKEN, BOT) as api:
        api.world.pace = Pace()
        asked = ask_all(api, CROWD, QUESTION)
        with _at_work("limited", api, base):
            seconds = wait_for_answers(api, asked, CROWD.waiting)
        replies = answers(api)
        times = collections.Counter(key for key, _ in replies)
        in_order = all(
            [key for key, _ in replies if key in ours] == ours
            for conversation in asked
            for ours in ([(question.chat.id, question.message) for question in conversation],)
        )
        print(
            f"with limits:    {len(times)} questions answered in {seconds:.0f} s, {sum(times.values()) - len(times)} "
            f"twice, {'in order' if in_order else 'OUT OF ORDER'}, {api.world.pace.refused} calls told to wait (429)"
        )


def _unlimited(kind: str, base: list[str]) -> tuple[float, float]:
    """Answers a second, and processor time of the bot (seconds) for each."""
    with BotApi(TOKEN, BOT) as api, _at_work(kind, api, base) as bot:
        api.world.wait("the bot", lambda: any(method == "getUpdates" for method, _ in api.calls) or None)
        before = _processor_time(bot)
        started = time.perf_counter()
        asked = ask_all(api, CROWD, QUESTION)
        wait_for_answers(api, asked, CROWD.waiting)
        seconds = time.perf_counter() - started
        spent = _processor_time(bot) - before
        number = CROWD.chats * CROWD.questions
        return number / seconds, spent / number


@contextlib.contextmanager
def _at_work(kind: str, api: BotApi, base: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, __file__, "--be", kind, api.url, *base]) as bot:
        try:
            yield bot
        finally:
            bot.send_signal(signal.SIGTERM)


def _processor_time(process: subprocess.Popen[bytes]) -> float:
    """Seconds of processor time that a process has used so far (Linux)."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _answer(url: str, base: list[str], *, limited: bool) -> None:
    library = IndexedLibrary(index.load(Path(base[0]))) if base else SmallLibrary()
    services = Services(library=library, flood=Flood() if limited else Flood(UNLIMITED))
    limiter = pace.Pace() if limited else pace.Pace(pace.UNPACED)
    await app.serve(Settings(token=TOKEN, api_url=url), services, _told_to_stop(), limiter)


async def _echo(url: str) -> None:
    async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None and update.message.text is not None:
            await update.message.reply_text(update.message.text, do_quote=True)

    bot: Any = (
        ApplicationBuilder()
        .token(TOKEN)
        .base_url(f"{url}/bot")
        .request(HTTPXRequest(CONNECTIONS, read_timeout=WAIT_S, write_timeout=WAIT_S, pool_timeout=WAIT_S))
        .concurrent_updates(256)
        .build()
    )
    bot.add_handler(MessageHandler(filters.TEXT, echo))
    async with bot:
        await bot.start()
        await bot.updater.start_polling()
        await _told_to_stop().wait()
        await bot.updater.stop()
        await bot.stop()


def _told_to_stop() -> asyncio.Event:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    return stop


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
