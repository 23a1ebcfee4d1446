"""Measure how fast articles are compiled.

    python tests/bench/compiling.py [--articles 56] [--rounds 5] [--many 10000] [--jobs 2]

Shown are, each as the median of rounds in which the things compared take turns, so that whatever else the machine does
falls on both:

- how many articles a second spaCy's own `nlp.pipe` parses with the pipes that the compiler uses, in batches of the size
  that is fastest for it, and how many are compiled from file to file, both in one process with one thread and the
  language model loaded;
- how much faster several processes compile than one, each from its start, with the time to load the model;
- how much memory compiling takes, of half of the articles and of all;
- how long it takes to compile many articles anew of which none has changed, or one.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import functools
import itertools
import multiprocessing
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeVar

from facts import articles
from facts.compile import batches, compiler

TEXTS: Final = Path(__file__).parents[1] / "articles"
BATCH_SIZES: Final = (32, 64, 128, 256, 512)
"""Numbers of paragraphs that `nlp.pipe` is tried with."""
TRIED: Final = 600
"""How many paragraphs it is tried on."""
ONE_THREAD: Final = dict.fromkeys(("BLIS_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")

_T = TypeVar("_T")


def copies(folder: Path, count: int) -> list[Path]:
    """So many articles in a new folder: those of tests/articles again and again, each under a name of its own."""
    folder.mkdir()
    texts = [path for path in sorted(TEXTS.glob("*/*.*")) if path.suffix in (".md", ".txt")]
    made = []
    for number in range(count):
        text = texts[number % len(texts)]
        made.append(folder / f"{text.stem}-{number:05}{text.suffix}")
        made[-1].write_bytes(text.read_bytes())
        os.utime(made[-1], (1_700_000_000, 1_700_000_000))
    return made


def seconds(run: Callable[[], object]) -> float:
    """How long something takes."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def fresh(run: Callable[..., _T], *args: object) -> _T:
    """What a function returns in a process of its own."""
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(run, *args).result()


def compiled(files: list[Path], root: Path, jobs: int = 1) -> float:
    """How long it takes to compile articles into a new base, in seconds."""
    folder = root / f"base-{next(_numbers)}-{os.getpid()}"
    return seconds(lambda: compiler.compile_articles(files, folder, jobs=jobs))


_numbers: Final[Iterator[int]] = itertools.count()


def beside_the_parse(files: list[Path], root: Path, rounds: int) -> list[tuple[float, float]]:
    """How long parsing alone takes, and compiling, in each round; in seconds."""
    nlp = batches._parser().nlp
    read = [articles.read(file)[0] for file in files]
    texts = [article.text[start:end] for article in read for start, end in article.paragraphs]

    def piped(some: list[str], batch_size: int) -> float:
        return seconds(lambda: list(nlp.pipe(some, batch_size=batch_size)))

    best = min(BATCH_SIZES, key=lambda size: min(piped(texts[:TRIED], size) for _ in range(3)))
    compiled(files, root)
    return [(piped(texts, best), compiled(files, root)) for _ in range(rounds)]


def peak(files: list[Path], root: Path) -> float:
    """How much memory the process had at most after compiling articles, in MB."""
    compiled(files, root)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=56, help="how many are parsed")
    parser.add_argument("--rounds", type=int, default=5, help="how often each measurement is taken")
    parser.add_argument("--many", type=int, default=10000, help="how many are compiled anew unchanged")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes")
    args = parser.parse_args()
    os.environ |= ONE_THREAD
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        files = copies(root / "articles", args.articles)
        taken = fresh(beside_the_parse, files, root, args.rounds)
        piped, alone = (args.articles / statistics.median(times) for times in zip(*taken, strict=True))
        ratio = statistics.median(parse / whole for parse, whole in taken)
        print(f"nlp.pipe          {piped:8.2f} articles a second")
        print(f"compile, 1 core   {alone:8.2f} articles a second, {ratio:.2f} of nlp.pipe")
        _processes(files, root, args.jobs, args.rounds)
        half = args.articles // 2
        few, all_ = (fresh(peak, files[:count], root) for count in (half, args.articles))
        print(f"memory            {few:8.0f} MB for {half} articles, {all_:.0f} MB for {args.articles}")
        _recompile(root, args.many)


def _processes(files: list[Path], root: Path, jobs: int, rounds: int) -> None:
    """Compile by one process and by several, in turns."""
    taken = [[fresh(compiled, files, root, count) for count in (1, jobs)] for _ in range(rounds)]
    times = statistics.median(one / several for one, several in taken)
    rate = len(files) / statistics.median(several for _, several in taken)
    print(f"compile, {jobs} cores  {rate:8.2f} articles a second, {times:.2f} × 1 core, loading the model included")


def _recompile(root: Path, many: int) -> None:
    """Compile many articles, without any facts, for what is unchanged is not looked into; then again."""
    files = copies(root / "many", many)
    batches.find = lambda read, pages=None: [(None, (), ()) for _ in read]
    again = functools.partial(compiler.compile_articles, files, root / "base", jobs=1)
    again()
    print(f"again, {many:,} articles unchanged: {seconds(again):.2f} s")
    files[0].write_bytes(files[0].read_bytes() + b"\n")
    print(f"again, one of them changed: {seconds(again):.2f} s")


if __name__ == "__main__":
    main()
