"""`Question` × `Index` → the facts that answer it, each with a confidence.

The rule: **a fact is accepted only if every important word of the question is accounted for** by the fact's own
question, the sentence it quotes, its meeting or, at a discount, its article. An important word that the record does
not have ("How much did the conference *cost*?") leaves the question unanswered, however well the others fit.

Read top-down: `matches` takes candidates from the postings, `compare` sets each beside the question,
`bot.matching.features` puts their agreement into a few named numbers, and `bot.matching.weights` turns these into a
confidence (logistic regression, fitted by tests/bench/fit.py).
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Sequence

import numpy as np

from bot.index import Index
from bot.index.entries import Entry
from bot.index.postings import ResolvedTerm
from bot.index.vocabulary import Vocabulary
from bot.matching import agreement
from bot.matching.candidates import ranked, resolved
from bot.matching.features import LOOSE_END, coverage, features
from bot.matching.query_terms import QueryTerm, query_terms
from bot.matching.shortlist import PHRASINGS, shortlist
from bot.matching.weights import ANSWER_AT, LITERAL, Features, confidence, score
from bot.question import Analysis, Question
from bot.question.cues import IDLE_TERMS
from bot.question.follow_up import BACKGROUND

MOST = 96
"""How many phrasings of facts are compared word by word at most."""
MARGIN = 0.1
"""How much better (log-odds) a phrasing may turn out than the candidates' estimate says."""
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


def matches(
    question: Question,
    index: Index,
    article: str | None = None,
    wanted: int = SUGGESTIONS,
    *,
    all_of_them: bool = False,
) -> list[Match]:
    """The facts that may answer a question, most confident first; of one article only, if it is named.

    The best is among them, with what is nearly as good, and so are the next `wanted` that say something else, or, if
    the best is an answer, as many answers of other articles. With `all_of_them` every fact is compared, however long
    that takes.
    """
    analysis = question.analysis
    asked = query_terms(analysis, index.vocabulary)
    number = index.number_of(article) if article is not None else None
    if article is not None and number is None:
        return []
    comparison = _Comparison(question, asked, index)
    if all_of_them:
        entries = range(len(index.entries)) if number is None else index.reader.facts_of(np.array([number])).tolist()
        return _best_first(match for fact in entries if (match := comparison.of(fact)))
    terms = resolved(asked, index.reader)
    if number is None and wanted <= SUGGESTIONS:
        alike = _word_by_word(comparison, terms, question, index)
        if alike:
            return alike
    candidates = ranked(question, asked, terms, index.reader, number)
    found: dict[int, Match] = {}
    goal = _Goal(wanted)
    rows = zip(candidates.facts.tolist(), candidates.phrasings.tolist(), candidates.scores.tolist(), strict=True)
    compared = 0
    for fact, phrasing, estimate in rows:
        owner = int(index.reader.article_of[fact])
        if compared == MOST or goal.is_met(estimate + MARGIN):
            break
        if goal.needs_not(estimate + MARGIN, owner):
            continue
        compared += 1
        match = comparison.of(fact, phrasing)
        if match and _kept(found, fact, match):
            goal.note(match, owner)
    return _best_first(found.values())


def word_by_word(question: Question, index: Index) -> list[Match]:
    """The facts that a question asks for nearly word by word, most confident first; none where no fact surely is."""
    asked = query_terms(question.analysis, index.vocabulary)
    return _word_by_word(_Comparison(question, asked, index), resolved(asked, index.reader), question, index)


def _word_by_word(
    comparison: _Comparison, terms: Sequence[ResolvedTerm], question: Question, index: Index
) -> list[Match]:
    for listed in (comparison.literal, lambda: shortlist(index.reader, terms, question.analysis.dates)):
        alike = comparison.of_phrasings(listed())
        if alike and is_plain(alike[0]):
            return alike
    return []


class _Comparison:
    """A question set beside facts, whose words it may repeat letter by letter."""

    def __init__(self, question: Question, asked: Sequence[QueryTerm], index: Index) -> None:
        self._analysis = question.analysis
        self._text = question.plain
        self._asked = asked
        self._index = index

    def literal(self) -> list[tuple[int, int]]:
        """The facts and phrasings that ask the question letter by letter; none if they are many."""
        phrasings = self._index.reader.phrasings_spelled(self._text).tolist()
        if len(phrasings) > PHRASINGS:
            return []
        listed = [(self._index.reader.fact_of(phrasing), phrasing) for phrasing in phrasings]
        return [(fact, phrasing) for fact, phrasing in listed if self._is_literal(fact, phrasing)]

    def of(self, fact: int, phrasing: int | None = None) -> Match | None:
        """A fact as a match, by one of its phrasings or by the best; None if it cannot answer the question."""
        index, reader = self._index, self._index.reader
        first = reader.first_phrasing(fact)
        only = None if phrasing is None else phrasing - first
        match = compare(self._analysis, self._asked, index.entries[fact], index.vocabulary, only)
        phrasings = range(first, int(reader.phrasings_end[fact])) if phrasing is None else (phrasing,)
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

    def of_phrasings(self, phrasings: Iterable[tuple[int, int]]) -> list[Match]:
        """Facts by some of their phrasings, each by its best, most confident first."""
        found: dict[int, Match] = {}
        for fact, phrasing in phrasings:
            match = self.of(fact, phrasing)
            if match:
                _kept(found, fact, match)
        return _best_first(found.values())


def is_plain(match: Match) -> bool:
    """Whether a fact is asked for word by word, and nothing else with it, so that hardly another can be meant."""
    return match.score >= PLAIN_SCORE and min(match.features.in_question, match.features.fact_covered) >= WHOLE


def _kept(found: dict[int, Match], fact: int, match: Match) -> bool:
    """Keep a match if no phrasing of its fact fitted better so far; whether it was kept."""
    if fact in found and match.score <= found[fact].score:
        return False
    found[fact] = match
    return True


class _Goal:
    """Which matches are still wanted, given those that there are."""

    def __init__(self, wanted: int) -> None:
        self._wanted = wanted
        self._best = -math.inf
        self._said: dict[tuple[int, str], float] = {}
        self._answers: set[int] = set()

    def note(self, match: Match, article: int) -> None:
        """Take a match into account."""
        self._best = max(self._best, match.score)
        saying = article, match.answer
        self._said[saying] = max(match.score, self._said.get(saying, -math.inf))
        if match.score >= ANSWER_SCORE:
            self._answers.add(article)

    def is_met(self, most: float) -> bool:
        """Whether nothing that scores no more than `most` is wanted."""
        if most < _FAINT_SCORE:
            return True
        if most >= self._best - AS_GOOD:
            return False
        if self._best >= ANSWER_SCORE and self._wanted <= SUGGESTIONS:
            return most < ANSWER_SCORE or len(self._answers) > self._wanted
        return sum(score >= most for score in self._said.values()) >= self._wanted

    def needs_not(self, most: float, article: int) -> bool:
        """Whether of one article nothing is wanted that scores no more than `most`: it has said its answer."""
        answered = self._best >= ANSWER_SCORE and self._wanted <= SUGGESTIONS and article in self._answers
        return answered and most < self._best - AS_GOOD


def compare(
    question: Analysis, asked: Sequence[QueryTerm], entry: Entry, vocabulary: Vocabulary, only: int | None = None
) -> Match | None:
    """A fact as a match for a question by the phrasing that fits best, or by one of them (from 0) only;
    None if it cannot answer it."""
    if not agreement.dates_fit(question, entry) or not agreement.ordinals_fit(question, entry):
        return None
    if not agreement.selector_fits(question, entry):
        return None
    bare = all(w.word.term in IDLE_TERMS or w.word.scale <= BACKGROUND for w in asked)
    best: Match | None = None
    usual = coverage(question, asked, entry, derived=False)
    for phrasing in entry.phrasings if only is None else (entry.phrasings[only],):
        said = agreement.derived_yes(question, phrasing.analysis, entry, asked)
        covered = usual if said is None else coverage(question, asked, entry, derived=True)
        found = features(question, asked, entry, phrasing, covered, said is not None, vocabulary)
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
