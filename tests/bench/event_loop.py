"""Measure how long the bot's event loop waits while questions are matched and read, and a plain question beside them.

    python tests/bench/event_loop.py BASE [--questions 400] [--at-once 8]

Questions of the base, half of them misspelt, are matched beside the loop as the bot does it, several at once, while the
loop asks to be woken every millisecond. Shown is how many milliseconds it was woken too late: half and 99 of 100 times
no longer, and at most; and the same while nothing is matched, for the machine has other work too. Then many questions
(--reading) in other words are asked at once, and plain ones one after the other beside them: how long these wait.
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
from bot.library import Library, ready
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context
from bot.telegram.answering import asking, find_reply
from bot.telegram.services import Services, take_turns

TICK_S: Final = 0.001
IDLE_S: Final = 2.0
PAUSE_S: Final = 0.005


async def late(until: asyncio.Task[None]) -> list[float]:
    """How late (milliseconds) each tick came until something was done."""
    found = []
    while not until.done():
        due = time.perf_counter() + TICK_S
        await asyncio.sleep(TICK_S)
        found.append((time.perf_counter() - due) * 1000)
    return sorted(found)


async def answer(services: Services, question: str) -> None:
    """Answer a question as the bot does."""
    await find_reply(services, asking(services.library, question), Context())


async def match(services: Services, questions: list[str], at_once: int) -> None:
    """Answer all questions, so many at once; each is taken up as another ends, so that the loop has no more to do at
    once than it has of that many updates."""
    left = iter(questions)

    async def one_by_one() -> None:
        for question in left:
            await answer(services, question)

    await asyncio.gather(*(one_by_one() for _ in range(at_once)))


async def wait_beside(services: Services, plain: list[str], reading: list[str]) -> list[float]:
    """How long (milliseconds) plain questions wait, one after the other, while others are read."""
    others = asyncio.gather(*(answer(services, question) for question in reading))
    waits: list[float] = []
    while not others.done():
        began = time.perf_counter()
        await answer(services, plain[len(waits) % len(plain)])
        waits.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(PAUSE_S)
    await others
    return sorted(waits)


def asked_of(index: Index, count: int) -> list[str]:
    """Questions on record, every second one with two wrong letters."""
    chance = random.Random(count)
    facts = [index.entries[at].fact for at in chance.choices(range(len(index.entries)), k=count)]
    texts = [chance.choice((fact.question, *fact.variants)) for fact in facts]
    return [misspelt(text, chance) if at % 2 else text for at, text in enumerate(texts)]


def in_other_words(index: Index, count: int) -> list[str]:
    """What has to be read: some words of questions on record, in another order."""
    chance = random.Random(count)
    questions = [index.entries[at].fact.question.rstrip("?").split() for at in range(len(index.entries))]
    return [" ".join(chance.sample(words, min(len(words), 5))) + "?" for words in chance.choices(questions, k=count)]


def plain_of(library: Library, index: Index) -> list[str]:
    """Questions on record for which nothing has to be read."""
    asked = (index.entries[at].fact.question for at in range(min(100, len(index.entries))))
    return [text for text in asked if library.plain_reply(read(text), Context()) is not None]


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("--questions", type=int, default=400)
    parser.add_argument("--at-once", type=int, default=8)
    parser.add_argument("--reading", type=int, default=20)
    args = parser.parse_args()
    index = load(args.base)
    reader = SentenceReader()
    reader.prepare()
    services = Services(library=ready(index, reader))
    take_turns()
    for name, work in (
        ("idle", asyncio.sleep(IDLE_S)),
        ("matching", match(services, asked_of(index, args.questions), args.at_once)),
        ("reading", match(services, in_other_words(index, args.reading), args.reading)),
    ):
        ticks = await late(asyncio.ensure_future(work))
        half, most = ticks[len(ticks) // 2], ticks[min(len(ticks) - 1, len(ticks) * 99 // 100)]
        print(
            f"{name:9} {len(ticks):6} ticks, late by {half:.2f} ms (p50), {most:.2f} ms (p99), {ticks[-1]:.2f} ms (max)"
        )
    waits = await wait_beside(services, plain_of(services.library, index), in_other_words(index, args.reading))
    print(f"{len(waits)} plain questions beside {args.reading} waited {waits[-1]:.1f} ms at most")


if __name__ == "__main__":
    asyncio.run(main())
