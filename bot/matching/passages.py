"""Which sentences on record may answer a question, best first: BM25 over sentences and what they stand in.

A sentence is found by its own words, by those of the sentence before it, at a discount, and by those of its article's
title, meeting and dates (BM25F: Robertson, Zaragoza & Taylor 2004, with one weight a field).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final

import numpy as np

from bot.index.date_terms import agreeing_terms
from bot.index.postings import Floats, Ints, ResolvedTerm, spans
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


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """A sentence by the numbers of its article and of itself, with its BM25 score."""

    article: int
    sentence: int
    score: float


def passages(
    reader: IndexReader,
    terms: Sequence[ResolvedTerm],
    dates: Sequence[Date] = (),
    article: int | None = None,
    count: int = 24,
) -> list[Hit]:
    """The sentences that fit the terms of a question best, best first; of one article only, if its number is given.

    `terms` are weighed by how rare they are (`bot.matching.candidates.resolved`).
    """
    total = len(reader.sentence_lengths)
    if not total:
        return []
    lengths = reader.sentence_lengths.astype(np.float32)
    norm = np.float32(SATURATION) * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths / max(float(lengths.mean()), 1.0))
    scores = np.zeros(total, dtype=np.float32)
    begins = reader.sentences_end[:-1][reader.sentences_end[:-1] < total]
    dated = [ResolvedTerm(DATE_WEIGHT, [(int(n), 1.0) for n in reader.numbers(agreeing_terms(date))]) for date in dates]
    for term in [*terms, *dated]:
        frequency = _frequency(reader, term, begins)
        scores += term.weight * frequency * np.float32(SATURATION + 1) / (frequency + norm)
    if article is not None:
        first = reader.first_sentence(article)
        last = int(reader.sentences_end[article])
        best = (first + np.argsort(-scores[first:last], kind="stable")[:count]).astype(np.int32)
    else:
        best = _highest(scores, count)
    best = best[scores[best] > 0]
    owners = reader.article_of_sentences(best)
    return [Hit(int(a), int(s), float(scores[s])) for a, s in zip(owners, best, strict=True)]


def _frequency(reader: IndexReader, term: ResolvedTerm, begins: Ints) -> Floats:
    """How much of a term each sentence has: its best meaning there, in the sentence before and in the heading.

    `begins` are the first sentences of articles, before which none stands.
    """
    total = len(reader.sentence_lengths)
    own = np.zeros(total, dtype=np.float32)
    heading = np.zeros(total, dtype=np.float32)
    for number, worth in term.meanings:
        having = reader.sentence_postings.of(number)
        own[having] = np.maximum(own[having], np.float32(worth))
        headed = spans(reader.sentences_end, reader.title_postings.of(number))[0]
        heading[headed] = np.maximum(heading[headed], np.float32(worth))
    before = np.zeros(total, dtype=np.float32)
    before[1:] = own[:-1]
    before[begins] = 0
    found: Floats = own + np.float32(BEFORE) * before + np.float32(HEADING) * heading
    return found


def _highest(scores: Floats, count: int) -> Ints:
    """The places of the highest scores, highest first; of equals the first."""
    if count < len(scores):
        likely = np.flatnonzero(scores >= np.partition(scores, -count)[-count])
    else:
        likely = np.arange(len(scores))
    return likely[np.argsort(-scores[likely], kind="stable")][:count].astype(np.int32)
