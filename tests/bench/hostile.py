"""How the bot stands updates that nobody should send.

    python tests/bench/hostile.py [BASE] [--number 100000] [--seed 1]

The bot runs as a process of its own against the stand-in in tests/botapi, which reads all that is sent as strictly as
Telegram does. It is sent updates of every kind, and of none, whose fields are missing, of other types or out of range
and whose texts are hostile (tests/botapi/hostile.py), some of them twice, some with the number of another; as fast as
it takes them. Told is how many a second it takes, how its memory grows, whether every pressed button is let rest and
how soon, what the stand-in refuses, and whether anybody's text is in the log. BASE is a compiled base; without it, a
base of two facts is asked.
"""

from __future__ import annotations

import argparse
import asyncio
import collections
import copy
import itertools
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from botapi.feeding import LARGEST_NUMBER, feed, settle, started
from botapi.hostile import MARK, Hostile
from botapi.running import TOKEN
from botapi.small_base import FACTS, small_services
from botapi.world import Json, Person, entities_of

from bot import index
from bot.config import Settings
from bot.library import IndexedLibrary
from bot.store import Store
from bot.telegram import app, pace
from bot.telegram.logs import Redaction, configure

PEOPLE, GROUPS, CHANNELS = range(10_000, 12_000), range(-5_100, -5_000), range(-7_010, -7_000)
OWNER = PEOPLE[0]
IN_TIME_S = 10.0
"""Seconds within which a pressed button has to be let rest."""
EXPECTED = (
    "chat not found",
    "message to edit not found",
    "message can't be edited",
    "message is not modified",
    "query is too old",
    "message thread not found",
    "can't change commands in channel chats",
    "Not Found",
)
"""What the stand-in says to what cannot be done, since somebody has made it up."""


def main() -> int:
    """Measure; fail if anything is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--be", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("base", nargs="*")
    parser.add_argument("--number", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if args.be:
        asyncio.run(_answer(*args.base))
        return 0
    return _measure(args.base, args.number, args.seed)


def _measure(base: list[str], number: int, seed: int) -> int:
    with started([__file__, "--be", *base]) as (api, bot):
        for person in PEOPLE:
            api.private_chat(Person(person, "Somebody"))
        for group in GROUPS:
            api.group(group)
        for channel in CHANNELS:
            api.channel(channel)
        began, memory = time.monotonic(), [bot.memory]

        def own(chance: random.Random) -> tuple[int, int] | None:
            """One of the last messages that the bot has sent."""
            with api.world.changed:
                last = list(itertools.islice(reversed(api.world.messages), 50))
            return chance.choice(last) if last else None

        hostile = Hostile(PEOPLE, GROUPS, CHANNELS, _keys(base), own, seed)
        for count in feed(api, _updates(hostile, number, seed)):
            if count % (number // 20) < 100:
                memory.append(bot.memory)
                print(f"{count:7} {count / (time.monotonic() - began):6.0f}/s {memory[-1]:6.0f} MiB", flush=True)
        took = time.monotonic() - began
        settle(api, 3)
        lives = bot.process.poll() is None
        pressed = [query for query in api.world.queries.values() if "asked_at" in query]
        waits = sorted(query["answered_at"] - query["asked_at"] for query in pressed if "answered_at" in query)
        log = bot.log.read_text(errors="replace")
        refused = collections.Counter(
            f"{method}: {said.partition(' at byte')[0]}"
            for method, said in api.refused
            if not any(each in said for each in EXPECTED)
        )
        sent = sum(method in ("sendMessage", "editMessageText") for method, _ in api.calls)
    errors = [line for line in log.splitlines() if " ERROR " in line or " CRITICAL " in line or "Traceback" in line]
    late = sum(wait > IN_TIME_S for wait in waits)
    print(f"{number} updates, {number / took:.0f} a second; {sent} messages sent or edited")
    print(f"memory {memory[0]:.0f} MiB at first, {max(memory):.0f} at most, {memory[-1]:.0f} in the end")
    print(
        f"pressed buttons: {len(pressed)}, of which never let rest {len(pressed) - len(waits)}, late {late}; "
        f"p99 {waits[int(0.99 * len(waits))]:.2f} s, at most {waits[-1]:.2f} s"
    )
    print(f"refused by Telegram: {dict(refused.most_common(10)) or 'nothing'}")
    print(f"log: {len(log.splitlines())} lines, {len(errors)} errors, {log.count(MARK)} texts of somebody's")
    for line in errors[:20]:
        print("   ", line[:200])
    if not lives:
        print("It has ended.")
    fine = lives and len(waits) == len(pressed) and not late and not refused and not errors and MARK not in log
    return 0 if fine else 1


def _updates(hostile: Hostile, number: int, seed: int) -> Iterator[Json]:
    """As many hostile updates; sometimes the last one comes again, or another with its number, or one without any; the
    owner looks at what nobody could answer."""
    chance = random.Random(seed)
    update: Json = {}
    owner = {"id": OWNER, "is_bot": False, "first_name": "Owner"}
    chat = {"id": OWNER, "type": "private", "first_name": "Owner"}
    for count in range(number):
        kind = chance.random()
        if count % 1000 == 999:
            text = chance.choice(("/unanswered", "/stats", "/health"))
            message: Json = {"message_id": count, "date": 1_790_000_000, "chat": chat, "from": owner, "text": text}
            yield {"message": message | {"entities": entities_of(text)}}
        elif kind < 0.02 and update:
            yield copy.deepcopy(update)
        elif kind < 0.03:
            wrong: object = chance.choice((-1, -(2**63), LARGEST_NUMBER, 2**80, MARK, None, True, 1.5, []))
            made = hostile.update()
            made.pop("callback_query", None)  # nobody can say that it has come
            yield {**made, "update_id": wrong}
        elif kind < 0.0302:
            yield {"message": {MARK: _nested(600)}}
        else:
            update = hostile.update()
            yield update


def _keys(base: list[str]) -> list[str]:
    """The keys of some facts on record."""
    return [entry.fact_id for entry in index.load(Path(base[0])).entries[:500]] if base else list(FACTS)


def _nested(depth: int) -> object:
    nested: list[object] = []
    for _ in range(depth):
        nested = [nested]
    return [nested, nested]


async def _answer(*given: str) -> None:
    *base, url, database = given
    configure("info", Redaction(TOKEN))
    services = small_services()
    if base:
        services.library = IndexedLibrary(index.load(Path(base[0])))
    services.owners = frozenset({OWNER})
    services.store = Store(f"sqlite:///{database}")
    settings = Settings(token=TOKEN, api_url=url)
    await app.serve(settings, services, app.told_to_stop(), pace.Pace(pace.UNPACED))


if __name__ == "__main__":
    sys.exit(main())
