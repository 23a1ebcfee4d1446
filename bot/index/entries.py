"""A record made ready for questions: its facts with the terms of their words, its meeting, its dates.

A fact's words are kept by where they stand: in its question, in the sentence it quotes, in its answer, in the name,
date and place of its meeting, elsewhere in its article. `bot.matching.features` weighs them by that.
"""

from __future__ import annotations

import bisect
import collections
import datetime
import functools
import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from bot.index.short_forms import common_in
from bot.question import Analysis, named_dates, read
from bot.question.named_dates import Date
from bot.question.tokens import Token, tokens
from facts.expressions import expression
from facts.model import Fact, Meeting, Record

TOPICAL = 3
"""A word that stands in this many sentences is one of the article's topics, as are those of its title and its first."""
NEARBY = 2
"""How many sentences before the quoted one are its neighbourhood."""
_GENERAL_MEETING: Final = expression(r"\b(?:annual|emergency|extraordinary|special) general meeting\b", re.IGNORECASE)
"""What is called by its first letters: an AGM, an EGM."""
_BEHIND_NAME: Final = expression(r"(?: (?:[A-Z][\w’'-]*|\([A-Z][\w–-]*[A-Z0-9]\)))*")
"""What may stand behind a meeting's name with its short form: "the 9th Forum of the Delta (DF) Ministers (DFM-9)"."""
LEAD = 4
"""In so many of its first passages an article tells what its meeting is called in short."""
_NO_DATE: Final = expression(r"\b(?:to|yester|mon|tues|wednes|thurs|fri|satur|sun)day\b|\btomorrow\b", re.IGNORECASE)
"""What tells a day without its date, which the question of a fact names."""


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
    """A meeting on record, for a list of them. `date` is ISO with its precision, `was` the ids that its article had,
    `known_as` is that of its record."""

    article: str
    name: str
    date: str | None
    place: str | None
    source: str | None
    was: tuple[str, ...] = ()
    known_as: Meeting | None = None


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

    @property
    def days(self) -> tuple[Date, ...]:
        """The days of the meeting, as far as they are known."""
        return _days_of(self.record.meeting)

    @property
    def known_days(self) -> tuple[Date, ...]:
        """Its days, and those on which its articles have it where a person put that right."""
        return (*self.days, *_days_of(self.record.known_as))

    def spelled_both_ways(self, terms: frozenset[str]) -> frozenset[str]:
        """The terms, with the long form of each acronym among them and the acronym of each long form."""
        for short, long in self.acronyms:
            if short <= terms or long <= terms:
                terms = terms | short | long
        return terms


class Entry(msgspec.Struct, frozen=True):
    """A fact with the terms of its words. `evidence_dates` are the dates of its evidence and its answer, and of its
    questions where the evidence names the day alone; `phrasings` the questions that ask for it, `sentence` the place
    (from 0) in its article of the sentence in which its evidence begins."""

    fact_id: str
    fact: Fact
    context: ArticleContext
    evidence: frozenset[str]
    answer: frozenset[str]
    nearby: frozenset[str]
    evidence_dates: tuple[Date, ...]
    negated: bool
    phrasings: Sequence[Phrasing]
    sentence: int = 0


class _Texts:
    """The texts of an article, each cut into tokens once, the questions read by the reader of users' questions."""

    def __init__(self, record: Record) -> None:
        self.questions = [text for fact in record.facts for text in (fact.question, *fact.variants)]
        quoted = sorted(record.facts, key=lambda fact: fact.span)
        self.sentences = list(dict.fromkeys(fact.evidence for fact in quoted))
        """The sentences that the facts of the article quote, in their order."""
        self.passages = [sentence.text for sentence in record.sentences] or self.sentences
        """All sentences of the article, or those, where a record has no others."""
        self.question = functools.cache(read)
        self.tokens = functools.cache(tokens)
        self.content = functools.cache(lambda text: tuple(filter(_counts, self.tokens(text))))
        """The words of a text that carry content."""

    def terms(self, *texts: str) -> frozenset[str]:
        """The terms of the words of texts that carry content."""
        return frozenset(t.term for text in texts for t in self.content(text))

    def asked(self) -> Iterator[Token]:
        """The words of the questions that carry content."""
        return (t for text in self.questions for t in self.question(text).tokens if _counts(t))


def _counts(token: Token) -> bool:
    """Whether a word carries content: countries and ordinals do, whatever they are called."""
    return not token.is_stop or token.term[0] in "#="


class Sentence(msgspec.Struct, array_like=True, frozen=True):
    """A sentence of an article with its terms, acronyms spelled both ways: what the reader is shown as a passage."""

    text: str
    terms: frozenset[str]


class Indexed(NamedTuple):
    """A record made ready: what its facts share, its words, its facts, its sentences in order."""

    context: ArticleContext
    statistics: TermStatistics
    entries: list[Entry]
    sentences: list[Sentence]


def entries_of(record: Record) -> Indexed:
    """What the facts of a record share, its words, its facts and its sentences."""
    texts = _Texts(record)
    context, statistics = _context(record, texts)
    sentences = [Sentence(text, context.spelled_both_ways(texts.terms(text))) for text in texts.passages]
    return Indexed(context, statistics, list(_entries(record, context, texts)), sentences)


def fact_id(article: str, fact: str) -> str:
    """What names a fact (16 hex digits) for as long as the ids of its article and of itself within it stay."""
    return hashlib.sha256(f"{article}\n{fact}".encode()).hexdigest()[:16]


def sentence_id(article: str, text: str) -> str:
    """What names a sentence (16 hex digits) for as long as its article's id and its own words stay."""
    return hashlib.sha256(f"{article}\n\n{text}".encode()).hexdigest()[:16]


def meeting_entry(record: Record) -> MeetingEntry:
    """The meeting of a record, or the article in its place."""
    article, meeting = record.article, record.meeting
    date = article.date.isoformat() if article.date and not record.undated else None
    name = meeting.name if meeting else article.title or article.id
    return MeetingEntry(
        article.id,
        name,
        (meeting and meeting.date) or date,
        meeting.place if meeting else None,
        article.source,
        record.was,
        record.known_as,
    )


def _context(record: Record, texts: _Texts) -> tuple[ArticleContext, TermStatistics]:
    """What the facts of an article share, and its words with how often they stand there."""
    article, meeting = record.article, record.meeting
    names = [*_names_of(meeting), *_names_of(record.known_as)] if meeting else [article.title or ""]
    names += _short_names(meeting, texts.passages[:LEAD]) if meeting else []
    scene = [article.source or "", *names]
    scene += ["meeting", meeting.place or "", meeting.format or ""] if meeting else []
    title = texts.terms(article.title or "")
    sentences = collections.Counter(term for sentence in texts.passages for term in texts.terms(sentence))
    common = common_in(texts.passages)
    acronyms = tuple(_acronyms(record, texts, common))
    in_meeting = named = texts.terms(*scene)
    for short, long in acronyms:
        if short <= in_meeting or long <= in_meeting:
            in_meeting |= short | long
    number = {f"#{meeting.number}"} if meeting and meeting.number else set()
    frequent = {term for term, count in sentences.items() if count >= TOPICAL}
    context = ArticleContext(
        record=msgspec.structs.replace(record, facts=(), sentences=()),
        meeting=in_meeting | number,
        topic=title | texts.terms(*texts.sentences[:1]) | frequent,
        capitals=frozenset(t.term for text in texts.sentences for t in texts.content(text)[1:] if t.capital),
        article=named | title | sentences.keys() | {t.term for t in texts.asked()} | texts.terms(*sum(common, ())),
        dates=_dates(article.date, meeting, record.known_as),
        ordinals=frozenset(number | {term for term in in_meeting | title if term.startswith("#")}),
        when=_held(meeting) or (article.date.isoformat() if article.date else ""),
        acronyms=acronyms,
        names=tuple(filter(None, map(texts.terms, names))),
    )
    written = [t for text in (*scene, article.title or "", *texts.passages) for t in texts.content(text)]
    forms = [token for pair in common for form in pair for token in texts.content(form)]
    written += forms
    surfaces = {t.surface: t.term for t in (*written, *texts.asked()) if " " not in t.surface}
    unwritten = {token.term for token in forms} - sentences.keys()
    frequencies = collections.Counter(named) + sentences + collections.Counter(unwritten)
    return context, TermStatistics(surfaces, dict(frequencies), max(1, len(texts.passages)))


def _held(meeting: Meeting | None) -> str | None:
    """When a meeting was, by its date if that begins with a year: a person may have written anything."""
    date = meeting.date if meeting else None
    return date if date and date[:4].isdecimal() else None


def _names_of(meeting: Meeting | None) -> list[str]:
    """What a meeting is called: "the club's annual general meeting" is "the club's AGM", too."""
    if meeting is None:
        return []
    names = [meeting.name, *meeting.aliases, meeting.series or ""]
    short = (_GENERAL_MEETING.sub(lambda match: _initials(match[0]), name) for name in names)
    return list(dict.fromkeys((*names, *short)))


def _short_names(meeting: Meeting, passages: Sequence[str]) -> Iterator[str]:
    """What passages call a meeting in short, in brackets right behind its name, or behind what goes on with it."""
    for passage in passages:
        begin = passage.find(meeting.name)
        behind = _BEHIND_NAME.match(passage, begin + len(meeting.name)) if begin >= 0 else None
        yield from re.findall(r"\(([^()]+)\)", behind[0]) if behind else ()


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split()).upper()


def _days_of(meeting: Meeting | None) -> tuple[Date, ...]:
    return named_dates.days_of_meeting(meeting.date) if meeting is not None and meeting.date else ()


def _dates(published: datetime.date | None, *held: Meeting | None) -> tuple[Date, ...]:
    """When a meeting was held, also by what its article has, and its article published."""
    found = tuple(dict.fromkeys(day for meeting in held for day in _days_of(meeting)))
    if published:
        found += (Date(published.year, published.month, published.day),)
    return found


def _acronyms(
    record: Record, texts: _Texts, common: Sequence[tuple[str, str]]
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Pairs of an acronym's terms and its long form's: common ones, those of the meeting's names, and definitions."""
    pairs = list(common)
    if record.meeting:
        pairs += [(alias, record.meeting.name) for alias in record.meeting.aliases]
        called = " / ".join((*_names_of(record.meeting), *_names_of(record.known_as)))
        pairs += [(_initials(words), words) for words in _GENERAL_MEETING.findall(called)]
    for fact in record.facts:
        if fact.kind == "definition":
            pairs += [(name, fact.answer) for name in _defined(fact)]
    for short, long in pairs:
        short_terms, long_terms = texts.terms(short), texts.terms(long)
        compact = all(any(c.isupper() for c in part) for part in short.split()) and len(short) < len(long) / 2
        if short_terms and len(long_terms) > 1 and compact and not short_terms & long_terms:
            yield short_terms, long_terms


def _defined(fact: Fact) -> Iterator[str]:
    """What a definition says the meaning of: "LVFC" in "What does LVFC stand for?"."""
    for text in (fact.question, *fact.variants):
        words = text.rstrip("?").split()
        if text.startswith("What does ") and text.rstrip("?").endswith("stand for"):
            yield " ".join(words[2:-2])


def _entries(record: Record, context: ArticleContext, texts: _Texts) -> Iterator[Entry]:
    """The facts of an article, with where their terms stand."""
    places = {sentence: place for place, sentence in enumerate(texts.sentences)}
    begins = [sentence.span[0] for sentence in record.sentences]

    def terms(*parts: str) -> frozenset[str]:
        return context.spelled_both_ways(texts.terms(*parts))

    def phrasing(text: str) -> Phrasing:
        asked = texts.question(text).analysis
        return Phrasing(asked, context.spelled_both_ways(asked.terms | set(asked.ordinals)))

    for fact in record.facts:
        phrasings = tuple(map(phrasing, (fact.question, *fact.variants)))
        dates, _ = named_dates.named(tokens(named_dates.spelled_out(f"{fact.evidence} {fact.answer}")))
        if isinstance(fact.value, str):
            dates += named_dates.iso_dates(fact.value)
        if _NO_DATE.search(fact.evidence):
            dates += tuple(date for asked in phrasings for date in asked.analysis.dates)
        place = places[fact.evidence]
        answer = terms(fact.answer, *(fact.value if isinstance(fact.value, list) else ()))
        besides = terms(fact.evidence.replace(fact.answer, " ", 1))
        # Names put together from their lines stand in the quote all the same: there they are the answer.
        put_together = isinstance(fact.value, list) and fact.answer not in fact.evidence
        yield Entry(
            fact_id=fact_id(record.article.id, fact.id),
            fact=fact,
            context=context,
            evidence=besides - answer if put_together else besides,
            answer=answer,
            nearby=terms(*texts.sentences[max(0, place - NEARBY) : place]),
            evidence_dates=dates,
            negated=any(t.surface in ("not", "no", "never") for t in texts.tokens(fact.evidence)),
            phrasings=phrasings,
            sentence=max(0, bisect.bisect_right(begins, fact.span[0]) - 1) if begins else place,
        )
