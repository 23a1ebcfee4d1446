"""A bot that is killed (SIGKILL) in the middle of bursts of questions and started again, and how that went.

Run as a program, it is that bot: `python killing.py URL DATABASE`.
"""

from __future__ import annotations

import asyncio
import collections
import contextlib
import dataclasses
import itertools
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))


from bot.config import Settings
from bot.store import Store
from bot.telegram import app
from bot.telegram.pace import Pace
from botapi.load import answers
from botapi.running import BOT, TOKEN
from botapi.server import BotApi
from botapi.small_base import small_services
from botapi.world import Chat, Person

QUESTION = "who chaired it?"
PATIENCE_S, SLOWEST = 60, 5.0
"""Seconds, and answers a second, after which what is not answered is lost."""
STARTING_S = 120
"""Seconds within which a bot has to be at work."""


@dataclasses.dataclass(frozen=True, slots=True)
class Killed:
    """How many questions were asked, and of these, how many never answered, answered more than once (and how often too
    much in all), or answered out of order; `seconds` from the last kill until all was answered."""

    questions: int
    kills: int
    lost: int
    doubled: int
    unordered: int
    seconds: float


def play(database: Path, kills: int, burst: int, chats: int = 20, seed: int = 1) -> Killed:
    """Ask `burst` questions at once in some private chats before each kill, which comes within the next half second."""
    chance = random.Random(seed)
    with BotApi(TOKEN, BOT) as api:
        people = [Person(20_000 + number, "Somebody") for number in range(chats)]
        places = [(api.private_chat(person), person) for person in people]
        asked: list[tuple[Chat, int]] = []
        for _ in range(kills):
            with _started(api, database) as bot:
                with api.world.changed:
                    for number in range(burst):
                        chat, person = places[number % chats]
                        asked.append((chat, chat.say(person, QUESTION)))
                time.sleep(chance.uniform(0, 0.5))
                bot.kill()
        with _started(api, database) as bot:
            began = time.monotonic()
            wanted = {(chat.id, message) for chat, message in asked}
            patience = PATIENCE_S + len(asked) / SLOWEST
            while wanted - {key for key, _ in answers(api)} and time.monotonic() - began < patience:
                time.sleep(0.05)
            seconds = time.monotonic() - began
            time.sleep(0.5)  # for what comes once more
            bot.send_signal(signal.SIGTERM)
        replies = answers(api)
    times = collections.Counter(key for key, _ in replies)
    first: dict[tuple[int, int], int] = {}
    for key, number in replies:
        first.setdefault(key, number)
    unordered = 0
    for chat, _ in places:
        numbers = [first[chat.id, message] for where, message in asked if where == chat and (chat.id, message) in first]
        unordered += sum(later < earlier for earlier, later in itertools.pairwise(numbers))
    doubled = sum(times.values()) - len(times)
    return Killed(len(asked), kills, len(wanted - times.keys()), doubled, unordered, seconds)


@contextlib.contextmanager
def _started(api: BotApi, database: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The bot as a process of its own, which has begun to ask for updates."""

    def polls() -> int:
        return sum(method == "getUpdates" for method, _ in api.calls)

    before = polls()
    with subprocess.Popen([sys.executable, __file__, api.url, str(database)]) as bot:
        try:
            deadline = time.monotonic() + STARTING_S
            while polls() == before and bot.poll() is None and time.monotonic() < deadline:
                time.sleep(0.02)
            assert polls() > before, "the bot does not start"
            yield bot
            bot.wait(timeout=30)
        finally:
            bot.kill()


async def _answer(url: str, database: str) -> None:
    services = small_services()
    services.store = Store(f"sqlite:///{database}")
    await app.serve(Settings(token=TOKEN, api_url=url), services, app.told_to_stop(), Pace())


if __name__ == "__main__":
    asyncio.run(_answer(*sys.argv[1:3]))
