"""The words on record: how rare each is, and which of them a word of a question may mean.

A word meets another by its term (1.0), as its synonym, as derived from it, or as its misspelling. Rarity is the inverse
document frequency over the sentences on record (Spärck Jones 1972).
"""

from __future__ import annotations

import collections
import functools
import math
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.index.dictionary import TermDictionary
from bot.question import lexicon
from bot.question.tokens import stem, typo_limit
from bot.question.words import APART, GENERAL, STOP, SYNONYMS

SYNONYM = 0.9
SPECIAL = 0.85
DERIVED = 0.85
MISSPELT = 0.9
"""How much a word counts that is found as a synonym, as a special case, as a derivation, or misspelt."""
COMMONPLACE = 0.5
"""How much of its weight the commonest word keeps."""
LONG_STOP = sorted(word for word in STOP if len(word) > 3)
MEANINGS_KEPT = 16384
"""Words of questions whose meanings are held as they were last found."""
SHARED_START = 5
"""Letters that two words of one family share at least."""


class Vocabulary:
    """The words of a base, by term and by surface."""

    def __init__(self, terms: TermDictionary) -> None:
        """Take the terms on record."""
        self._terms = terms
        self._scale = math.log(1 + terms.sentences)
        self._rarity = functools.lru_cache(MEANINGS_KEPT)(self._weigh)
        self._meanings = functools.lru_cache(MEANINGS_KEPT)(self._read)

    def __contains__(self, term: str) -> bool:
        """Whether a word with this term is on record."""
        return term in self._terms

    def rarity(self, term: str, surface: str = "") -> float:
        """How rare a word is: 1 where it is not on record or once, toward 0.3 where every sentence has it.

        A word that is common in English (Zipf 5 and more) counts for less even where the record hardly has it.
        """
        return self._rarity(term, surface)

    def _weigh(self, term: str, surface: str) -> float:
        inverse = math.log(1 + self._terms.sentences / (1 + self._terms.frequency(term)))
        common = lexicon.zipf(surface) if surface else 0.0
        return (0.3 + 0.7 * min(1.0, inverse / self._scale)) * min(1.0, max(COMMONPLACE, (7.5 - common) / 2.5))

    def meanings(self, term: str, surface: str) -> Mapping[str, float]:
        """The terms on record that a word may mean, each with how much it counts (0–1)."""
        return self._meanings(term, surface)

    def is_stop_misspelt(self, surface: str) -> bool:
        """Whether a word is a misspelling of one that carries no content ("beeing")."""
        if len(surface) < 4 or lexicon.is_word(surface):
            return False
        return process.extractOne(surface, LONG_STOP, scorer=OSA.distance, score_cutoff=1) is not None

    def _read(self, term: str, surface: str) -> dict[str, float]:
        if term[0] in "=#" or term[0].isdigit():
            return {term: 1.0}
        found: dict[str, float] = {}
        roots = {term: 1.0}
        if term not in self._terms and not lexicon.is_word(surface):
            roots = self._corrected(surface) or roots
        for root, worth in roots.items():
            for near, share in self._near(root).items():
                found[near] = max(found.get(near, 0.0), worth * share)
        return found or {term: 1.0}

    def _near(self, term: str) -> dict[str, float]:
        found = {near: share for near, share in lexicon.related(term).items() if near in self._terms}
        found |= dict.fromkeys(self._family(term), DERIVED)
        found |= {near: SPECIAL for near in _special().get(term, ()) if near in self._terms}
        found |= {near: SYNONYM for near in _groups().get(term, ()) if near in self._terms}
        found |= {near: MISSPELT for near in (term + "+", term.rstrip("+")) if near in self._terms}
        return found | {term: 1.0}

    def _family(self, term: str) -> Iterable[str]:
        """Keys that share their beginning with one: "resign" and "resignation" where the stems differ."""
        if len(term) < SHARED_START:
            return
        for other in self._terms.starting(term[:SHARED_START]):
            if not other.isalpha():
                continue
            shared = next(
                (n for n, (a, b) in enumerate(zip(term, other, strict=False)) if a != b), min(len(term), len(other))
            )
            if shared >= SHARED_START and shared >= 0.75 * max(len(term), len(other)) and {term, other} not in _apart():
                yield other

    def _corrected(self, surface: str) -> dict[str, float]:
        """The terms of the words nearest in spelling (optimal string alignment distance), if near enough."""
        limit = typo_limit(surface)
        if not limit or not surface.isalnum():
            return {}
        close = self._terms.close(surface, limit, 8)
        near = [(word, term, distance) for word, term, distance in close if len(word) > 3 or distance == 0]
        best = min((distance for _, _, distance in near), default=0)
        return {term: MISSPELT for _, term, distance in near if distance == best}


@functools.cache
def _apart() -> frozenset[frozenset[str]]:
    """Pairs of terms that are no family."""
    return frozenset(frozenset(map(stem, line.split())) for line in APART)


@functools.cache
def _groups() -> dict[str, frozenset[str]]:
    """Term → the terms of its synonyms."""
    table: dict[str, set[str]] = collections.defaultdict(set)
    for line in SYNONYMS:
        terms = {stem(word) for word in line.split()}
        for term in terms:
            table[term] |= terms
    return {term: frozenset(terms - {term}) for term, terms in table.items()}


@functools.cache
def _special() -> dict[str, frozenset[str]]:
    """Term of a general word → the terms of its special cases."""
    return {stem(word): frozenset(map(stem, special.split())) for word, special in GENERAL.items()}
