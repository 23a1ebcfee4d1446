"""A day of traffic, compressed: whether memory stays flat and the database small.

    python tests/bench/day.py [BASE] [--number 100000]

The bot runs as a process of its own against the stand-in in tests/botapi, which takes messages at any pace. Thousands
of people ask in private chats and groups, edit what they asked, press the buttons below the answers, type inline, turn
the pages of the meetings, and talk among themselves. Told is how memory goes, and how large the database is when the
bot has ended. BASE is a compiled base, whose own questions are asked; without it, a base of two facts is asked.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from botapi.feeding import WAITING, settle, started
from botapi.running import TOKEN
from botapi.server import BotApi
from botapi.small_base import small_services
from botapi.world import Chat, Person, buttons

from bot import index
from bot.config import Settings
from bot.library import IndexedLibrary
from bot.store import Store
from bot.telegram import app, pace
from bot.telegram.logs import Redaction, configure

PEOPLE, GROUPS = 8_000, 300
QUESTIONS = ("who chaired it?", "where was it held?", "who chaired it or where was it?", "what did it cost?")
FLAT, LARGEST_MIB = 1.05, 50.0
"""What memory of the last quarter is at most of that of the second, and what the database is at most."""


def main() -> int:
    """Measure; fail if memory grows or the database is too large."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--be", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("base", nargs="*")
    parser.add_argument("--number", type=int, default=100_000)
    args = parser.parse_args()
    if args.be:
        asyncio.run(_answer(*args.base))
        return 0
    return _measure(args.base, args.number)


def _measure(base: list[str], number: int) -> int:
    memory: list[float] = []
    with started([__file__, "--be", *base]) as (api, bot):
        day = Day(api, _questions(base))
        began = time.monotonic()
        for count in range(1, number + 1):
            day.go_on()
            if count % (number // 200) == 0:
                memory.append(bot.memory)
            if count % (number // 20) == 0:
                rate = count / (time.monotonic() - began)
                print(f"{count:7} {rate:6.0f}/s {memory[-1]:6.0f} MiB, on disk {bot.on_disk:5.1f} MiB", flush=True)
        took = time.monotonic() - began
        settle(api, 3)
        sent = sum(method in ("sendMessage", "editMessageText") for method, _ in api.calls)
        at_work = bot.on_disk
        bot.process.terminate()
        bot.process.wait(60)
        on_disk = bot.on_disk
    second, last = (statistics.fmean(memory[len(memory) * q // 4 : len(memory) * (q + 1) // 4]) for q in (1, 3))
    print(f"{number} updates, {number / took:.0f} a second; {sent} messages sent or edited")
    print(f"memory: second quarter {second:.0f} MiB, last {last:.0f} MiB, ratio {last / second:.3f} (at most {FLAT})")
    print(f"database: {at_work:.1f} MiB at work, {on_disk:.1f} MiB in the end (at most {LARGEST_MIB:.0f})")
    return 0 if last <= FLAT * second and on_disk <= LARGEST_MIB else 1


class Day:
    """What people do, one thing after the other."""

    def __init__(self, api: BotApi, questions: list[str], seed: int = 1) -> None:
        self._api, self._questions, self._chance = api, questions, random.Random(seed)
        self._people = [Person(10_000 + number, "Somebody") for number in range(PEOPLE)]
        self._private = [api.private_chat(person) for person in self._people]
        self._groups = [api.group(-5_000 - number) for number in range(GROUPS)]
        self._asked: list[tuple[Chat, Person, int]] = []

    def go_on(self) -> None:
        """Let somebody do something, as soon as the bot has fetched enough of what was done before."""
        with self._api.world.changed:
            while len(self._api.world.updates) >= WAITING:
                self._api.world.changed.wait(5)
            person = self._chance.choice(self._people)
            do = self._chance.choices(
                (self._ask, self._ask_in_group, self._talk, self._edit, self._press, self._type, self._command),
                (45, 12, 10, 8, 15, 7, 3),
            )[0]
            do(person)

    def _ask(self, person: Person) -> None:
        chat = self._private[person.id - 10_000]
        self._note(chat, person, chat.say(person, self._question()))

    def _ask_in_group(self, person: Person) -> None:
        chat = self._chance.choice(self._groups)
        self._note(chat, person, chat.say(person, f"/ask {self._question()}"))

    def _talk(self, person: Person) -> None:
        self._chance.choice(self._groups).say(person, f"{self._question()} Anyway, see you there!")

    def _edit(self, person: Person) -> None:
        if self._asked:
            chat, _, message = self._chance.choice(self._asked)
            chat.edit(message, self._question() if chat.id > 0 else f"/ask {self._question()}")

    def _press(self, person: Person) -> None:
        last = itertools.islice(reversed(self._api.world.messages.items()), 300)
        offered = [(key, data) for key, message in last for data in buttons(message).values()]
        if offered:
            (chat, message), data = self._chance.choice(offered)
            Chat(self._api.world, chat).press_anyway(person, message, data)

    def _type(self, person: Person) -> None:
        self._api.type_inline(person, self._question()[: self._chance.randint(0, 40)])

    def _command(self, person: Person) -> None:
        chat = self._private[person.id - 10_000]
        commands = ("/start", "/help", "/meetings", "/settings", "/subscribe", "/unsubscribe", "/forget", "/privacy")
        chat.say(person, self._chance.choice(commands))

    def _question(self) -> str:
        number = self._chance.randrange(1000)
        return self._chance.choice(self._questions) + (f" ({number})" if number < 100 else "")

    def _note(self, chat: Chat, person: Person, message: int) -> None:
        self._asked = [*self._asked[-500:], (chat, person, message)]


def _questions(base: list[str]) -> list[str]:
    if not base:
        return list(QUESTIONS)
    found = index.load(Path(base[0]))
    answers = (found.answer(entry.fact_id) for entry in found.entries)
    return [*QUESTIONS, *(answer.question for answer in answers if answer is not None)]


async def _answer(*given: str) -> None:
    *base, url, database = given
    configure("warning", Redaction(TOKEN))
    services = small_services()
    if base:
        services.library = IndexedLibrary(index.load(Path(base[0])))
    services.store = Store(f"sqlite:///{database}")
    await app.serve(Settings(token=TOKEN, api_url=url), services, app.told_to_stop(), pace.Pace(pace.UNPACED))


if __name__ == "__main__":
    sys.exit(main())
