"""What stands in the arrays of an index: which terms a fact has and where, and which facts have a term.

Articles, facts and phrasings (a phrasing is one of the questions that ask for a fact) go by their numbers, in the order
of the articles' ids, and so do terms, in the order of their letters. Which of the facts answer a question is for
`bot.matching` to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.index.date_terms import agreeing_terms
from bot.index.dictionary import TermDictionary
from bot.index.file_format import ArrayFile, DamagedError
from bot.index.postings import Ints, RaggedArray, first_of_each, spans, union, within
from bot.index.signatures import MOST_LETTERS, digest, near
from bot.question.named_dates import Date


class IndexReader:
    """The arrays of an index by which facts are found.

    `evidence`, `answer`, `nearby` … hold the terms that each owner has in that place, `…_postings` the owners that
    have each term: articles, but for `fact_postings` and `sentence_postings`. `differing` holds, of facts, the facts
    that cannot be true beside them, `overruling` those of more weight among these, which are told in their place.
    """

    def __init__(self, file: ArrayFile, terms: TermDictionary) -> None:
        """Take the sections. Raises DamagedError if one is missing or they do not fit together."""
        self.terms = terms
        self.evidence = _keys(file, "evidence")
        self.answer = _keys(file, "answer")
        self.nearby = _keys(file, "nearby")
        self.meeting = _keys(file, "meeting")
        self.differing = _keys(file, "differs")
        self.overruling = _keys(file, "overrules")
        self.article_postings = _postings(file, "article")
        self.meeting_postings = _postings(file, "meeting")
        self.title_postings = _postings(file, "title")
        self.fact_postings = _postings(file, "fact")
        self.sentence_postings = _postings(file, "sentence")
        self.sentence_lengths = np.diff(file.array("sentence.ends"), prepend=np.int32(0))
        self.sentences_end = file.array("frame.sentences")
        self.sentence_of_fact = file.array("fact.sentence")
        self.phrasings_end = file.array("fact.phrasings")
        self.article_of = file.array("fact.frame")
        self.texts = file.texts("phrasing.text")
        self._letters = file.array("phrasing.letters")
        self._signatures = file.array("phrasing.signature")
        self._digests = file.array("digests")
        self._phrasing_of_digest = file.array("digests.phrasing")
        self.facts_end = file.array("frame.facts")
        self.when = file.array("frame.when")
        if len(self.phrasings_end) != len(self.article_of):
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

    def facts_of(self, articles: Ints) -> Ints:
        """The facts of articles."""
        return spans(self.facts_end, articles)[0].astype(np.int32)

    def facts_dated(self, dates: Sequence[Date]) -> Callable[[Ints], NDArray[np.bool_]]:
        """What tells of facts whether their meetings or articles have one of the dates."""
        terms = np.concatenate([self.numbers(agreeing_terms(date)) for date in dates])
        articles = union(list(map(self.title_postings.of, terms.tolist())))
        return lambda facts: within(self.article_of[facts], articles)

    def first_sentence(self, article: int) -> int:
        """The number of the first sentence of an article."""
        return int(self.sentences_end[article - 1]) if article else 0

    def facts_at(self, article: int, place: int) -> Ints:
        """The facts below the sentence at a place (from 0) of an article."""
        begin, end = int(self.facts_end[article - 1]) if article else 0, int(self.facts_end[article])
        return (np.flatnonzero(self.sentence_of_fact[begin:end] == place) + begin).astype(np.int32)

    def facts_below(self, sentences: Sequence[int]) -> Ints:
        """The facts below sentences, in the order of these."""
        wanted = np.array(sentences, dtype=np.int32)
        told = np.sort(self.article_of_sentences(wanted))
        facts = self.facts_of(told[first_of_each(told)])
        articles = self.article_of[facts]
        own = np.where(articles > 0, self.sentences_end[articles - 1], 0) + self.sentence_of_fact[facts]
        order = np.argsort(wanted)
        rank = order[np.minimum(wanted.searchsorted(own, sorter=order), len(wanted) - 1)]
        hit = wanted[rank] == own
        found: Ints = facts[hit][np.argsort(rank[hit], kind="stable")]
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


def _keys(file: ArrayFile, section: str) -> RaggedArray:
    return RaggedArray(file.array(f"{section}.keys"), file.array(f"{section}.ends"))


def _postings(file: ArrayFile, section: str) -> RaggedArray:
    return RaggedArray(file.array(f"{section}.postings"), file.array(f"{section}.postings.ends"))
