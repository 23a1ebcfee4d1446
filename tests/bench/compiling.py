"""Measure how fast articles are compiled.

    python tests/bench/compiling.py [--articles 56] [--many 10000] [--jobs 2]

Shown are: articles a second that spaCy's own `nlp.pipe` parses with the pipes that the compiler uses, that one process
compiles, and that several compile (both with the time to load the language model taken off), and how long it takes to
compile many articles anew of which none has changed, or one.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from facts import articles, compiler
from facts.language import Parser

TEXTS: Final = Path(__file__).parents[1] / "articles"


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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=56, help="how many are parsed")
    parser.add_argument("--many", type=int, default=10000, help="how many are compiled anew unchanged")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        files = copies(root / "articles", args.articles)
        read = [articles.read(file)[0] for file in files]
        loading = seconds(Parser)
        parse = Parser()
        nlp = parse.nlp
        texts = [article.text[a:b] for article in read for a, b in article.paragraphs]
        piped = seconds(lambda: list(nlp.pipe(texts, batch_size=64)))
        print(f"nlp.pipe          {args.articles / piped:8.2f} articles a second")
        compiler._parser.cache_clear()
        alone = seconds(lambda: compiler.compile_articles(files, root / "alone", jobs=1)) - loading
        print(f"compile, 1 core   {args.articles / alone:8.2f} articles a second, {piped / alone:.2f} of nlp.pipe")
        together = seconds(lambda: compiler.compile_articles(files, root / "together", jobs=args.jobs)) - loading
        rate = args.articles / together
        print(f"compile, {args.jobs} cores  {rate:8.2f} articles a second, {alone / together:.2f} × 1 core")
        _recompile(root, args.many)


def _recompile(root: Path, many: int) -> None:
    """Compile many articles, without any facts, for what is unchanged is not looked into; then again."""
    files = copies(root / "many", many)
    compiler._extract = lambda article: (None, ())
    base = root / "base"
    compiler.compile_articles(files, base, jobs=1)
    print(f"again, {many:,} articles unchanged: {seconds(lambda: compiler.compile_articles(files, base)):.2f} s")
    files[0].write_bytes(files[0].read_bytes() + b"\n")
    print(f"again, one of them changed: {seconds(lambda: compiler.compile_articles(files, base, jobs=1)):.2f} s")


if __name__ == "__main__":
    main()
