"""The facts that have nearly all that a question asks for, where they are few.

Most questions that are on record nearly word by word are answered by one of these: they cost microseconds, where all
sentences on record cost milliseconds.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

import numpy as np

from bot.index.postings import NONE, Ints, RaggedArray, ResolvedTerm, union, within
from bot.index.reader import IndexReader
from bot.question.named_dates import Date

ALIKE: Final = 0.85
"""Share of the question's weight that a fact must have by itself."""
FACTS: Final = 16
"""A longer list is not used: what so many facts have is no near copy of the question."""
CROWD: Final = 2048
"""Of more facts none is looked at."""


def shortlist(reader: IndexReader, terms: Sequence[ResolvedTerm], dates: Sequence[Date]) -> list[int]:
    """The facts (by their numbers) that have nearly all that is wanted; none if there would be many."""
    facts = _nearly_all(terms, reader.fact_postings)
    if len(facts) > FACTS and dates:
        facts = facts[reader.facts_dated(dates)(facts)]
    return facts.tolist() if len(facts) <= FACTS else []


def _nearly_all(terms: Sequence[ResolvedTerm], postings: RaggedArray) -> Ints:
    """The facts that lack no more than a share of the words' weight, none if they cannot be told from few.

    Such a fact has one of any words that weigh more together: of those that the fewest facts have.
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
        has = np.zeros(len(facts), dtype=bool)
        for key in keys:
            has |= within(facts, postings.of(key))
        lacking += np.float32(weight) * ~has
        kept = lacking <= spare
        facts, lacking = facts[kept], lacking[kept]
    return facts
