"""Measure how long the bot's event loop waits while questions are matched.

    python tests/bench/event_loop.py BASE [--questions 400] [--at-once 8]

Questions of the base, half of them misspelt, are matched beside the loop as the bot does it, several at once, while the
loop asks to be woken every millisecond. Shown is how many milliseconds it was woken too late: half and 99 of 100 times
no longer, and at most; and the same while nothing is matched, for the machine has other work too.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time
from pathlib import Path
from typing import Final

from speed import misspelt

from bot.index import Index, load
from bot.library import ready
from bot.question import read
from bot.replies import Context
from bot.telegram.desk import Desk, take_turns

TICK_S: Final = 0.001
IDLE_S: Final = 2.0


async def late(until: asyncio.Task[None]) -> list[float]:
    """How late (milliseconds) each tick came until something was done."""
    found = []
    while not until.done():
        due = time.perf_counter() + TICK_S
        await asyncio.sleep(TICK_S)
        found.append((time.perf_counter() - due) * 1000)
    return sorted(found)


async def match(desk: Desk, questions: list[str], at_once: int) -> None:
    """Answer all questions as the bot does, so many at once."""
    room = asyncio.Semaphore(at_once)

    async def one(question: str) -> None:
        async with room:
            await desk.look_up(lambda: desk.library.reply(read(question), Context()))

    await asyncio.gather(*map(one, questions))


def asked_of(index: Index, count: int) -> list[str]:
    """Questions on record, every second one with two wrong letters."""
    chance = random.Random(count)
    facts = [index.entries[at].fact for at in chance.choices(range(len(index.entries)), k=count)]
    texts = [chance.choice((fact.question, *fact.variants)) for fact in facts]
    return [misspelt(text, chance) if at % 2 else text for at, text in enumerate(texts)]


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("--questions", type=int, default=400)
    parser.add_argument("--at-once", type=int, default=8)
    args = parser.parse_args()
    index = load(args.base)
    desk = Desk(library=ready(index))
    take_turns()
    for name, work in (
        ("idle", asyncio.sleep(IDLE_S)),
        ("matching", match(desk, asked_of(index, args.questions), args.at_once)),
    ):
        ticks = await late(asyncio.ensure_future(work))
        half, most = ticks[len(ticks) // 2], ticks[min(len(ticks) - 1, len(ticks) * 99 // 100)]
        print(
            f"{name:9} {len(ticks):6} ticks, late by {half:.2f} ms (p50), {most:.2f} ms (p99), {ticks[-1]:.2f} ms (max)"
        )


if __name__ == "__main__":
    asyncio.run(main())
