"""Measure how fast questions are answered, side by side with other ways to look them up.

    python tests/bench/speed.py [--sizes 1000,10000,100000] [--plot PICTURE] [--keep FOLDER] [--only NAME,…]

For each size a base is made (`bases.py`), and each way (`peers.py`, as far as they are installed) runs in processes of
its own: one builds, one is started cold and asked once, one is asked many questions. Shown are: seconds to build,
seconds from starting a process to its first answer, microseconds for a question as it is on record and for one with two
wrong letters (half and 99 of 100 take no longer), for one in a person's own words (`tests/articles`: typed; ours reads
sentences for it), the most memory that asking took, and how many of 100 questions with two wrong letters lead to the
right answer first.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import bases
import peers

from bot.index.cache import file_of

OURS: Final = "onrecord"
ASKED: Final = 300
"""Questions that are asked as they are on record and, misspelt, once more."""
PATIENCE_S: Final = 60.0
"""Seconds after which no more questions are asked of a slow way."""
LEAST: Final = 5
TYPED: Final = 150
"""Questions in people's own words that are asked besides."""
ARTICLES: Final = Path(__file__).parents[1] / "articles"
COLUMNS: Final = (
    "questions", "way", "build s", "first s", "p50 µs", "p99 µs", "misspelt p50 µs", "misspelt p99 µs", "typed p50 µs",
    "typed p99 µs", "peak MB", "right of 100",
)  # fmt: skip


def misspelt(text: str, chance: random.Random) -> str:
    """A text with two letters changed, left out, put in or swapped."""
    letters = list(text)
    for _ in range(2):
        at = chance.choice([n for n, char in enumerate(letters[:-1]) if char.isalpha()])
        how, letter = chance.randrange(4), chance.choice("abcdefghijklmnopqrstuvwxyz")
        if how == 0:
            letters[at] = letter
        elif how == 1:
            letters.insert(at, letter)
        elif how == 2:
            del letters[at]
        else:
            letters[at : at + 2] = reversed(letters[at : at + 2])
    return "".join(letters)


def facts_of(base: Path) -> tuple[list[str], list[str]]:
    """The questions of a generated base and their answers, read without a parser: they stand a line each."""
    questions: list[str] = []
    answers: list[str] = []
    for page in sorted(base.glob("*.yaml")):
        for line in page.read_text(encoding="utf-8").splitlines():
            if line.startswith(("  - question: ", "    - ")):
                questions.append(json.loads(line[line.index('"') :]))
                answers += answers[-1:] if line.startswith("    - ") else []
            elif line.startswith("    answer: "):
                answers.append(json.loads(line[line.index('"') :]))
    return questions, answers


def ours(base: Path, folder: Path) -> Callable[[str], str | None]:
    """Our own answer to a question: what is answered, or suggested first."""
    del folder
    from bot.dialog import Context, reply
    from bot.index import load
    from bot.matching.reading import SentenceReader

    index, reader = load(base), SentenceReader()

    def ask(text: str) -> str | None:
        said, _ = reply(text, index, Context(), reader)
        first = said.answer or (said.suggestions[0] if said.suggestions else None)
        return first.answer if first else None

    return ask


def theirs(name: str, folder: Path, answers: Sequence[str]) -> Callable[[str], str | None]:
    """A peer's answer to a question: that of the question it found."""
    ask = peers.PEERS[name]().load(folder)

    def answer(text: str) -> str | None:
        place = ask(text)
        return answers[place] if place >= 0 else None

    return answer


def build(name: str, base: Path, folder: Path) -> dict[str, float]:
    """Build and say how long that took."""
    questions, _ = facts_of(base) if name != OURS else ([], [])
    file_of(base).unlink(missing_ok=True)
    started = time.perf_counter()
    if name == OURS:
        ours(base, folder)
    else:
        peers.PEERS[name]().build(questions, folder)
    return {"build s": time.perf_counter() - started}


def first(name: str, base: Path, folder: Path) -> dict[str, float]:
    """Answer one question."""
    text = (folder / "one.txt").read_text(encoding="utf-8")
    if name == OURS:
        ours(base, folder)(text)
    else:
        peers.PEERS[name]().load(folder)(text)
    return {}


def many(name: str, base: Path, folder: Path) -> dict[str, float]:
    """Answer many questions and say how long they took, how many were right, and how much memory that needed."""
    cases: list[list[str]] = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    answers = json.loads((folder / "answers.json").read_text(encoding="utf-8")) if name != OURS else []
    ask = ours(base, folder) if name == OURS else theirs(name, folder, answers)
    warm, cases = cases[:3], cases[3:]
    for text, *_ in warm:
        ask(text)
    gc.collect()
    gc.freeze()  # what stays is not swept again and again, as in the bot
    took: list[float] = []
    took_misspelt: list[float] = []
    right = 0
    begun = time.perf_counter()
    for text, wrong, answer in cases:
        _timed(ask, text, took)
        right += _timed(ask, wrong, took_misspelt) == answer
        if time.perf_counter() - begun > PATIENCE_S and len(took) >= LEAST:
            break
    took_typed: list[float] = []
    for text in json.loads((folder / "typed.json").read_text(encoding="utf-8")):
        _timed(ask, text, took_typed)
        if time.perf_counter() - begun > 2 * PATIENCE_S and len(took_typed) >= LEAST:
            break
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    return {
        "p50 µs": _share(took, 0.5),
        "p99 µs": _share(took, 0.99),
        "misspelt p50 µs": _share(took_misspelt, 0.5),
        "misspelt p99 µs": _share(took_misspelt, 0.99),
        "typed p50 µs": _share(took_typed, 0.5),
        "typed p99 µs": _share(took_typed, 0.99),
        "peak MB": peak,
        "right of 100": 100 * right / len(took),
    }


def _timed(ask: Callable[[str], str | None], text: str, took: list[float]) -> str | None:
    """The answer; how many seconds it took is added to the list."""
    started = time.perf_counter()
    answer = ask(text)
    took.append(time.perf_counter() - started)
    return answer


def _share(took: Sequence[float], share: float) -> float:
    """How many microseconds this share of the questions took at most."""
    return sorted(took)[min(len(took) - 1, int(len(took) * share))] * 1e6


def measure(name: str, base: Path, folder: Path) -> dict[str, float]:
    """All figures of one way on one base, each from a process of its own."""
    figures = _run("build", name, base, folder)
    started = time.perf_counter()
    _run("first", name, base, folder)
    figures["first s"] = time.perf_counter() - started
    return figures | _run("many", name, base, folder)


def _run(step: str, name: str, base: Path, folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--step", step, "--only", name, "--keep", str(folder), "--base", str(base)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def table(rows: Sequence[dict[str, Any]]) -> str:
    """The figures as a Markdown table."""
    lines = ["| " + " | ".join(COLUMNS) + " |", "|" + " --- |" * len(COLUMNS)]
    for row in rows:
        cells = [f"{row[c]:,.2f}" if c.endswith(" s") else f"{row[c]:,.0f}" if c != "way" else row[c] for c in COLUMNS]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def draw(rows: Sequence[dict[str, Any]], picture: Path) -> None:
    """Draw microseconds for a question against the size of the base, a line for each way."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 5), layout="constrained")
    axes = figure.subplots()
    for name in dict.fromkeys(row["way"] for row in rows):
        line = [(row["questions"], row["p50 µs"]) for row in rows if row["way"] == name]
        axes.plot(*zip(*line, strict=True), marker="o", label=name, linewidth=3 if name == OURS else 1.5)
    axes.set(xscale="log", yscale="log", xlabel="questions on record", ylabel="µs for a question (p50)")
    figure.legend(loc="outside right upper")
    figure.savefig(picture)


def typed_questions(chance: random.Random) -> list[str]:
    """Questions of the sets in `tests/articles`, as people type them."""
    from bot.terminal import check

    items = [item for file in sorted(ARTICLES.glob("*/questions.yaml")) for item in check.read(file)]
    return [item.question for item in chance.sample(items, min(TYPED, len(items)))]


def main() -> None:
    """Measure all that is asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000", help="questions, separated by commas")
    parser.add_argument("--plot", type=Path, metavar="PICTURE", help="draw the figures (.png or .svg)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the bases there for the next time")
    parser.add_argument("--only", default="", help="ways, separated by commas")
    parser.add_argument("--step", choices=("build", "first", "many"), help=argparse.SUPPRESS)
    parser.add_argument("--base", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.step:
        steps = {"build": build, "first": first, "many": many}
        print(json.dumps(steps[args.step](args.only, args.base, args.keep)))
        return
    names = args.only.split(",") if args.only else [OURS, *peers.PEERS]
    names = [n for n in names if n == OURS or importlib.util.find_spec(peers.MODULES[n])]
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        root = args.keep or Path(scratch)
        for size in map(int, args.sizes.split(",")):
            base = root / f"base-{size}"
            if not base.exists():
                bases.write(base, size)
            questions, answers = facts_of(base)
            chance = random.Random(size)
            asked = chance.sample(range(len(questions)), min(ASKED, len(questions)))
            cases = [(questions[n], misspelt(questions[n], chance), answers[n]) for n in asked]
            typed = typed_questions(chance)
            for name in (n for n in names if size <= peers.MOST.get(n, size)):
                with tempfile.TemporaryDirectory(dir=root) as folder:
                    (Path(folder) / "cases.json").write_text(json.dumps(cases), encoding="utf-8")
                    (Path(folder) / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
                    (Path(folder) / "typed.json").write_text(json.dumps(typed), encoding="utf-8")
                    (Path(folder) / "one.txt").write_text(cases[0][1], encoding="utf-8")
                    row = {"questions": len(questions), "way": name, **measure(name, base, Path(folder))}
                rows.append(row)
                print(table([row]).splitlines()[-1], file=sys.stderr, flush=True)
    print(table(rows))
    if args.plot:
        draw(rows, args.plot)


if __name__ == "__main__":
    main()
