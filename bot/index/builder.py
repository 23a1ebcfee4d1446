"""Files of the base → articles ready for the index, in several processes where there are many."""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from bot.index import codec
from bot.index.codec import PackedArticle
from bot.index.entries import fact_id, sentence_id
from bot.index.file_format import ArrayFileWriter
from bot.index.writer import ArticleFields, Document, FactFields
from bot.question.named_dates import Date
from bot.question.tokens import normalized, plain, tokens
from facts import workers
from facts.disagreement import report_of
from facts.files import FileStat
from facts.folding import soften
from facts.model import Fact, Record
from facts.pages import base
from facts.pages.problems import BaseError, Problem

Write = Callable[[ArrayFileWriter], None]
PARALLEL_FROM: Final = 48
"""Files from which on more than one process pays."""
TOGETHER: Final = 64
"""Files that a process is handed at a time at most."""
SHARES: Final = 4
"""Into how many groups a process's part is cut at least, so that no process ends long before another."""


class ReadFile(msgspec.Struct, frozen=True):
    """What came of a file: how it looked before it was read, its SHA-256, when that was (ns); the article in bytes,
    or what is wrong with it."""

    stat: FileStat
    sha256: bytes
    read_ns: int
    article: bytes
    problems: tuple[Problem, ...]


def read_all(paths: Sequence[Path]) -> Iterator[ReadFile]:
    """Read files of a base, in order; what is wrong with one is told in its place."""
    processes = workers.processors()
    if len(paths) < PARALLEL_FROM or processes == 1:
        yield from map(read_file, paths)
        return
    share = min(TOGETHER, math.ceil(len(paths) / (SHARES * processes)))
    groups = [paths[first : first + share] for first in range(0, len(paths), share)]
    for group, read in zip(groups, workers.spread(_read_files, groups, processes), strict=True):
        # Those over which a process ended (no memory?) are read here.
        yield from map(read_file, group) if isinstance(read, workers.EndedError) else read


def _read_files(paths: Sequence[Path]) -> list[ReadFile]:
    return list(map(read_file, paths))


def read_file(path: Path) -> ReadFile:
    """Read a file of a base."""
    now = time.time_ns()
    stat, digest = FileStat(0, 0), b""
    if path.suffix != base.SUFFIX:
        return ReadFile(stat, digest, now, b"", (base.overlooked(path),))
    try:
        stat = FileStat.of(path.stat())
        digest = hashlib.sha256(path.read_bytes()).digest()
        page = base.load_page(path)
    except BaseError as error:
        return ReadFile(stat, digest, now, b"", error.problems)
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); check its permissions"
        return ReadFile(stat, digest, now, b"", (Problem(str(path), None, reason),))
    if problem := base.misnamed(page.article.id, path):
        return ReadFile(stat, digest, now, b"", (problem,))
    return ReadFile(stat, digest, now, codec.encode(codec.packed(page.record())), ())


def document(article: PackedArticle) -> Document:
    """An article ready for the arrays."""
    context = codec.context_of(article.context)
    year = int(context.when[:4]) if context.when else None
    meeting = context.record.meeting
    facts: list[FactFields] = []
    places: dict[str, int] = {}
    said: list[Fact] = []
    for packed in article.facts:
        stored = codec.fact_of(packed.stored)
        dates = tuple(_of_year(stored.evidence_dates, year))
        fact = stored.fact
        places[fact.id] = len(facts)
        said.append(fact)
        facts.append(
            FactFields(
                fact_id=stored.fact_id,
                evidence=packed.evidence,
                answer=packed.answer,
                nearby=packed.nearby,
                dates=dates,
                phrasings=codec.phrasings_of(stored),
                texts=[plain(soften(text)) for text in (fact.question, *fact.variants)],
                sentence=stored.sentence,
            )
        )
    own = context.record.article.id
    texts = codec.sentences_of(article.sentences)
    former_facts, former_sentences = _former_names(context.record, places, texts)
    told = msgspec.structs.replace(context.record, facts=tuple(said))
    fields = ArticleFields(
        id=context.record.article.id,
        when=context.when,
        meeting=context.meeting,
        title=frozenset(token.term for token in tokens(context.record.article.title or "")),
        article=context.article,
        dates=tuple(_of_year(context.dates, year)),
        series=normalized(meeting.series) if meeting and meeting.series else "",
        statistics=codec.statistics_of(article.statistics),
        facts=facts,
        sentences=article.terms,
        sentence_names=[int(sentence_id(own, text), 16) for text in texts],
        former_facts=former_facts,
        former_sentences=former_sentences,
        report=report_of(told, lambda: codec.sentences_of(article.sentences)),
    )
    return Document(fields, article)


def _former_names(
    record: Record, places: Mapping[str, int], texts: Sequence[str]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """What facts and sentences were called before, each with its place: when they had other ids, and the article too.

    `places` are those of the facts by their ids, `texts` the sentences.
    """
    facts = [(fact_id(article, name), at) for article in record.was for name, at in places.items()]
    sentences = [(sentence_id(article, text), at) for article in record.was for at, text in enumerate(texts)]
    for article in (record.article.id, *record.was):
        for each in record.former:
            name = fact_id(article, each.id)
            at = places.get(each.fact) if each.fact is not None else None
            if at is not None:
                facts.append((name, at))
            else:
                sentences.append((name, each.sentence))
    return [(int(name, 16), at) for name, at in facts], [(int(name, 16), at) for name, at in sentences]


def _of_year(dates: Iterable[Date], year: int | None) -> Iterator[Date]:
    """The dates, with the year of their article where none is said."""
    return (Date(date.year or year, date.month, date.day) for date in dates)


def documents(records: Iterable[Record]) -> Iterator[Document]:
    """Records ready for the arrays."""
    return (document(codec.packed(record)) for record in records)
