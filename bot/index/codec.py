"""What an index stores of articles and facts besides the arrays ⇄ bytes: MessagePack arrays of the fields in order.

Bytes of another form are refused, not half understood: the decoders raise `msgspec.MsgspecError`.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Sequence
from typing import Final

import msgspec

from bot.index.entries import ArticleContext, Entry, MeetingEntry, Phrasing, TermStatistics, entries_of, meeting_entry
from bot.index.file_format import ArrayFile
from bot.index.lazy import LazySequence
from bot.index.postings import RaggedArray
from bot.question.named_dates import Date
from facts.model import Fact, Record

_RAW: Final = -15
"""zlib's for: without a head and a sum, which the file has itself."""


class StoredFact(msgspec.Struct, array_like=True, frozen=True):
    """What is stored of a fact: all of an `Entry` but its context and the terms that the arrays hold."""

    fact_id: str
    fact: Fact
    evidence_dates: tuple[Date, ...]
    negated: bool
    phrasings: tuple[bytes, ...]


class PackedFact(msgspec.Struct, array_like=True, frozen=True):
    """A fact in bytes (`StoredFact`, compressed), with its terms by where they stand."""

    stored: bytes
    evidence: frozenset[str]
    answer: frozenset[str]
    nearby: frozenset[str]


class PackedArticle(msgspec.Struct, array_like=True, frozen=True):
    """An article in bytes (`MeetingEntry`, `ArticleContext`, `TermStatistics`): so it goes from one process to another,
    and from an older index into a newer one."""

    meeting: bytes
    context: bytes
    statistics: bytes
    facts: list[PackedFact]


encode: Final = msgspec.msgpack.Encoder().encode
meeting_of: Final = msgspec.msgpack.Decoder(MeetingEntry).decode
context_of: Final = msgspec.msgpack.Decoder(ArticleContext).decode
statistics_of: Final = msgspec.msgpack.Decoder(TermStatistics).decode
article_of: Final = msgspec.msgpack.Decoder(PackedArticle).decode
_stored_fact: Final = msgspec.msgpack.Decoder(StoredFact).decode
_phrasing: Final = msgspec.msgpack.Decoder(Phrasing).decode


def packed(record: Record) -> PackedArticle:
    """A record made ready, in bytes."""
    context, statistics, entries = entries_of(record)
    facts = [PackedFact(_compressed(entry), entry.evidence, entry.answer, entry.nearby) for entry in entries]
    return PackedArticle(encode(meeting_entry(record)), encode(context), encode(statistics), facts)


def _compressed(entry: Entry) -> bytes:
    """A fact's bytes, for half the memory and half the reading; taking them apart again costs microseconds."""
    phrasings = tuple(map(encode, entry.phrasings))
    stored = StoredFact(entry.fact_id, entry.fact, entry.evidence_dates, entry.negated, phrasings)
    return zlib.compress(encode(stored), wbits=_RAW)


def fact_of(data: bytes) -> StoredFact:
    """The fact that was stored as these bytes."""
    return _stored_fact(zlib.decompress(data, wbits=_RAW))


def phrasings_of(stored: StoredFact) -> Sequence[Phrasing]:
    """The questions that ask for a fact, each read from its bytes when it is looked at."""
    return LazySequence(len(stored.phrasings), functools.cache(lambda at: _phrasing(stored.phrasings[at])))


def article_in(file: ArrayFile, number: int) -> PackedArticle:
    """An article as an index holds it, ready to go into another."""
    ends = file.array("frame.facts")
    first, last = int(ends[number - 1]) if number else 0, int(ends[number])
    names = file.texts("keys")
    facts = file.texts("facts")

    def terms(section: str, fact: int) -> frozenset[str]:
        rows = RaggedArray(file.array(f"{section}.keys"), file.array(f"{section}.ends"))
        return frozenset(key for n in rows.of(fact) if not (key := names[int(n)].decode()).startswith("@"))

    return PackedArticle(
        file.texts("meetings")[number],
        file.texts("frames")[number],
        file.texts("words")[number],
        [
            PackedFact(facts[fact], terms("evidence", fact), terms("answer", fact), terms("nearby", fact))
            for fact in range(first, last)
        ],
    )
