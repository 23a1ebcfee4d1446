"""Which sentences on record may answer a question, best first: BM25 over sentences and what they stand in.

A sentence is found by its own words, by those of the sentence before it, at a discount, and by those of its article's
title, meeting and dates (BM25F: Robertson, Zaragoza & Taylor 2004, with one weight a field).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

import msgspec
import numpy as np

from bot.index.date_terms import agreeing_terms
from bot.index.postings import Floats, Ints, ResolvedTerm, best_meanings, spans
from bot.index.reader import IndexReader
from bot.question.named_dates import Date

BEFORE: Final = 0.5
"""What a term counts that only the sentence before has."""
HEADING: Final = 1.0
"""What a term counts that the title, the meeting or the dates of the article have."""
SATURATION: Final = 1.2
LENGTH_SHARE: Final = 0.6
"""BM25's k1 and b: how soon a repeated term counts no more, and how much long sentences are held back (0–1)."""
DATE_WEIGHT: Final = 1.0
"""What a date of the question counts that an article's meeting or publication has, as a term of this weight."""


class Hit(msgspec.Struct, frozen=True):
    """A sentence by the numbers of its article and of itself, with its BM25 score."""

    article: int
    sentence: int
    score: float


class SentenceScores:
    """How often the sentences have the terms of a question: counted once, however often the best are asked for."""

    def __init__(self, reader: IndexReader, terms: Sequence[ResolvedTerm], dates: Sequence[Date] = ()) -> None:
        """Take the terms, weighed by how rare they are (`bot.matching.query_terms.resolved`), and the dates."""
        self._reader, self._terms, self._dates = reader, terms, dates

    @functools.cached_property
    def _frequencies(self) -> list[tuple[float, Floats]]:
        """Each term's weight and its frequency in each sentence."""
        reader, total = self._reader, len(self._reader.sentence_lengths)
        begins = reader.sentences_end[(reader.sentences_end > 0) & (reader.sentences_end < total)]
        keys = (reader.numbers(agreeing_terms(date)) for date in self._dates)
        dated = [ResolvedTerm(DATE_WEIGHT, [(int(n), 1.0) for n in numbers]) for numbers in keys]
        return [(term.weight, _frequency(reader, term, begins)) for term in (*self._terms, *dated)]

    def best(self, articles: Ints | None = None, count: int = 24, length_share: float = LENGTH_SHARE) -> list[Hit]:
        """The sentences that fit best, best first; of some articles only, if these are given, by numbers in order.

        `length_share` is how much long sentences are held back (0–1).
        """
        reader, total = self._reader, len(self._reader.sentence_lengths)
        if not total:
            return []
        lengths = reader.sentence_lengths.astype(np.float32)
        norm = np.float32(SATURATION) * (1 - length_share + length_share * lengths / max(float(lengths.mean()), 1.0))
        scores = np.zeros(total, dtype=np.float32)
        for weight, frequency in self._frequencies:
            scores += weight * frequency * np.float32(SATURATION + 1) / (frequency + norm)
        if articles is not None:
            kept = spans(reader.sentences_end, articles)[0]
            admitted = np.zeros(total, dtype=np.float32)
            admitted[kept] = scores[kept]
            scores = admitted
        best = _highest(scores, reader, count)
        owners = reader.article_of_sentences(best)
        return [Hit(int(a), int(s), float(scores[s])) for a, s in zip(owners, best, strict=True)]


def _frequency(reader: IndexReader, term: ResolvedTerm, begins: Ints) -> Floats:
    """How much of a term each sentence has: its best meaning there, in the sentence before and in the heading.

    `begins` are the first sentences of articles but the first, to which the one before does not belong.
    """
    own = best_meanings(term, reader.sentence_postings, len(reader.sentence_lengths))
    heading = best_meanings(term, reader.title_postings, len(reader.sentences_end))
    found: Floats = own + np.float32(HEADING) * heading.repeat(np.diff(reader.sentences_end, prepend=np.int32(0)))
    before = np.float32(BEFORE) * own[:-1]
    before[begins - 1] = 0
    found[1:] += before
    return found


def _highest(scores: Floats, reader: IndexReader, count: int) -> Ints:
    """The sentences with the highest scores above 0, highest first; of equals those of the newest articles."""
    likely = np.flatnonzero(scores > 0).astype(np.int32)
    if count < len(likely):
        likely = likely[scores[likely] >= np.partition(scores[likely], -count)[-count]]
    when = reader.when[reader.article_of_sentences(likely)]
    best: Ints = likely[np.lexsort((-when, -scores[likely]))][:count]
    return best
