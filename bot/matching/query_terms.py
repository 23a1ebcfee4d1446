"""A question's words made ready to be looked for: how much each weighs, and which terms on record it may mean."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from bot.index.postings import ResolvedTerm
from bot.index.reader import IndexReader
from bot.index.vocabulary import Vocabulary
from bot.question import Analysis, Word
from bot.question.cues import EVENT_TERMS

EVENT_SCALE = 0.25
"""How much a verb of holding counts where a question asks when, where or why something was."""


@dataclasses.dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word of a question, its weight and the terms on record that it may mean, each with how much it counts (0–1)."""

    word: Word
    weight: float
    meanings: Mapping[str, float]

    def found_in(self, terms: frozenset[str]) -> float:
        """How well the best of some terms stands for the word (0–1).

        >>> word = QueryTerm(Word("chair", "chaired"), 1.0, {"chair": 1.0, "presid": 0.9})
        >>> word.found_in(frozenset({"presid", "who"}))
        0.9
        """
        best = 0.0
        for term, worth in self.meanings.items():
            if worth > best and term in terms:
                best = worth
        return best


def query_terms(question: Analysis, vocabulary: Vocabulary) -> tuple[QueryTerm, ...]:
    """The words of a question with their weights and meanings, without misspelt words that carry no content."""
    bare = question.answer_type in ("when", "where", "why", "how", "yes_no")
    return tuple(
        QueryTerm(
            word,
            vocabulary.rarity(word.term, word.surface)
            * (min(word.scale, EVENT_SCALE) if bare and word.term in EVENT_TERMS else word.scale),
            vocabulary.meanings(word.term, word.surface),
        )
        for word in question.words
        if word.term in vocabulary or not vocabulary.is_stop_misspelt(word.surface)
    )


def meanings_of(terms: Sequence[str | None], asked: Sequence[QueryTerm]) -> Mapping[str, float]:
    """What the word of a question with one of these terms may mean; nothing if it has none."""
    return next((w.meanings for w in asked if w.word.term in terms), {})


def resolved(asked: Sequence[QueryTerm], reader: IndexReader) -> list[ResolvedTerm]:
    """The words of a question by the numbers that what they may mean has in an index."""
    return [ResolvedTerm(word.weight, reader.weighed_numbers(word.meanings)) for word in asked]
