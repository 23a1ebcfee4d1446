"""Which meetings a text names, told from the names, dates and places of the meetings on record."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

import numpy as np

from bot.index import Index
from bot.index.date_terms import agreeing_terms
from bot.index.postings import Floats, Ints, RaggedArray, ResolvedTerm, best_meanings, union, within
from bot.index.reader import IndexReader
from bot.matching.overruling import SAME_NAME, is_of_same_meeting
from bot.matching.query_terms import QueryTerm, query_terms, resolved
from bot.question import Question
from bot.question.named_dates import Date
from facts.model import Meeting

NAMED_ALIKE: Final = 64
"""Meetings of like names that are told apart by more than the words of their names."""
REPORTS: Final = 8
"""A base with more articles is taken to tell of more than one meeting."""


def meetings_named(asked: Sequence[QueryTerm], reader: IndexReader) -> tuple[Ints, Floats]:
    """The articles whose meeting's name, date or place has words of a question, and how much of its weight."""
    shares = _having(resolved(asked, reader), reader.meeting_postings, reader)
    articles = np.flatnonzero(shares).astype(np.int32)
    return articles, shares[articles]


def only_meeting(index: Index) -> Meeting | None:
    """The only meeting on record; None where there are several, or articles without any."""
    if not 0 < len(index.contexts) <= REPORTS:
        return None
    first, *rest = index.contexts
    return first.record.meeting if all(is_of_same_meeting(first, other) for other in rest) else None


def meeting_meant(question: Question, index: Index) -> str | None:
    """The article of the newest meeting that a question without an answer names by half of its words or more."""
    asked = query_terms(question.analysis, index.vocabulary)
    total = sum(word.weight for word in asked)
    numbers, shares = meetings_named(asked, index.reader)
    best = max(zip(shares.tolist(), index.reader.when[numbers].tolist(), numbers.tolist(), strict=True), default=None)
    return index.article(best[-1]) if best and total and best[0] >= total / 2 else None


def latest(question: Question, index: Index) -> str | None:
    """The article of the newest of the meetings that a question names best, or of their series."""
    numbers, shares = meetings_named(query_terms(question.analysis, index.vocabulary), index.reader)
    found = newest(numbers[shares >= SAME_NAME * shares.max()] if len(numbers) else None, index.reader)
    return None if found is None else index.article(found)


def meetings_with(terms: Collection[str], dates: Sequence[Date], share: float, reader: IndexReader) -> list[int]:
    """The articles that have this share (0–1) of the terms in the names of the meeting or the title, and one of the
    dates; those that have most, and the newest, first."""
    wanted = [ResolvedTerm(1.0, [(number, 1.0)]) for number in reader.numbers(terms).tolist()]
    found = _having(wanted, reader.title_postings, reader)
    likely = found >= share * len(terms)
    if dates:
        keys = [key for date in dates for key in reader.numbers(agreeing_terms(date)).tolist()]
        likely &= within(np.arange(len(found), dtype=np.int32), union(list(map(reader.title_postings.of, keys))))
    articles = np.flatnonzero(likely)
    order = np.lexsort((-reader.when[articles], -found[articles]))
    return [int(article) for article in articles[order[:NAMED_ALIKE]]]


def of_same_meeting(number: int, index: Index) -> Iterator[int]:
    """The articles about the meeting that one of them is about, itself first."""
    mine = index.contexts[number]
    yield number
    for name in mine.names[:1] if mine.days else ():
        for other in meetings_with(name, mine.known_days, SAME_NAME, index.reader):
            if other != number and is_of_same_meeting(mine, index.contexts[other]):
                yield other


def _having(terms: Sequence[ResolvedTerm], postings: RaggedArray, reader: IndexReader) -> Floats:
    """How much of the words' weight each article has."""
    found = np.zeros(len(reader.when), dtype=np.float32)
    for term in terms:
        found += np.float32(term.weight) * best_meanings(term, postings, len(found))
    return found


def newest(articles: Ints | None, reader: IndexReader) -> int | None:
    """The newest of these articles and of those whose meetings are of their series; of all, if none are given."""
    if articles is None:
        articles = np.arange(len(reader.when), dtype=np.int32)
    else:
        terms = {int(term) for article in articles for term in reader.meeting.of(int(article))}
        series = [term for term in terms if reader.terms.term(term).startswith("$")]
        articles = union([articles, *(reader.meeting_postings.of(term) for term in series)])
    return int(articles[np.lexsort((articles, reader.when[articles]))[-1]]) if len(articles) else None
