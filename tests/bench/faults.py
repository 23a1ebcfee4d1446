"""How the bot stands trouble with Telegram, kind by kind; and a busy group with Telegram's rates on.

    python tests/bench/faults.py [--seconds 30] [--only KIND …] [--no-busy]

The bot runs as a process of its own, by Telegram's pace and with a SQLite file, against the stand-in in tests/botapi.
Five questions a second are asked, each in a private chat of its own, before, during and after each kind of trouble: of
`sendMessage` alone, and of all methods; of one chat alone; while the server's name cannot be looked up (dns: a
resolver that does not answer); and while an update beside each question is unknown, broken or hostile. Told is how
many questions were never answered, how many were answered twice, in how many chats answers came out of order, the 99th
percentile of the time that answers took before it and, where others should not notice, during it, after how many
seconds from its end answers take no longer than before, and how many lines a minute were logged.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import dataclasses
import itertools
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from botapi.faults import KINDS, Trouble
from botapi.hostile import Hostile
from botapi.pace import Pace
from botapi.running import BOT, TOKEN
from botapi.server import BotApi
from botapi.small_base import FACTS, small_services
from botapi.world import Chat, Person

from bot.config import Settings
from bot.store import Store
from bot.telegram import app
from bot.telegram.logs import Redaction, configure

A_SECOND = 5
QUIET_S, AFTER_S, PATIENCE_S = 10.0, 12.0, 60.0
"""Seconds of questions before and after the trouble, and for which the last answers are waited for."""
NORMAL = 1.0
"""Seconds within which an answer comes when all is well, at least (a busy machine takes longer than Telegram)."""
ALL = "all methods"
COLUMNS = (
    "trouble ",
    "of         ",
    "met",
    "asked",
    "lost",
    "twice",
    "order",
    "p99 before",
    "others'",
    "normal after",
    "lines a min",
)
NUMBERS = itertools.count(10_000)


@dataclasses.dataclass(slots=True)
class Question:
    """A question, when it was asked (seconds), and when each answer to it came, with its number."""

    chat: Chat
    message: int
    asked: float
    answered: list[tuple[float, int]] = dataclasses.field(default_factory=list)

    @property
    def took(self) -> float:
        """Seconds until the first answer; infinite without one."""
        return self.answered[0][0] - self.asked if self.answered else float("inf")


class Watch:
    """Asks questions, and notes when each is answered."""

    def __init__(self, api: BotApi) -> None:
        self.questions: list[Question] = []
        self._api = api
        self._by_message: dict[tuple[int, int], Question] = {}
        self._seen: set[tuple[int, int]] = set()

    def ask(self, chat: Chat, person: Person, text: str = "who chaired it?") -> Question:
        """Ask a question now."""
        with self._api.world.changed:
            question = Question(chat, chat.say(person, text), time.monotonic())
            self.questions.append(question)
            self._by_message[chat.id, question.message] = question
        return question

    def look(self) -> None:
        """Note the answers that have come."""
        now = time.monotonic()
        with self._api.world.changed:
            for key in self._api.world.own - self._seen:
                self._seen.add(key)
                replied = self._api.world.messages[key].get("reply_to_message", {}).get("message_id")
                if (question := self._by_message.get((key[0], replied))) is not None:
                    question.answered.append((now, key[1]))

    def ask_for(
        self, seconds: float, chats: Sequence[Chat] = (), beside: Callable[[], object] = lambda: None
    ) -> list[Question]:
        """Ask evenly for so long, in new private chats or, in turn, in these, and do something else each time."""
        began, asked = time.monotonic(), list[Question]()
        for number in range(int(seconds * A_SECOND)):
            chat = chats[number % len(chats)] if chats else self._api.private_chat(Person(next(NUMBERS), "Somebody"))
            beside()
            asked.append(self.ask(chat, Person(chat.id, "Somebody"), f"who chaired it, {number}?"))
            while (left := began + (number + 1) / A_SECOND - time.monotonic()) > 0:
                self.look()
                time.sleep(min(left, 0.02))
        return asked

    def wait(self, seconds: float) -> None:
        """Wait for so long at most until all is answered."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not all(question.answered for question in self.questions):
            self.look()
            time.sleep(0.02)


def main() -> int:
    """Measure; fail if anything is lost, out of order or told at length."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--be", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--only", nargs="*", default=[*KINDS, "dns", "updates", "429 of one chat", "busy"])
    args = parser.parse_args()
    if args.be:
        asyncio.run(_answer(*args.be))
        return 0
    print(" | ".join(COLUMNS))
    fine = True
    for kind in [each for each in KINDS if each in args.only]:
        for methods in (frozenset({"sendMessage"}), None):
            fine &= _trouble(Trouble(kind, methods, for_ever=kind == "drip"), args.seconds)
    if "dns" in args.only:
        fine &= _trouble(Trouble("reset"), args.seconds, dns=True)
    if "updates" in args.only:
        fine &= _strange_updates(args.seconds)
    if "429 of one chat" in args.only:
        fine &= _one_chat(args.seconds)
    if "busy" in args.only:
        fine &= _busy_group()
    return 0 if fine else 1


def _trouble(trouble: Trouble, seconds: float, *, dns: bool = False) -> bool:
    with _at_work() as (api, log, unnamed):
        watch = Watch(api)
        before = watch.ask_for(QUIET_S)
        watch.wait(5)
        lines = log.lines()
        chats = [api.private_chat(Person(next(NUMBERS), "Somebody")) for _ in range(int(seconds * A_SECOND / 3))]
        with api.in_trouble(trouble):
            if dns:
                unnamed.touch()
            watch.ask_for(seconds, chats)
            minutes = seconds / 60
            lines = log.lines() - lines
            unnamed.unlink(missing_ok=True)
        ended = time.monotonic()
        after = watch.ask_for(AFTER_S)
        watch.wait(PATIENCE_S)
    normal = max(NORMAL, 2 * _p99(before))
    slow = [question.asked + question.took for question in after if question.took > normal]
    late = max((question.answered[0][0] for question in watch.questions if question.answered), default=ended)
    late = max([late if late > ended + AFTER_S + normal else ended, *slow])
    kind = "dns" if dns else trouble.kind
    return _tell(kind, trouble, watch, before, None, late - ended, lines / minutes)


def _strange_updates(seconds: float) -> bool:
    with _at_work() as (api, log, _):
        watch = Watch(api)
        before = watch.ask_for(QUIET_S)
        watch.wait(5)
        lines = log.lines()
        people = [api.private_chat(Person(next(NUMBERS), "Somebody")).id for _ in range(50)]
        hostile = Hostile(people, [api.group().id], [api.channel().id], list(FACTS), lambda _: None)

        def send_another() -> None:
            with api.world.changed:
                api.world.updates.append({"update_id": api.world.next_update_id(), **hostile.update()})

        others = watch.ask_for(seconds, beside=send_another)
        lines = log.lines() - lines
        watch.wait(PATIENCE_S)
    trouble = Trouble("500", frozenset({"getUpdates"}), met=len(others))
    return _tell("updates", trouble, watch, before, others, 0.0, lines / seconds * 60)


def _one_chat(seconds: float) -> bool:
    with _at_work() as (api, log, _):
        watch = Watch(api)
        before = watch.ask_for(QUIET_S)
        watch.wait(5)
        lines = log.lines()
        held = api.private_chat(Person(next(NUMBERS), "Somebody"))
        trouble = Trouble("429", frozenset({"sendMessage"}), frozenset({held.id}), retry_after=20)
        with api.in_trouble(trouble):
            watch.ask(held, Person(held.id, "Somebody"))
            others = watch.ask_for(seconds)
            lines = log.lines() - lines
        ended = time.monotonic()
        watch.wait(PATIENCE_S)
    late = max(question.answered[0][0] for question in watch.questions) - ended - trouble.retry_after
    return _tell(trouble.kind, trouble, watch, before, others, max(late, 0.0), lines / seconds * 60)


def _busy_group() -> bool:
    """48 people ask once within a minute in one group, while others ask in private, with Telegram's rates on."""
    with _at_work() as (api, *_):
        api.world.pace = Pace()
        watch = Watch(api)
        group, private = api.group(), list[Question]()
        for number in range(56):
            for place in range(2):
                if number * 2 + place < 48:
                    watch.ask(group, Person(next(NUMBERS), "Somebody"), "/ask who chaired it?")
            private += watch.ask_for(1.0)[:1]
        watch.wait(180)
        refused = api.world.pace.refused
    took = sorted(question.took for question in private)
    p90 = took[int(0.9 * len(took))]
    answered = sum(1 for question in watch.questions if question.answered and question.chat.id == group.id)
    print(
        f"busy group: {refused} calls told to wait (429), {answered} of 48 answered in the group; private chats p90 "
        f"{p90:.2f} s, at most {took[-1]:.2f} s"
    )
    return refused == 0 and p90 <= 1.0


def _tell(
    kind: str,
    trouble: Trouble,
    watch: Watch,
    before: Sequence[Question],
    others: Sequence[Question] | None,
    recovery: float,
    lines: float,
) -> bool:
    lost = sum(not question.answered for question in watch.questions)
    twice = sum(len(question.answered) - 1 for question in watch.questions if question.answered)
    unordered = _unordered(watch.questions)
    methods = "one chat" if trouble.chats else next(iter(trouble.methods)) if trouble.methods else ALL
    theirs = "" if others is None else f"{_p99(others):.2f} s"
    print(
        f"{kind:8} | {methods:11} | {trouble.met:3} | {len(watch.questions):5} | {lost:4} | {twice:5} | "
        f"{unordered:5} | {_p99(before):8.2f} s | {theirs:>7} | {recovery:10.1f} s | {lines:11.0f}",
        flush=True,
    )
    calm = others is None or _p99(others) <= max(2 * _p99(before), NORMAL)
    return lost == 0 and unordered == 0 and recovery <= 10 and lines <= 10 and calm


def _p99(questions: Sequence[Question]) -> float:
    took = sorted(question.took for question in questions)
    return took[min(len(took) - 1, int(0.99 * len(took)))]


def _unordered(questions: Sequence[Question]) -> int:
    """In how many chats first answers came in another order than they were asked for."""
    chats: dict[int, list[Question]] = {}
    for question in questions:
        if question.answered:
            chats.setdefault(question.chat.id, []).append(question)
    return sum(
        [each.answered[0][1] for each in asked] != sorted(each.answered[0][1] for each in asked)
        for chat, asked in chats.items()
        if chat > 0
    )


class Log:
    """What a process writes on stderr, counted."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._lines: list[str] = []
        self._process = process
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def lines(self) -> int:
        """How many lines so far."""
        return len(self._lines)

    def _read(self) -> None:
        for line in self._process.stderr or ():
            self._lines.append(line)


@contextlib.contextmanager
def _at_work() -> Iterator[tuple[BotApi, Log, Path]]:
    """A server, the bot's log, and a file as long as which exists the bot cannot look up the server's name."""
    with tempfile.TemporaryDirectory() as folder, BotApi(TOKEN, BOT) as api:
        unnamed = Path(folder, "unnamed")
        url = api.url.replace("127.0.0.1", "localhost")
        command = [sys.executable, __file__, "--be", url, str(Path(folder, "onrecord.sqlite3")), str(unnamed)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as bot:
            log = Log(bot)
            try:
                api.world.wait("the bot", lambda: any(method == "getUpdates" for method, _ in api.calls) or None)
                yield api, log, unnamed
            finally:
                bot.send_signal(signal.SIGTERM)
                began = time.monotonic()
                bot.wait(timeout=60)
                if time.monotonic() - began > 10:
                    print(f"it took {time.monotonic() - began:.1f} s to end")


def _look_up_slowly(unnamed: Path) -> None:
    """Let names be looked up as by a resolver that does not answer as long as this file exists: it is asked again after
    five seconds, and given up after ten."""
    look_up = socket.getaddrinfo

    def look_up_slowly(*args: Any, **more: Any) -> Any:  # noqa: ANN401  (as the library's own)
        for _ in range(2):
            if not unnamed.exists():
                return look_up(*args, **more)
            time.sleep(5)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    socket.getaddrinfo = look_up_slowly


async def _answer(url: str, database: str, unnamed: str) -> None:
    _look_up_slowly(Path(unnamed))
    configure("info", Redaction(TOKEN))
    services = small_services()
    services.store = Store(f"sqlite:///{database}")
    await app.serve(Settings(token=TOKEN, api_url=url), services, app.told_to_stop())


if __name__ == "__main__":
    sys.exit(main())
