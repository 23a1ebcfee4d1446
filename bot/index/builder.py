"""Files of the base → articles ready for the index, in several processes where there are many."""

from __future__ import annotations

import contextlib
import hashlib
import os
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from bot.index import codec
from bot.index.codec import PackedArticle
from bot.index.file_format import ArrayFileWriter
from bot.index.writer import ArticleFields, Document, FactFields
from bot.question.named_dates import Date
from bot.question.tokens import fold, plain, soften, tokens
from facts.files import FileStat
from facts.model import Record
from facts.pages import base
from facts.pages.base import BaseError, Problem

Write = Callable[[ArrayFileWriter], None]
PARALLEL_FROM: Final = 48
"""Files from which on more than one process pays."""
_LENGTH: Final = struct.Struct("<Q")


class ReadFile(msgspec.Struct, frozen=True):
    """What came of a file: how it looked before it was read, its SHA-256, when that was (ns); the article in bytes,
    or what is wrong with it."""

    stat: FileStat
    sha256: bytes
    read_ns: int
    article: bytes
    problems: tuple[Problem, ...]


_read_files = msgspec.msgpack.Decoder(ReadFile)


def read_all(paths: Sequence[Path]) -> Iterator[ReadFile]:
    """Read files of a base, in order; what is wrong with one is told in its place."""
    processes = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(paths) < PARALLEL_FROM or processes == 1:
        yield from map(read_file, paths)
        return
    # Programs of their own, not `multiprocessing`: that would run the caller's main module once more in each.
    command = (sys.executable, "-m", "bot.index.builder")
    with contextlib.ExitStack() as stack:
        workers = []
        for first in range(processes):
            worker = stack.enter_context(
                subprocess.Popen(  # noqa: S603  (ourselves)
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_surroundings()
                )
            )
            stack.callback(worker.kill)
            assert worker.stdin is not None  # noqa: S101  (it is a pipe)
            with worker.stdin:
                worker.stdin.write(msgspec.msgpack.encode([str(path) for path in paths[first::processes]]))
            workers.append(worker)
        for number, path in enumerate(paths):
            data = _sent(workers[number % processes])
            # One that has ended (no memory?) has its files read here.
            yield _read_files.decode(data) if data is not None else read_file(path)


def run_ourselves(module: str, *args: str) -> bool:
    """Run a module of ours in a process of its own, and wait for it; whether it ended well."""
    command = (sys.executable, "-m", module, *args)
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, env=_surroundings())  # noqa: S603
    return done.returncode == 0


def _surroundings() -> dict[str, str]:
    """The environment in which a process finds our packages."""
    search = os.pathsep.join(filter(None, (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": search}


def _sent(worker: subprocess.Popen[bytes]) -> bytes | None:
    """What a worker sends next; None if it has ended."""
    assert worker.stdout is not None  # noqa: S101  (it is a pipe)
    head = worker.stdout.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = worker.stdout.read(length)
    return data if len(data) == length else None


def work() -> None:
    """Read the files that stdin names and send what came of each to stdout."""
    for path in msgspec.msgpack.decode(sys.stdin.buffer.read(), type=list[str]):
        data = msgspec.msgpack.encode(read_file(Path(path)))
        sys.stdout.buffer.write(_LENGTH.pack(len(data)))
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def read_file(path: Path) -> ReadFile:
    """Read a file of a base."""
    now = time.time_ns()
    try:
        stat = FileStat.of(path.stat())
        digest = hashlib.sha256(path.read_bytes()).digest()
        page = base.load_page(path)
    except BaseError as error:
        return ReadFile(FileStat(0, 0), b"", now, b"", error.problems)
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); check its permissions"
        return ReadFile(FileStat(0, 0), b"", now, b"", (Problem(str(path), None, reason),))
    if problem := base.misnamed(page.article.id, path):
        return ReadFile(FileStat(0, 0), b"", now, b"", (problem,))
    article = codec.encode(codec.packed(page.record()))
    return ReadFile(stat, digest, now, article, ())


def document(article: PackedArticle) -> Document:
    """An article ready for the arrays."""
    context = codec.context_of(article.context)
    year = int(context.when[:4]) if context.when else None
    meeting = context.record.meeting
    facts = []
    for packed in article.facts:
        stored = codec.fact_of(packed.stored)
        dates = tuple(_of_year(stored.evidence_dates, year))
        fact = stored.fact
        facts.append(
            FactFields(
                fact_id=stored.fact_id,
                kind=fact.kind,
                evidence=packed.evidence,
                answer=packed.answer,
                nearby=packed.nearby,
                dates=dates,
                phrasings=codec.phrasings_of(stored),
                texts=[plain(soften(text)) for text in (fact.question, *fact.variants)],
            )
        )
    fields = ArticleFields(
        id=context.record.article.id,
        when=context.when,
        meeting=context.meeting,
        title=frozenset(token.term for token in tokens(context.record.article.title or "")),
        topic=context.topic,
        capitals=context.capitals,
        article=context.article,
        names=context.names,
        acronyms=context.acronyms,
        dates=tuple(_of_year(context.dates, year)),
        series=fold(meeting.series) if meeting and meeting.series else "",
        statistics=codec.statistics_of(article.statistics),
        facts=facts,
        sentences=article.terms,
    )
    return Document(fields, article)


def _of_year(dates: Iterable[Date], year: int | None) -> Iterator[Date]:
    """The dates, with the year of their article where none is said."""
    return (Date(date.year or year, date.month, date.day) for date in dates)


def documents(records: Iterable[Record]) -> Iterator[Document]:
    """Records ready for the arrays."""
    return (document(codec.packed(record)) for record in records)


if __name__ == "__main__":
    work()
