"""`Question` × `Index` → the facts that answer it, each with a confidence.

The rule: **a fact is accepted only if every important word of the question is accounted for** by the fact's own
question, the sentence it quotes, its meeting or, at a discount, its article. An important word that the record does
not have ("How much did the conference *cost*?") leaves the question unanswered, however well the others fit.

Read top-down: `matches` takes the facts below the sentences whose words fit best (`bot.matching.passages`), `compare`
sets each beside the question, `bot.matching.features` puts their agreement into a few named numbers, and
`bot.matching.weights` turns these into a confidence (logistic regression, fitted by tests/bench/fit.py).
"""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Iterable, Sequence

import numpy as np

from bot.index import Index
from bot.index.date_terms import agreeing_terms
from bot.index.entries import Entry
from bot.index.postings import Ints, union, within
from bot.index.vocabulary import Vocabulary
from bot.matching import agreement
from bot.matching.features import LOOSE_END, Coverage, features
from bot.matching.overruling import without_overruled
from bot.matching.passages import SentenceScores
from bot.matching.query_terms import QueryTerm, query_terms, resolved
from bot.matching.shortlist import shortlist
from bot.matching.sort_meant import may_be_meant
from bot.matching.told_apart import is_of_another
from bot.matching.weights import ANSWER_AT, LITERAL, Features, confidence, score
from bot.matching.yes_no.held import put_so, verdict
from bot.question import Analysis, Question
from bot.question.cues import IDLE_TERMS
from bot.question.follow_up import BACKGROUND

SENTENCES = 48
"""Sentences whose facts are compared with a question."""
FACTS = 256
"""How many facts of these are compared at most."""
ALIKE = 8
"""More facts that are asked for letter by letter are not looked at: what so many ask names none of them."""
PLAIN_SCORE = 2.75
"""Score (log-odds) from which a fact that is asked for word by word needs no comparison with others."""
WHOLE = 0.95
"""Share of the question's weight that its own question must have for that, and of its own that the question has."""
AS_GOOD = 0.25
"""Of answers from several meetings whose scores (log-odds) differ by no more, the newest is given."""
SUGGESTIONS = 3
"""How many suggestions a reply carries at most."""
FAINT = 0.1
"""Confidence below which nobody is shown a fact."""
ANSWER_SCORE = math.log(ANSWER_AT / (1 - ANSWER_AT))
"""The log-odds from which a fact is given as the answer."""
_FAINT_SCORE = math.log(FAINT / (1 - FAINT))


@dataclasses.dataclass(frozen=True, slots=True)
class Match:
    """A fact that may answer a question. `said` is the answer where it is not the fact's own (a derived "Yes")."""

    entry: Entry
    features: Features
    score: float
    said: str | None = None

    @property
    def confidence(self) -> float:
        """The probability (0–1) that this is the answer."""
        return confidence(self.score)

    @property
    def answer(self) -> str:
        """What is answered."""
        return self.entry.fact.answer if self.said is None else self.said


def searched(question: Question, index: Index) -> SentenceScores:
    """How the sentences on record have the words and dates of a question."""
    terms = resolved(query_terms(question.analysis, index.vocabulary), index.reader)
    return SentenceScores(index.reader, terms, question.analysis.dates)


def matches(
    question: Question, index: Index, article: str | None = None, scores: SentenceScores | None = None
) -> list[Match]:
    """The facts that may answer a question, most confident first; of one article only, if it is named.

    `scores` are those of the question, where they are known.
    """
    number = index.number_of(article) if article is not None else None
    if article is not None and number is None:
        return []
    comparison, reader, dates = Comparison(question, index), index.reader, question.analysis.dates
    # What a person has put into other words than the sentence's is found by these.
    alike = [fact for fact in shortlist(reader, comparison.terms, dates) if number in (None, reader.article_of[fact])]
    articles = comparison.articles() if number is None else np.array([number])
    # A long sentence is held back no more than a short one: the facts below it are short.
    hits = (scores or SentenceScores(reader, comparison.terms, dates)).best(articles, SENTENCES, length_share=0.0)
    return comparison.of_facts([*alike, *reader.facts_below([hit.sentence for hit in hits])[:FACTS].tolist()])


def word_by_word(question: Question, index: Index) -> list[Match]:
    """The facts that a question asks for nearly word by word, most confident first; none where no fact surely is."""
    comparison = Comparison(question, index)
    for listed in (comparison.literal, lambda: shortlist(index.reader, comparison.terms, question.analysis.dates)):
        alike = comparison.of_facts(listed())
        if alike and is_plain(alike[0]):
            return alike
    return []


class Comparison:
    """A question set beside facts, whose words it may repeat letter by letter."""

    def __init__(self, question: Question, index: Index) -> None:
        """Look its words up in the index; `terms` are these by their numbers there."""
        self._analysis = question.analysis
        self._text = question.plain
        self._asked = query_terms(question.analysis, index.vocabulary)
        self._index = index
        self.terms = resolved(self._asked, index.reader)
        self._may_be_meant = may_be_meant(question, index)

    def articles(self) -> Ints | None:
        """The articles that have all names, dates and ordinals of the question: the facts of no others can answer it.
        None if it has none of these."""
        reader, asked = self._index.reader, self._analysis
        must = [reader.numbers(agreeing_terms(date)).tolist() for date in asked.dates]
        must += [reader.numbers([ordinal]).tolist() for ordinal in asked.ordinals]
        must += [
            [number for number, _ in term.meanings]
            for word, term in zip(self._asked, self.terms, strict=True)
            if word.word.name and not word.word.surface.isdigit()
        ]
        having = [union(list(map(reader.article_postings.of, numbers))) for numbers in must]
        return functools.reduce(lambda mine, its: mine[within(mine, its)], having) if having else None

    def literal(self) -> list[int]:
        """The facts that are asked for letter by letter; none if they are many."""
        reader = self._index.reader
        phrasings = reader.phrasings_spelled(self._text).tolist()
        if len(phrasings) > ALIKE:
            return []
        return [fact for phrasing in phrasings if self._is_literal(fact := reader.fact_of(phrasing), phrasing)]

    def of_facts(self, facts: Iterable[int]) -> list[Match]:
        """Those of some facts that may answer the question, or of what is told in their place, most confident first,
        without the faintest."""
        told = (each for fact in facts for each in self._index.reader.overruling.of(fact).tolist() or [fact])
        found = [match for fact in dict.fromkeys(told) if (match := self._of(fact)) and match.score >= _FAINT_SCORE]
        return _best_first(without_overruled(found))

    def _of(self, fact: int) -> Match | None:
        index, reader = self._index, self._index.reader
        if is_of_another(self._text, index.entries[fact]) or not self._may_be_meant(index.entries[fact].context):
            return None
        match = compare(self._analysis, self._asked, index.entries[fact], index.vocabulary)
        phrasings = range(reader.first_phrasing(fact), int(reader.phrasings_end[fact]))
        if match and any(self._is_literal(fact, at) for at in phrasings):
            return dataclasses.replace(match, score=match.score + LITERAL)
        return match

    def _is_literal(self, fact: int, phrasing: int) -> bool:
        """Whether a phrasing asks the question letter by letter, and names something: "Who came?" means any meeting."""
        reader = self._index.reader
        if reader.texts[phrasing].decode() != self._text:
            return False
        asked = self._index.entries[fact].phrasings[phrasing - reader.first_phrasing(fact)].analysis
        return bool(asked.dates or asked.ordinals) or any(word.name or word.capital for word in asked.words)


def is_plain(match: Match) -> bool:
    """Whether a fact is asked for word by word, and nothing else with it, so that hardly another can be meant."""
    return match.score >= PLAIN_SCORE and min(match.features.in_question, match.features.fact_covered) >= WHOLE


def compare(question: Analysis, asked: Sequence[QueryTerm], entry: Entry, vocabulary: Vocabulary) -> Match | None:
    """A fact as a match for a question by the phrasing that fits best; None if it cannot answer it."""
    if not agreement.dates_fit(question, entry) or not agreement.ordinals_fit(question, entry):
        return None
    if not agreement.selector_fits(question, entry):
        return None
    bare = all(w.word.term in IDLE_TERMS or w.word.scale <= BACKGROUND for w in asked)
    best: Match | None = None
    coverage = Coverage(question, asked, entry)
    for phrasing in entry.phrasings:
        said = agreement.derived_yes(question, phrasing.analysis, entry, asked)
        said = said or verdict(question, phrasing.analysis, entry) or put_so(question, phrasing, entry)
        found = features(question, asked, entry, phrasing, coverage, said is not None, vocabulary)
        if found is None or (bare and found.fact_missing_max > LOOSE_END):
            continue
        value = score(found)
        if best is None or value > best.score:
            best = Match(entry, found, value, said)
    return best


def _best_first(found: Iterable[Match]) -> list[Match]:
    """By score; of equals the newest first."""
    return sorted(found, key=lambda m: (-m.score, _reversed(m.entry.context.when), m.entry.fact_id))


def _reversed(when: str) -> tuple[int, ...]:
    """A sort key that puts the newest date first."""
    return tuple(-ord(c) for c in when)
