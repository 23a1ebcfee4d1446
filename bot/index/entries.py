"""A record made ready for questions: its facts with the keys of their words, its meeting, its dates.

A fact's words are kept by where they stand: in its question, in the sentence it quotes, in its answer, in the name,
date and place of its meeting, elsewhere in its article. `bot.matching.features` weighs them by that.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime
import hashlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bot.question import Analysis, named_dates, read
from bot.question.named_dates import Date
from bot.question.tokens import Token, tokens
from facts.model import Fact, Record

TOPICAL = 3
"""A word that stands in this many sentences is one of the article's topics, as are those of its title and its first."""
NEARBY = 2
"""How many sentences before the quoted one are its neighbourhood."""


class Phrasing(msgspec.Struct, array_like=True, frozen=True):
    """One of the questions that ask for a fact: what it asks for, and its terms, acronyms spelled both ways."""

    analysis: Analysis
    terms: frozenset[str]


class TermStatistics(msgspec.Struct, array_like=True, frozen=True):
    """The words of an article: surface → term, term → in how many sentences, and how many sentences there are."""

    surfaces: dict[str, str]
    frequencies: dict[str, int]
    sentences: int


class MeetingEntry(msgspec.Struct, array_like=True, frozen=True):
    """A meeting on record, for a list of them. `date` is ISO with its precision."""

    article: str
    name: str
    date: str | None
    place: str | None
    source: str | None


class ArticleContext(msgspec.Struct, array_like=True, frozen=True):
    """What the facts of one article share: its meeting's words, all its words, its dates, when it was."""

    record: Record
    meeting: frozenset[str]
    topic: frozenset[str]
    capitals: frozenset[str]
    article: frozenset[str]
    dates: tuple[Date, ...]
    ordinals: frozenset[str]
    when: str
    acronyms: tuple[tuple[frozenset[str], frozenset[str]], ...]
    names: tuple[frozenset[str], ...]

    def spelled_both_ways(self, keys: frozenset[str]) -> frozenset[str]:
        """The keys, with the long form of each acronym among them and the acronym of each long form."""
        for short, long in self.acronyms:
            if short <= keys or long <= keys:
                keys = keys | short | long
        return keys


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """A fact with the keys of its words. `phrasings` are the questions that ask for it."""

    key: str
    fact: Fact
    context: ArticleContext
    evidence: frozenset[str]
    answer: frozenset[str]
    nearby: frozenset[str]
    evidence_dates: tuple[Date, ...]
    negated: bool
    phrasings: Sequence[Phrasing]


def entries_of(record: Record) -> tuple[ArticleContext, TermStatistics, list[Entry]]:
    """What the facts of a record share, its words, and its facts."""
    context, surfaces, counts = _context(record)
    statistics = TermStatistics(surfaces, dict(counts), max(1, len({fact.evidence for fact in record.facts})))
    return context, statistics, list(_entries(record, context))


def fact_key(article: str, fact: str) -> str:
    """What names a fact (16 hex digits) for as long as the ids of its article and of itself stay."""
    return hashlib.sha256(f"{article}\n{fact}".encode()).hexdigest()[:16]


def meeting_entry(record: Record) -> MeetingEntry:
    """The meeting of a record, or the article in its place."""
    article, meeting = record.article, record.meeting
    date = article.date.isoformat() if article.date else None
    name = meeting.name if meeting else article.title or article.id
    return MeetingEntry(
        article.id, name, (meeting and meeting.date) or date, meeting.place if meeting else None, article.source
    )


def _context(record: Record) -> tuple[ArticleContext, dict[str, str], collections.Counter[str]]:
    """The context of an article, its words (surface → term), and in how many sentences each key stands."""
    article, meeting = record.article, record.meeting
    names = [article.source or ""]
    called: list[str] = []
    title = _words([article.title or ""])
    if meeting:
        called += [meeting.name, *meeting.aliases, meeting.series or ""]
        names += [
            "meeting",
            meeting.name,
            *meeting.aliases,
            meeting.place or "",
            meeting.format or "",
            meeting.series or "",
        ]
    words = _words(names)
    meeting_keys = frozenset(t.term for t in words)
    counts: collections.Counter[str] = collections.Counter(meeting_keys)
    surfaces = {t.surface: t.term for t in (*words, *title) if " " not in t.surface}
    everything = {*meeting_keys, *(t.term for t in title)}
    capitals: set[str] = set()
    sentences: collections.Counter[str] = collections.Counter()
    for evidence in _sentences(record):
        found = _words([evidence])
        keys = {t.term for t in found}
        sentences.update(keys)
        everything |= keys
        capitals |= {t.term for t in found[1:] if t.capital}
        surfaces |= {t.surface: t.term for t in found if " " not in t.surface}
    counts.update(sentences)
    lead = {t.term for t in _words(_sentences(record)[:1])}
    topic = {t.term for t in title} | lead | {key for key, count in sentences.items() if count >= TOPICAL}
    for fact in record.facts:
        found = _words([fact.question, *fact.variants])
        everything |= {t.term for t in found}
        surfaces |= {t.surface: t.term for t in found if " " not in t.surface}
    acronyms = tuple(_acronyms(record))
    for short, long in acronyms:
        if short <= meeting_keys or long <= meeting_keys:
            meeting_keys |= short | long
    number = {f"#{meeting.number}"} if meeting and meeting.number else set()
    context = ArticleContext(
        record=Record(record.article, record.meeting, ()),
        meeting=meeting_keys | number,
        topic=frozenset(topic),
        capitals=frozenset(capitals),
        article=frozenset(everything),
        dates=_dates(article.date, meeting.date if meeting else None),
        ordinals=frozenset({k for k in (*meeting_keys, *(t.term for t in title)) if k.startswith("#")} | number),
        when=(meeting.date if meeting and meeting.date else None) or (article.date.isoformat() if article.date else ""),
        acronyms=acronyms,
        names=tuple(filter(None, (frozenset(t.term for t in _words([name])) for name in called))),
    )
    return context, surfaces, counts


def _sentences(record: Record) -> list[str]:
    """The sentences that the facts of an article quote, in their order."""
    return list(dict.fromkeys(fact.evidence for fact in sorted(record.facts, key=lambda fact: fact.span)))


def _words(texts: Iterable[str]) -> list[Token]:
    return [t for text in texts if text for t in tokens(text) if not t.is_stop or t.term[0] in "#="]


def _dates(published: datetime.date | None, held: str | None) -> tuple[Date, ...]:
    found = named_dates.iso_dates(held or "")
    if published:
        found += (Date(published.year, published.month, published.day),)
    return found


def _acronyms(record: Record) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Pairs of an acronym's keys and its long form's, from the meeting's names and the definitions."""
    pairs: list[tuple[str, str]] = []
    if record.meeting:
        pairs += [(alias, record.meeting.name) for alias in record.meeting.aliases]
    for fact in record.facts:
        if fact.kind == "definition":
            pairs += [(name, fact.answer) for name in _defined(fact)]
    for short, long in pairs:
        short_keys = frozenset(t.term for t in _words([short]))
        long_keys = frozenset(t.term for t in _words([long]))
        compact = all(any(c.isupper() for c in part) for part in short.split()) and len(short) < len(long) / 2
        if short_keys and len(long_keys) > 1 and compact and not short_keys & long_keys:
            yield short_keys, long_keys


def _defined(fact: Fact) -> Iterator[str]:
    for text in (fact.question, *fact.variants):
        words = text.rstrip("?").split()
        if text.startswith("What does ") and text.rstrip("?").endswith("stand for"):
            yield " ".join(words[2:-2])


def _entries(record: Record, context: ArticleContext) -> Iterator[Entry]:
    sentences = _sentences(record)
    places = {sentence: place for place, sentence in enumerate(sentences)}
    for fact in record.facts:
        key = fact_key(record.article.id, fact.id)
        answer = _words([fact.answer, *(fact.value if isinstance(fact.value, list) else ())])
        rest = (
            _words([fact.evidence.replace(fact.answer, " ", 1)])
            if fact.answer in fact.evidence
            else _words([fact.evidence])
        )
        answer_keys = context.spelled_both_ways(frozenset(t.term for t in answer))
        evidence_keys = context.spelled_both_ways(frozenset(t.term for t in rest))
        dates, _ = named_dates.named(tokens(named_dates.spelled_out(f"{fact.evidence} {fact.answer}")))
        if isinstance(fact.value, str):
            dates += named_dates.iso_dates(fact.value)
        negated = any(t.surface in ("not", "no", "never") for t in tokens(fact.evidence))
        place = places[fact.evidence]
        nearby = context.spelled_both_ways(frozenset(t.term for t in _words(sentences[max(0, place - NEARBY) : place])))
        readings = [read(text).analysis for text in (fact.question, *fact.variants)]
        phrasings = tuple(Phrasing(q, context.spelled_both_ways(q.terms | set(q.ordinals))) for q in readings)
        yield Entry(key, fact, context, evidence_keys, answer_keys, nearby, dates, negated, phrasings)
