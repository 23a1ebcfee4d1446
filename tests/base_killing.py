"""A base under SIGKILL: compiles, and edits from the chat, are killed at any point; what is lost or broken is counted.

Run as a program it is the chat: `python -m base_killing BASE ROUND` teaches the base one question after another, and
says each when it is written.
"""

from __future__ import annotations

import dataclasses
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from bot.editing import BaseFolder
from bot.index import load
from facts.files import FileStat, stat_of
from facts.pages import base

ROOT = Path(__file__).parents[1]
SEEDS, BASE = Path("seeds"), Path("facts/base")
WAIT_S = 300
"""Seconds within which a compile that is not killed is done."""


@dataclasses.dataclass(slots=True)
class Toll:
    """What came of kills: how many reached the work under way, and what was lost or found broken after any of them."""

    kills: int = 0
    in_time: int = 0
    lost: list[str] = dataclasses.field(default_factory=list)
    broken: list[str] = dataclasses.field(default_factory=list)


def kill_compiles(kills: int, seed: int) -> Toll:
    """Kill compiles in the current folder, each after an article was added and others were renamed, corrected and
    their pages written into; the last one is let be."""
    chance, toll, written = random.Random(seed), Toll(), _Written()
    for n in range(kills):
        _change_articles(n, chance)
        written.write_into_a_page(chance)
        process = _start("-m", "bot.cli", "compile")
        _wait_for_some_point(process, chance)
        _kill(process, toll)
        _look(toll, written.notes)
    done = _start("-m", "bot.cli", "compile")
    printed, _ = done.communicate(timeout=WAIT_S)
    if done.returncode:
        toll.broken.append(f"the compile behind them all: {printed}")
    _look(toll, written.notes)
    pages, articles = ({path.stem for path in folder.glob(what)} for folder, what in ((BASE, "*.yaml"), (SEEDS, "*")))
    toll.lost += [f"the page of {id_}" for id_ in articles - pages]
    toll.broken += [f"{id_} has no article any more" for id_ in pages - articles if not _has_of_its_own(id_, written)]
    return toll


def _has_of_its_own(id_: str, written: _Written) -> bool:
    """Whether a page has what no other has: it was written into between a kill and the next compile, and stays."""
    texts = {path.stem: path.read_text("utf-8") for path in BASE.glob("*.yaml")}
    own = texts.pop(id_)
    return any(note in own and not any(note in text for text in texts.values()) for note in written.notes)


def kill_edits(kills: int, seed: int) -> Toll:
    """Kill edits from the chat, one after another, in the base of the current folder."""
    chance, toll = random.Random(seed), Toll()
    said: list[str] = []
    for n in range(kills):
        process = _start("-m", "base_killing", str(BASE), str(n))
        assert process.stdout is not None
        said += [process.stdout.readline().strip()]  # the first one: it is at work
        time.sleep(chance.uniform(0, 0.3))
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate(timeout=WAIT_S)
        said += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        toll.kills, toll.in_time = toll.kills + 1, toll.in_time + (process.returncode == -signal.SIGKILL)
        _look(toll, said)
    return toll


class _Written:
    """What people wrote into pages, each a note of its own."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def write_into_a_page(self, chance: random.Random) -> None:
        pages = sorted(BASE.glob("*.yaml"))
        if not pages:
            return
        page = chance.choice(pages)
        note = f"note {len(self.notes)}!"
        lines = page.read_text("utf-8").splitlines(keepends=True)
        at = max(n for n, line in enumerate(lines) if line.startswith("- text: ")) + 1
        if chance.random() < 0.5:
            lines.insert(at, f"  # {note}\n")
        elif not any(line.startswith("  facts:") for line in lines[at:]):
            lines.insert(at, f"  facts:\n  - question: Who wrote {note}\n    answer: {note}\n")
        else:
            at = next(n for n, line in enumerate(lines) if n >= at and line.startswith("  facts:")) + 1
            lines.insert(at, f"  - question: Who wrote {note}\n    answer: {note}\n")
        page.write_text("".join(lines), "utf-8")
        self.notes.append(note)


def _change_articles(n: int, chance: random.Random) -> None:
    SEEDS.mkdir(exist_ok=True)
    if stay := sorted(SEEDS.glob("stays-*")):
        corrected = chance.choice(stay)
        corrected.write_text(f"{corrected.read_text('utf-8')}\n\nCorrection {n} was made on Monday.\n", "utf-8")
    if go := sorted(SEEDS.glob("goes-*")):
        chance.choice(go).rename(SEEDS / f"goes-{n}-elsewhere.txt")
    (SEEDS / f"{'stays' if n % 2 else 'goes'}-{n}.txt").write_text(
        f"date 2024-01-{n % 28 + 1:02}\n\nClub {n} of Dunmere meets\n\n"
        f"The meeting of club {n} of Dunmere was chaired by Olga Prynne on Monday.\n\n"
        f"The members of club {n} adopted the budget of {n + 1} crowns by 7 votes to 2.\n",
        "utf-8",
    )


def _start(*args: str) -> subprocess.Popen[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("ONRECORD_", "TELEGRAM_"))}
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    return subprocess.Popen(
        [sys.executable, *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment | {"PYTHONPATH": path},
    )


def _wait_for_some_point(process: subprocess.Popen[str], chance: random.Random) -> None:
    """Wait until a compile is at some point of its work: starting, at its first writing, or some time after that."""
    if chance.random() < 0.25:
        time.sleep(chance.uniform(0, 2))
        return
    before = _appearance()
    while process.poll() is None and _appearance() == before:
        time.sleep(0.0005)
    time.sleep(chance.choice([0, chance.uniform(0, 0.01), chance.uniform(0, 0.1), chance.uniform(0, 2)]))


def _appearance() -> list[tuple[str, FileStat | None]]:
    return [(path.name, stat_of(path)) for folder in (BASE, BASE / "ledger") for path in folder.glob("*")]


def _kill(process: subprocess.Popen[str], toll: Toll) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=WAIT_S)
    toll.kills += 1
    toll.in_time += process.returncode == -signal.SIGKILL


def _look(toll: Toll, written: list[str]) -> None:
    """Count what is broken in the base, and what is in none of its pages."""
    pages, broken = base.load_pages(BASE)
    toll.broken += [str(problem) for each in broken for problem in each.problems]
    text = "".join((BASE / f"{page.article.id}.yaml").read_text("utf-8") for page in pages)
    toll.lost += [note for note in written if note not in text]


def _teach(folder: Path, round_: str) -> None:
    """Teach a base one question after another, each to another fact, until killed."""
    library = BaseFolder(folder, load(folder))
    for n in range(10_000):
        entry = library.index.entries[n % len(library.index.entries)]
        question = f"Who asked {round_} {n}?"
        library.teach(entry.fact_id, question)
        print(question, flush=True)


if __name__ == "__main__":
    _teach(Path(sys.argv[1]), sys.argv[2])
