"""The phrasings of facts that ask what the user asks, nearly word by word, where there are few.

For most questions one of these answers, and no more need be looked at: this costs a tenth of an estimate of all.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from bot.index.postings import NONE, Ints, RaggedArray, ResolvedTerm, union, within
from bot.index.reader import IndexReader
from bot.question.named_dates import Date

ALIKE: Final = 0.85
"""Share of the question's weight that a phrasing must have by itself."""
PHRASINGS: Final = 8
"""A longer list is not used: what so many ask is no near copy of the question."""
FEW: Final = 4
"""No fact is left out of so few."""
FACTS: Final = 64
"""Of more facts the phrasings are not looked at."""
CROWD: Final = 2048
"""Of more facts none is looked at."""

Gains = Mapping[int, Sequence[tuple[int, float]]]
"""What each key brings to which words of a question: their places, and how much of the weight."""


def shortlist(reader: IndexReader, terms: Sequence[ResolvedTerm], dates: Sequence[Date]) -> list[tuple[int, int]]:
    """Facts and phrasings (by their numbers) that have nearly all that is wanted; none if there would be many."""
    facts = _nearly_all(terms, reader.fact_postings)
    if len(facts) > FACTS and dates:
        facts = facts[reader.facts_dated(dates)(facts)]
    if len(facts) > FACTS:
        return []
    gains: dict[int, list[tuple[int, float]]] = {}
    for at, word in enumerate(terms):
        for key, worth in word.meanings:
            gains.setdefault(key, []).append((at, worth * word.weight))
    least = ALIKE * sum(word.weight for word in terms)
    found = [(fact, phrasing) for fact in facts.tolist() for phrasing in _alike(reader, fact, gains, least)]
    if len(found) > PHRASINGS and dates:
        dated = reader.facts_dated(dates)(np.array([fact for fact, _ in found], dtype=np.int32))
        found = list(itertools.compress(found, dated.tolist()))
    return found if len(found) <= PHRASINGS else []


def _alike(reader: IndexReader, fact: int, gains: Gains, least: float) -> Iterator[int]:
    """The phrasings of a fact that have so much of the words' weight."""
    for phrasing in range(reader.first_phrasing(fact), int(reader.phrasings_end[fact])):
        best: dict[int, float] = {}
        for key in reader.phrasing.of(phrasing).tolist():
            for at, gain in gains.get(key, ()):
                if gain > best.get(at, 0.0):
                    best[at] = gain
        if sum(best.values()) >= least:
            yield phrasing


def _nearly_all(terms: Sequence[ResolvedTerm], postings: RaggedArray) -> Ints:
    """The facts that may have a phrasing that is alike, none if they are many.

    Such a phrasing lacks no more than a share of the words' weight, so it has one of any words that weigh more
    together: of those that the fewest facts have. Then facts are left out word by word that lack too much.
    """
    spare = (1.0 - ALIKE) * sum(word.weight for word in terms)
    lists = sorted(
        (sum(postings.count(key) for key, _ in word.meanings), word.weight, [key for key, _ in word.meanings])
        for word in terms
    )
    weights = itertools.accumulate(weight for _, weight, _ in lists)
    first = next((at for at, weight in enumerate(weights, 1) if weight > spare), 0)
    if not 0 < sum(count for count, _, _ in lists[:first]) <= CROWD:
        return NONE
    facts = union([postings.of(key) for _, _, keys in lists[:first] for key in keys])
    lacking = np.zeros(len(facts), dtype=np.float32)
    for _, weight, keys in lists:
        if len(facts) <= FEW:
            break
        has = np.zeros(len(facts), dtype=bool)
        for key in keys:
            has |= within(facts, postings.of(key))
        lacking += np.float32(weight) * ~has
        kept = lacking <= spare
        facts, lacking = facts[kept], lacking[kept]
    return facts
