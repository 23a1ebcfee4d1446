"""Articles made ready → the arrays of an index: which keys each fact has and where, and which facts have each key.

Terms are numbered in the order of their letters. `OWNER.keys` holds the terms of one owner after another, `OWNER.ends`
where each owner's end: owners are facts, sentences and articles. `postings` turn this round.
"""

from __future__ import annotations

import array
import collections
import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.index.codec import PackedArticle
from bot.index.date_terms import date_terms
from bot.index.dictionary import heads
from bot.index.entries import Phrasing, TermStatistics, fact_id
from bot.index.file_format import ArrayFileWriter
from bot.index.signatures import MOST_LETTERS, digest, signature, signatures
from bot.question.named_dates import Date
from facts.disagreement import Report, Side, disagreements, overruled

Ints = NDArray[np.int32]


@dataclasses.dataclass(frozen=True, slots=True)
class FactFields:
    """Where the keys of a fact stand, its phrasings, and how these are spelled (plain)."""

    fact_id: str
    evidence: frozenset[str]
    answer: frozenset[str]
    nearby: frozenset[str]
    dates: tuple[Date, ...]
    phrasings: Sequence[Phrasing]
    texts: Sequence[str]
    sentence: int


@dataclasses.dataclass(frozen=True, slots=True)
class ArticleFields:
    """Where the keys of an article stand, its dates (with their years), and when it was ("" if that is not known).

    Names that facts once had come with the place of the fact, or of the sentence, in the article that they lead to.
    `report` is what other articles may contradict.
    """

    id: str
    when: str
    meeting: frozenset[str]
    title: frozenset[str]
    article: frozenset[str]
    dates: tuple[Date, ...]
    series: str
    statistics: TermStatistics
    facts: Sequence[FactFields]
    sentences: Sequence[frozenset[str]]
    sentence_names: Sequence[int]
    report: Report | None = None
    former_facts: Sequence[tuple[int, int]] = ()
    former_sentences: Sequence[tuple[int, int]] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """An article ready for the index: the fields that are indexed, and what is stored of it and of its facts."""

    fields: ArticleFields
    stored: PackedArticle


def series_key(series: str) -> str:
    """The key under which the meetings of a series are found."""
    return f"${series}"


class _RaggedRows:
    """Numbers of keys, one owner's after another's."""

    def __init__(self) -> None:
        self.keys = array.array("i")
        self.ends = array.array("i")

    def add(self, keys: Iterable[int]) -> None:
        self.keys.extend(keys)
        self.ends.append(len(self.keys))


class IndexWriter:
    """Takes articles in the order of their ids and writes the sections of the index."""

    def __init__(self, writer: ArrayFileWriter) -> None:
        """Begin; sections of bytes are written as the articles come."""
        self._writer = writer
        self._ids: dict[str, int] = {}
        self._frequencies: collections.Counter[str] = collections.Counter()
        self._surfaces: dict[str, str] = {}
        self._sentences = 0
        self._rows: collections.defaultdict[str, _RaggedRows] = collections.defaultdict(_RaggedRows)
        self._texts = bytearray()
        self._texts_end = array.array("q")
        self._signatures = array.array("Q")
        self._digests = array.array("Q")
        self._columns: collections.defaultdict[str, array.array[int]] = collections.defaultdict(
            lambda: array.array("i")
        )
        self._fact_names: list[int] = []
        self._meetings: list[bytes] = []
        self._contexts: list[bytes] = []
        self._statistics: list[bytes] = []
        self._articles: list[bytes] = []
        self._sentence_texts: list[bytes] = []
        self._sentence_names: list[int] = []
        self._reports: list[Report] = []
        self._former: dict[str, list[tuple[int, int]]] = {"names": [], "sentence.names": []}

    def write(self, articles: Iterable[Document]) -> None:
        """Write the index of these articles."""
        self._writer.texts("facts", self._take(articles))
        self._writer.texts("meetings", self._meetings)
        self._writer.texts("frames", self._contexts)
        self._writer.texts("words", self._statistics)
        self._writer.texts("articles", self._articles)
        self._writer.texts("sentences.text", self._sentence_texts)
        self._finish()

    def _take(self, articles: Iterable[Document]) -> Iterator[bytes]:
        for document in articles:
            stored = document.stored
            self._meetings.append(stored.meeting)
            self._contexts.append(stored.context)
            self._statistics.append(stored.statistics)
            self._articles.append(document.fields.id.encode())
            self._sentence_texts.append(stored.sentences)
            self._add(document.fields)
            yield from (fact.stored for fact in stored.facts)

    def _add(self, article: ArticleFields) -> None:
        columns = self._columns
        statistics = article.statistics
        self._surfaces |= statistics.surfaces
        self._frequencies.update(statistics.frequencies)
        self._sentences += statistics.sentences
        dated = {key for date in article.dates for key in date_terms(date)}
        everything = set(article.article | article.meeting | dated)
        series = {series_key(article.series)} if article.series else set()
        self._rows["meeting"].add(self._numbers(article.meeting | dated | series))
        self._rows["title"].add(self._numbers(article.meeting | article.title | dated))
        columns["frame.when"].append(int("".join(c for c in article.when[:10] if c.isdigit()).ljust(8, "0") or 0))
        place = len(self._contexts) - 1
        first = len(self._fact_names), len(self._sentence_names)
        if article.report is not None:
            self._reports.append(article.report)
        self._former["names"] += [(name, first[0] + at) for name, at in article.former_facts]
        self._former["sentence.names"] += [(name, first[1] + at) for name, at in article.former_sentences]
        for fact in article.facts:
            own = {key for date in fact.dates for key in date_terms(date)}
            found = fact.evidence | fact.answer | own
            self._rows["evidence"].add(self._numbers(fact.evidence | own))
            self._rows["answer"].add(self._numbers(fact.answer))
            self._rows["nearby"].add(self._numbers(fact.nearby))
            for phrasing, text in zip(fact.phrasings, fact.texts, strict=True):
                found |= phrasing.terms
                self._add_text(text)
            columns["fact.phrasings"].append(len(self._texts_end))
            columns["fact.frame"].append(place)
            columns["fact.sentence"].append(fact.sentence)
            self._fact_names.append(int(fact.fact_id, 16))
            self._rows["fact"].add(self._numbers(found))
            everything |= found
        columns["frame.facts"].append(len(self._fact_names))
        for words, named in zip(article.sentences, article.sentence_names, strict=True):
            self._rows["sentence"].add(self._numbers(words))
            self._sentence_names.append(named)
        self._rows["article"].add(self._numbers(everything))
        columns["frame.sentences"].append(len(self._rows["sentence"].ends))

    def _add_text(self, text: str) -> None:
        self._texts += text.encode()
        self._texts_end.append(len(self._texts))
        self._columns["phrasing.letters"].append(min(len(text), MOST_LETTERS))
        self._signatures.append(signature(text))
        self._digests.append(digest(text))

    def _numbers(self, keys: Iterable[str]) -> list[int]:
        ids = self._ids
        return [ids.setdefault(key, len(ids)) for key in keys]

    def _finish(self) -> None:
        writer = self._writer
        for key in (*self._surfaces.values(), *self._frequencies):
            self._ids.setdefault(key, len(self._ids))
        keys = sorted(self._ids)
        rank = np.empty(len(keys), dtype=np.int32)
        rank[[self._ids[key] for key in keys]] = np.arange(len(keys), dtype=np.int32)
        spelled = frozenset(self._surfaces.values())
        writer.texts("keys", (key.encode() for key in keys))
        writer.array("keys.head", heads(key.encode() for key in keys))
        writer.array("keys.spelled", np.array([key in spelled for key in keys], dtype=np.uint8))
        frequency = np.array([self._frequencies.get(key, 0) for key in keys], dtype=np.int32)
        writer.array("keys.frequency", frequency)
        writer.array("sentences", np.array([max(self._sentences, 1)], dtype=np.int64))
        surfaces = sorted(self._surfaces, key=lambda surface: (len(surface), surface))
        writer.texts("spellings", (surface.encode() for surface in surfaces))
        writer.array(
            "spellings.key", rank[[self._ids[self._surfaces[surface]] for surface in surfaces]].astype(np.int32)
        )
        writer.array("spellings.signature", signatures(surfaces))
        writer.array("spellings.head", heads(surface.encode() for surface in surfaces))
        lengths = np.array([len(surface) for surface in surfaces], dtype=np.int32)
        starts = lengths.searchsorted(np.arange(int(lengths.max(initial=0)) + 2))
        writer.array("spellings.starts", starts.astype(np.int32))
        rows = {name: (rank[_ints(row.keys)], _ints(row.ends)) for name, row in self._rows.items()}
        nothing = (np.zeros(0, np.int32), np.zeros(0, np.int32))
        for name in ("evidence", "answer", "nearby", "meeting", "sentence"):
            found, ends = rows.get(name, nothing)
            writer.array(f"{name}.keys", found)
            writer.array(f"{name}.ends", ends)
        for name in ("article", "meeting", "title", "fact", "sentence"):
            found, ends = rows.get(name, nothing)
            owners, stops = postings(found, ends, len(keys))
            writer.array(f"{name}.postings", owners)
            writer.array(f"{name}.postings.ends", stops)
        writer.array("phrasing.text", np.frombuffer(self._texts, dtype=np.uint8))
        writer.array("phrasing.text.ends", np.frombuffer(self._texts_end, dtype=np.int64))
        writer.array("phrasing.signature", np.frombuffer(self._signatures, dtype=np.uint64))
        digests = np.frombuffer(self._digests, dtype=np.uint64)
        order = np.argsort(digests, kind="stable")
        writer.array("digests", digests[order])
        writer.array("digests.phrasing", order.astype(np.int32))
        differing = _differing(self._reports, self._fact_names)
        writer.array("differs.keys", _ints(differing.keys))
        writer.array("differs.ends", _ints(differing.ends))
        overruling = _overruling(self._reports, self._fact_names)
        writer.array("overrules.keys", _ints(overruling.keys))
        writer.array("overrules.ends", _ints(overruling.ends))
        for name, type_ in _COLUMNS.items():
            writer.array(name, _ints(self._columns[name]).astype(type_))
        for section, owner, listed in (
            ("names", "fact", self._fact_names),
            ("sentence.names", "sentence", self._sentence_names),
        ):
            former = self._former[section]
            names = np.array([*listed, *(name for name, _ in former)], dtype=np.uint64)
            owners = np.array([*range(len(listed)), *(at for _, at in former)], dtype=np.int32)
            order = np.argsort(names, kind="stable")
            writer.array(section, names[order])
            writer.array(f"{section}.{owner}", owners[order])


def _differing(reports: Iterable[Report], names: Sequence[int]) -> _RaggedRows:
    """By fact, the facts of other articles that cannot be true beside it, those of the newest articles first."""
    pairs = [(each.newer, each.older) for each in disagreements(reports)]
    return _rows([pair for newer, older in pairs for pair in ((newer, older), (older, newer))], names)


def _overruling(reports: Iterable[Report], names: Sequence[int]) -> _RaggedRows:
    """By fact, the facts of other articles that are told in its place."""
    return _rows(overruled(reports), names)


def _rows(pairs: Iterable[tuple[Side, Side]], names: Sequence[int]) -> _RaggedRows:
    """By fact, those that it is paired with, in their order."""
    found = [tuple(int(fact_id(side.article.id, side.fact.id), 16) for side in pair) for pair in pairs]
    numbers = {name: number for number, name in enumerate(names)} if found else {}
    paired: collections.defaultdict[int, list[int]] = collections.defaultdict(list)
    for one, other in found:
        paired[numbers[one]].append(numbers[other])
    rows = _RaggedRows()
    for number in range(len(names)):
        rows.add(dict.fromkeys(paired.get(number, ())))
    return rows


_COLUMNS: Final[Mapping[str, Any]] = {
    "fact.phrasings": np.int32, "fact.frame": np.int32, "fact.sentence": np.int32, "phrasing.letters": np.uint8,
    "frame.facts": np.int32, "frame.sentences": np.int32, "frame.when": np.int32,
}  # fmt: skip


def postings(keys: Ints, ends: Ints, count: int) -> tuple[Ints, Ints]:
    """Which owners have each of the keys 0 … count-1, in order: their numbers, and where each key's end."""
    lengths = np.diff(ends, prepend=np.int32(0))
    owners = np.repeat(np.arange(len(ends), dtype=np.int32), lengths)
    order = np.argsort(keys, kind="stable")
    return owners[order], np.cumsum(np.bincount(keys, minlength=count), dtype=np.int32)


def _ints(values: array.array[int]) -> Ints:
    return np.frombuffer(values, dtype=np.int32) if values else np.zeros(0, dtype=np.int32)
