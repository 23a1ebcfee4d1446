"""What stands in the arrays of an index: which terms a fact has and where, and which facts have a term.

Articles, facts and phrasings (a phrasing is one of the questions that ask for a fact) go by their numbers, in the order
of the articles' ids, and so do terms, in the order of their letters. Which of the facts answer a question is for
`bot.matching` to say.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.index.codes import MOST_LETTERS
from bot.index.date_terms import agreeing_terms
from bot.index.dictionary import TermDictionary
from bot.index.file_format import ArrayFile, DamagedError
from bot.index.postings import NONE, Ints, RaggedArray, spans, within
from bot.index.signatures import digest, near
from bot.question.named_dates import Date

_PAIRS: Final = 16
"""Pairs of a short and a long form that are looked at."""


class IndexReader:
    """The arrays of an index by which facts are found.

    `phrasing`, `evidence`, `answer` … hold the terms that each owner has in that place, `…_postings` the owners that
    have each term: articles, but for `fact_postings` and `sentence_postings`.
    """

    def __init__(self, file: ArrayFile, terms: TermDictionary) -> None:
        """Take the sections. Raises DamagedError if one is missing or they do not fit together."""
        self.terms = terms
        self.phrasing = _keys(file, "phrasing")
        self.evidence = _keys(file, "evidence")
        self.answer = _keys(file, "answer")
        self.nearby = _keys(file, "nearby")
        self.meeting = _keys(file, "meeting")
        self.topic = _keys(file, "topic")
        self.name = _keys(file, "name")
        self.article_postings = _postings(file, "article")
        self.meeting_postings = _postings(file, "meeting")
        self.title_postings = _postings(file, "title")
        self.capitals_postings = _postings(file, "capitals")
        self.fact_postings = _postings(file, "fact")
        self.sentence_postings = _postings(file, "sentence")
        self.sentence_lengths = np.diff(file.array("sentence.ends"), prepend=np.int32(0))
        self.sentences_end = file.array("frame.sentences")
        self.sentence_of_fact = file.array("fact.sentence")
        self.short, self.long = _Spelling(file, "short"), _Spelling(file, "long")
        self.weight = file.array("phrasing.weight")
        self.left = file.array("phrasing.left")
        self.phrasings_end = file.array("fact.phrasings")
        self.kind = file.array("fact.kind")
        self.article_of = file.array("fact.frame")
        self.texts = file.texts("phrasing.text")
        self._letters = file.array("phrasing.letters")
        self._signatures = file.array("phrasing.signature")
        self._digests = file.array("digests")
        self._phrasing_of_digest = file.array("digests.phrasing")
        self.phrasing_kind = file.array("phrasing.kind")
        self.phrasing_role = file.array("phrasing.role")
        self.phrasing_is = file.array("phrasing.is")
        self.phrasing_past = file.array("phrasing.past")
        self.phrasing_predicate = file.array("phrasing.predicate")
        self.facts_end = file.array("frame.facts")
        self.names_end = file.array("frame.names")
        self.when = file.array("frame.when")
        if len(self.phrasings_end) != len(self.kind) or len(self.article_of) != len(self.kind):
            raise DamagedError("of parts that do not fit")

    def terms_of(self, rows: RaggedArray, owner: int) -> frozenset[str]:
        """The terms that a fact or an article has in one of its places (`reader.evidence` …)."""
        return frozenset(map(self.terms.term, rows.of(owner).tolist()))

    def numbers(self, terms: Iterable[str]) -> Ints:
        """The numbers of those terms that are on record."""
        return np.array([number for number in map(self.terms.number, terms) if number >= 0], dtype=np.int32)

    def weighed_numbers(self, terms: Mapping[str, float]) -> list[tuple[int, float]]:
        """The numbers of those terms that are on record, each with what it is worth."""
        numbered = ((self.terms.number(term), worth) for term, worth in terms.items())
        return [(number, worth) for number, worth in numbered if number >= 0]

    def spelled_both_ways(self, terms: Collection[int]) -> list[int]:
        """The terms of the long forms of which all short forms' terms are among these, and the other way round."""
        more: set[int] = set()
        for here, there in ((self.short, self.long), (self.long, self.short)):
            if not any(map(here.postings.count, terms)):
                continue
            pairs = np.concatenate([NONE, *(here.postings.of(term) for term in terms)])
            if len(pairs):
                found, counts = np.unique(pairs, return_counts=True)
                whole = found[counts == here.sizes[found]]
                more.update(int(term) for pair in whole[:_PAIRS] for term in there.keys.of(int(pair)))
        return sorted(more.difference(terms))

    def facts_of(self, articles: Ints) -> Ints:
        """The facts of articles."""
        return spans(self.facts_end, articles)[0].astype(np.int32)

    def facts_dated(self, dates: Sequence[Date]) -> Callable[[Ints], NDArray[np.bool_]]:
        """What tells of facts whether their meetings or articles have one of the dates."""
        terms = np.concatenate([self.numbers(agreeing_terms(date)) for date in dates])
        articles = np.unique(np.concatenate([NONE, *map(self.title_postings.of, terms.tolist())]))
        return lambda facts: within(self.article_of[facts], articles)

    def first_sentence(self, article: int) -> int:
        """The number of the first sentence of an article."""
        return int(self.sentences_end[article - 1]) if article else 0

    def facts_at(self, article: int, place: int) -> Ints:
        """The facts below the sentence at a place (from 0) of an article."""
        facts = self.facts_of(np.array([article], dtype=np.int32))
        found: Ints = facts[self.sentence_of_fact[facts] == place]
        return found

    def article_of_sentences(self, sentences: Ints) -> Ints:
        """The articles that sentences are of."""
        return self.sentences_end.searchsorted(sentences, side="right").astype(np.int32)

    def phrasings_of(self, facts: Ints) -> tuple[Ints, NDArray[np.intp]]:
        """The phrasings of facts, and of which of them (by its place in `facts`) each is."""
        phrasings, whose = spans(self.phrasings_end, facts)
        return phrasings.astype(np.int32), whose

    def phrasings_near(self, text: str, facts: Ints, edits: int) -> Ints:
        """The phrasings of facts that may be within so many edits of a text (`bot.question.tokens.plain`)."""
        phrasings, _ = self.phrasings_of(facts)
        letters = min(len(text), MOST_LETTERS)
        phrasings = phrasings[np.abs(self._letters[phrasings].astype(np.int16) - letters) <= edits]
        return phrasings[near(text, self._signatures[phrasings], edits)]

    def phrasings_spelled(self, text: str) -> Ints:
        """The phrasings that are a text (`bot.question.tokens.plain`), in order."""
        wanted = np.uint64(digest(text))
        first, last = self._digests.searchsorted(wanted), self._digests.searchsorted(wanted, side="right")
        found: Ints = self._phrasing_of_digest[first:last]
        return found

    def first_texts(self, facts: Ints) -> list[bytes]:
        """What each of some facts is asked by first (`bot.question.tokens.plain`)."""
        return self.texts.take(np.where(facts > 0, self.phrasings_end[facts - 1], 0))

    def fact_of(self, phrasing: int) -> int:
        """The number of the fact that a phrasing asks for."""
        return int(self.phrasings_end.searchsorted(phrasing, side="right"))

    def first_phrasing(self, fact: int) -> int:
        """The number of the first phrasing of a fact."""
        return int(self.phrasings_end[fact - 1]) if fact else 0


class _Spelling:
    """The short forms of the pairs of a short and a long form on record, or the long ones."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.keys = _keys(file, name)
        self.postings = _postings(file, name)
        self.sizes = np.diff(self.keys.ends, prepend=np.int32(0))


def _keys(file: ArrayFile, section: str) -> RaggedArray:
    return RaggedArray(file.array(f"{section}.keys"), file.array(f"{section}.ends"))


def _postings(file: ArrayFile, section: str) -> RaggedArray:
    return RaggedArray(file.array(f"{section}.postings"), file.array(f"{section}.postings.ends"))
