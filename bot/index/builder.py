"""Files of the base → articles ready for the index, in several processes where there are many."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import hashlib
import os
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from bot.index.codec import Codec, Lazy
from bot.index.entries import ArticleContext, ArticleTerms, Entry, Form, MeetingEntry, entries_of, meeting_entry
from bot.index.file_format import ArrayFile, ArrayFileWriter
from bot.index.postings import RaggedArray
from bot.index.writer import ArticleKeys, FactKeys, Packed
from bot.question import Question
from bot.question.named_dates import Date
from bot.question.tokens import fold, tokens
from facts.model import Fact, Record
from facts.pages import base
from facts.pages.base import BaseError, Problem

Write = Callable[[ArrayFileWriter], None]
_RAW: Final = -15
"""zlib's for: without a head and a sum, which the file has itself."""
PARALLEL_FROM: Final = 48
"""Files from which on more than one process pays."""
_LENGTH: Final = struct.Struct("<Q")


@dataclasses.dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a fact as bytes: all of an `Entry` but its context and the keys that the arrays hold."""

    key: str
    fact: Fact
    evidence_dates: tuple[Date, ...]
    negated: bool
    asking: tuple[bytes, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class KeptForm:
    """A question of a fact as it is read, with its keys."""

    question: Question
    keys: frozenset[str]


CONTEXTS: Final = Codec(ArticleContext)
KEPT: Final = Codec(Kept)
FORMS: Final = Codec(KeptForm)
MEETINGS: Final = Codec(MeetingEntry)
_words = msgspec.msgpack.Decoder(ArticleTerms)


class FactBytes(msgspec.Struct, array_like=True, frozen=True):
    """A fact as it goes from one process to another."""

    kept: bytes
    evidence: frozenset[str]
    answer: frozenset[str]
    nearby: frozenset[str]


class ArticleBytes(msgspec.Struct, array_like=True, frozen=True):
    """An article as it goes from one process to another."""

    meeting: bytes
    context: bytes
    words: bytes
    facts: list[FactBytes]


class ReadFile(msgspec.Struct, frozen=True):
    """What came of a file: how it looked before it was read, its SHA-256, when that was (ns); the article in bytes,
    or what is wrong with it."""

    look: tuple[int, int]
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
        status = path.stat()
        digest = hashlib.sha256(path.read_bytes()).digest()
        page = base.load_page(path)
    except BaseError as error:
        return ReadFile((0, 0), b"", now, b"", error.problems)
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); check its permissions"
        return ReadFile((0, 0), b"", now, b"", (Problem(str(path), None, reason),))
    if problem := base.misnamed(page.article.id, path):
        return ReadFile((0, 0), b"", now, b"", (problem,))
    article = msgspec.msgpack.encode(in_bytes(page.record()))
    return ReadFile((status.st_size, status.st_mtime_ns), digest, now, article, ())


def in_bytes(record: Record) -> ArticleBytes:
    """A record made ready, as bytes."""
    context, words, entries = entries_of(record)
    facts = [
        FactBytes(
            _squeezed(Kept(entry.key, entry.fact, entry.evidence_dates, entry.negated, _in_bytes(entry.asking))),
            entry.evidence,
            entry.answer,
            entry.nearby,
        )
        for entry in entries
    ]
    return ArticleBytes(
        MEETINGS.pack(meeting_entry(record)), CONTEXTS.pack(context), msgspec.msgpack.encode(words), facts
    )


def _squeezed(kept: Kept) -> bytes:
    """A fact's bytes, for half the memory and half the reading; taking them apart again costs microseconds."""
    return zlib.compress(KEPT.pack(kept), wbits=_RAW)


def kept_fact(data: bytes) -> Kept:
    """The fact that was kept as these bytes."""
    return KEPT.unpack(zlib.decompress(data, wbits=_RAW))


def asking_of(kept: Sequence[bytes]) -> Sequence[Form]:
    """The questions of a fact, each read from its bytes when it is asked for."""

    def read(at: int) -> Form:
        form = FORMS.unpack(kept[at])
        return form.question, form.keys

    return Lazy(len(kept), functools.cache(read))


def _in_bytes(asking: Iterable[Form]) -> tuple[bytes, ...]:
    return tuple(FORMS.pack(KeptForm(question, keys)) for question, keys in asking)


_article_bytes = msgspec.msgpack.Decoder(ArticleBytes)


def received(data: bytes) -> ArticleBytes:
    """The article that another process has sent."""
    return _article_bytes.decode(data)


def packed(article: ArticleBytes) -> Packed:
    """An article ready for the arrays."""
    context = CONTEXTS.unpack(article.context)
    year = int(context.when[:4]) if context.when else None
    meeting = context.record.meeting
    facts = []
    for fact in article.facts:
        kept = kept_fact(fact.kept)
        dates = tuple(_of_year(kept.evidence_dates, year))
        facts.append(
            FactKeys(kept.key, kept.fact.kind, fact.evidence, fact.answer, fact.nearby, dates, asking_of(kept.asking))
        )
    keys = ArticleKeys(
        id=context.record.article.id,
        when=context.when,
        meeting=context.meeting,
        title=frozenset(token.key for token in tokens(context.record.article.title or "")),
        topic=context.topic,
        capitals=context.capitals,
        article=context.article,
        names=context.names,
        acronyms=context.acronyms,
        dates=tuple(_of_year(context.dates, year)),
        series=fold(meeting.series) if meeting and meeting.series else "",
        words=_words.decode(article.words),
        facts=facts,
    )
    return Packed(keys, article.meeting, article.context, article.words, [fact.kept for fact in article.facts])


def _of_year(dates: Iterable[Date], year: int | None) -> Iterator[Date]:
    """The dates, with the year of their article where none is said."""
    return (dataclasses.replace(date, year=date.year or year) for date in dates)


def of_records(records: Iterable[Record]) -> Iterator[Packed]:
    """Records ready for the arrays."""
    return (packed(in_bytes(record)) for record in records)


def entry_of(
    kept: Kept, context: ArticleContext, evidence: frozenset[str], answer: frozenset[str], nearby: frozenset[str]
) -> Entry:
    """A fact as it was before it was kept."""
    asking = asking_of(kept.asking)
    return Entry(kept.key, kept.fact, context, evidence, answer, nearby, kept.evidence_dates, kept.negated, asking)


def stored(reader: ArrayFile, number: int) -> ArticleBytes:
    """An article as an index holds it, ready to go into another."""
    ends = reader.array("frame.facts")
    first, last = int(ends[number - 1]) if number else 0, int(ends[number])
    names = reader.texts("keys")
    facts = reader.texts("facts")

    def keys(section: str, fact: int) -> frozenset[str]:
        rows = RaggedArray(reader.array(f"{section}.keys"), reader.array(f"{section}.ends"))
        return frozenset(key for n in rows.of(fact) if not (key := names[int(n)].decode()).startswith("@"))

    return ArticleBytes(
        reader.texts("meetings")[number],
        reader.texts("frames")[number],
        reader.texts("words")[number],
        [
            FactBytes(facts[fact], keys("evidence", fact), keys("answer", fact), keys("nearby", fact))
            for fact in range(first, last)
        ],
    )


if __name__ == "__main__":
    work()
