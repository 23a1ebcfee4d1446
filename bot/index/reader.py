"""What stands in the arrays of an index: which terms a fact has and where, and which facts have a term.

Articles, facts and forms (a form is one of the questions that a fact answers) go by their numbers, in the order of the
articles' ids, and so do terms (the keys of words), in the order of their letters. Which of the facts answer a question
is for `bot.matching` to say.
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

    `form`, `evidence`, `answer` … hold the terms that each owner has in that place, `…_postings` the owners that have
    each term: articles, but for `fact_postings`.
    """

    def __init__(self, file: ArrayFile, terms: TermDictionary) -> None:
        """Take the sections. Raises DamagedError if one is missing or they do not fit together."""
        self.terms = terms
        self.form = _keys(file, "form")
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
        self.short, self.long = _Spelling(file, "short"), _Spelling(file, "long")
        self.weight = file.array("form.weight")
        self.left = file.array("form.left")
        self.forms_end = file.array("fact.forms")
        self.kind = file.array("fact.kind")
        self.article_of = file.array("fact.frame")
        self.texts = file.texts("form.text")
        self._letters = file.array("form.letters")
        self._signatures = file.array("form.signature")
        self._digests = file.array("digests")
        self._form_of_digest = file.array("digests.form")
        self.form_kind = file.array("form.kind")
        self.form_side = file.array("form.side")
        self.form_is = file.array("form.is")
        self.form_past = file.array("form.past")
        self.form_predicate = file.array("form.predicate")
        self.facts_end = file.array("frame.facts")
        self.names_end = file.array("frame.names")
        self.when = file.array("frame.when")
        if len(self.forms_end) != len(self.kind) or len(self.article_of) != len(self.kind):
            raise DamagedError("of parts that do not fit")

    def terms_of(self, rows: RaggedArray, owner: int) -> frozenset[str]:
        """The terms that a fact or an article has in one of its places (`reader.evidence` …)."""
        return frozenset(map(self.terms.key, rows.of(owner).tolist()))

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

    def forms_of(self, facts: Ints) -> tuple[Ints, NDArray[np.intp]]:
        """The forms of facts, and of which of them (by its place in `facts`) each is."""
        forms, whose = spans(self.forms_end, facts)
        return forms.astype(np.int32), whose

    def forms_near(self, text: str, facts: Ints, edits: int) -> Ints:
        """The forms of facts that may be within so many edits of a text (`bot.question.tokens.plain`)."""
        forms, _ = self.forms_of(facts)
        letters = min(len(text), MOST_LETTERS)
        forms = forms[np.abs(self._letters[forms].astype(np.int16) - letters) <= edits]
        return forms[near(text, self._signatures[forms], edits)]

    def forms_spelled(self, text: str) -> Ints:
        """The forms that are a text (`bot.question.tokens.plain`), in order."""
        wanted = np.uint64(digest(text))
        first, last = self._digests.searchsorted(wanted), self._digests.searchsorted(wanted, side="right")
        found: Ints = self._form_of_digest[first:last]
        return found

    def first_texts(self, facts: Ints) -> list[bytes]:
        """What each of some facts is asked by first (`bot.question.tokens.plain`)."""
        return self.texts.take(np.where(facts > 0, self.forms_end[facts - 1], 0))

    def fact_of(self, form: int) -> int:
        """The number of the fact that a form asks for."""
        return int(self.forms_end.searchsorted(form, side="right"))

    def first_form(self, fact: int) -> int:
        """The number of the first form of a fact."""
        return int(self.forms_end[fact - 1]) if fact else 0


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
