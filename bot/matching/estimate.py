"""What the phrasings of some facts may score against a question, told from the arrays of the index alone.

The same sums as in `bot.matching.features`, for many phrasings at once, but as if all were well that only the texts can
tell: that an answer is of the right sort, that a "Yes" follows. So it is hardly ever less than what comparing finds.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.index.codes import DATED, IDENTITY, KIND_CODE, KINDS, NEGATED, PAST_CODE, ROLE_CODE
from bot.index.date_terms import agreeing_terms
from bot.index.postings import (
    NONE,
    Floats,
    Ints,
    RaggedArray,
    ResolvedTerm,
    first_of_each,
    grouped,
    probed,
    weighed,
    within,
)
from bot.index.reader import IndexReader
from bot.matching import agreement
from bot.matching.features import (
    IN_ANSWER,
    IN_ARTICLE,
    IN_EVIDENCE,
    IN_MEETING,
    IN_NEARBY,
    IN_TOPIC,
    LOOSE_END,
)
from bot.matching.query_terms import QueryTerm
from bot.matching.term_weights import TermWeights
from bot.matching.weights import BIAS, LITERAL, WEIGHTS
from bot.question import Question
from bot.question.cues import IDLE_TERMS, MEETING_TERMS


@dataclasses.dataclass(frozen=True, slots=True)
class Candidates:
    """Forms of facts, best first, with the score (log-odds) that each may have."""

    facts: Ints
    phrasings: Ints
    scores: Floats

    def __len__(self) -> int:
        """How many there are."""
        return len(self.phrasings)


NOBODY: Final = Candidates(NONE, NONE, np.zeros(0, np.float32))


class Estimate:
    """What the phrasings of some facts may score."""

    def __init__(
        self,
        reader: IndexReader,
        question: Question,
        asked: Sequence[QueryTerm],
        terms: Sequence[ResolvedTerm],
        facts: Ints,
    ) -> None:
        """`terms` are the words that are asked for as the index numbers them; the facts are in order."""
        self._reader = reader
        self._question = question.analysis
        self._plain = question.plain
        self._asked = asked
        self._facts = facts
        self._terms = terms
        self._weights = np.array([word.weight for word in terms], dtype=np.float32)
        keys = {key for word in terms for key, _ in word.meanings}
        # The other spelling of an acronym is nothing that a word means, but said all the same.
        self._worth = TermWeights(terms, reader.spelled_both_ways(keys))

    def best(self) -> Candidates:
        """The phrasings that may answer, best first."""
        if not len(self._facts):
            return NOBODY
        facts = self._facts
        phrasings, whose = self._reader.phrasings_of(facts)
        kinds, derived = self._kinds(phrasings, whose)
        fit = np.flatnonzero(kinds > 0.0)
        kept, whose = grouped(whose[fit])
        self._facts = facts = facts[kept]
        phrasings = phrasings[fit]
        scores = self._scores(phrasings, whose, kinds[fit], derived[fit])
        order = np.argsort(-scores, kind="stable")
        order = order[: int(np.count_nonzero(scores > -np.inf))]
        return Candidates(facts[whose[order]], phrasings[order], scores[order])

    def _found(self, rows: RaggedArray, owners: Ints) -> Floats:
        """How well each owner has each word (0–1)."""
        at, whose = rows.spans(owners)
        hit, at_row = self._worth.hits(rows.values[at])
        return self._worth.spread(whose[hit], at_row, len(owners))

    def _scores(
        self, phrasings: Ints, whose: NDArray[np.intp], kinds: NDArray[np.float64], derived: NDArray[np.bool_]
    ) -> Floats:
        """The estimate for each phrasing; `whose` is the place of its fact, `kinds` how well the answer's type fits."""
        reader, question, asked, w = self._reader, self._question, self._asked, self._weights
        facts = self._facts
        articles, article_at = grouped(reader.article_of[facts])
        at_article = article_at[whose]
        total = float(w.sum()) or 1.0

        at, of_phrasing = reader.phrasing.spans(phrasings)
        hit, rows = self._worth.hits(reader.phrasing.values[at])
        here = self._worth.spread(of_phrasing[hit], rows, len(phrasings))
        answer_at, of_answer = reader.answer.spans(facts)
        answer_hit, answer_rows = self._worth.hits(reader.answer.values[answer_at])
        answer = self._worth.spread(of_answer[answer_hit], answer_rows, len(facts))
        evidence = self._found(reader.evidence, facts)
        meeting = self._found(reader.meeting, articles)
        may = [agreement.may_stand_in_answer(question, word.word) for word in asked]
        in_answer = np.where(derived[:, None], 1.0, IN_ANSWER * np.array(may, dtype=np.float32)) * answer[whose]

        in_question = weighed(here, w) / total
        score = BIAS + WEIGHTS.in_question * in_question
        in_evidence, reach = _gain(here, (IN_EVIDENCE * evidence)[whose], w, total)
        in_meeting, reach = _gain(reach, (IN_MEETING * meeting)[at_article], w, total)
        gain, reach = _gain(reach, in_answer, w, total)
        score += WEIGHTS.in_evidence * in_evidence + WEIGHTS.in_meeting * in_meeting + WEIGHTS.in_answer * gain
        if question.answer_type == "yes_no":
            score[((1.0 - reach) * w).max(axis=1, initial=0.0) > LOOSE_END] = -np.inf
        if (reach < 1.0).any():
            around = (
                (WEIGHTS.in_nearby, (IN_NEARBY * self._found(reader.nearby, facts))[whose]),
                (WEIGHTS.in_topic, (IN_TOPIC * self._found(reader.topic, articles))[at_article]),
                (WEIGHTS.in_article, (IN_ARTICLE * self._anywhere(articles, reach))[at_article]),
            )
            for weight, worth in around:
                gain, reach = _gain(reach, worth, w, total)
                score += weight * gain
            lacking = (1.0 - reach) * w
            names = self._names(articles)[at_article]
            score += WEIGHTS.missing_name_max * np.where(names, lacking, 0.0).max(axis=1, initial=0.0)
            score += WEIGHTS.missing_max * np.where(names, 0.0, lacking).max(axis=1, initial=0.0)
        score += WEIGHTS.answer_type * kinds + WEIGHTS.derived * derived
        score += WEIGHTS.evidence_only * in_evidence * (1.0 - in_question)
        if in_meeting.any() and not any(word.word.term in MEETING_TERMS for word in asked):
            score += WEIGHTS.meeting_only * in_meeting * (1.0 - self._named(articles))[at_article]

        full = reader.weight[at] * np.float32(1 / 255)
        own = reader.left[at] * np.float32(1 / 255)
        best = self._worth.said[rows]
        part = np.bincount(of_phrasing[hit], full[hit] * best, minlength=len(phrasings))
        own[hit] = full[hit]
        whole = np.bincount(of_phrasing, own, minlength=len(phrasings))
        score += WEIGHTS.fact_covered * np.where(whole > 0, part / np.maximum(whole, 1e-6), 1.0)
        own[hit] *= 1.0 - best
        some = first_of_each(of_phrasing)
        score[of_phrasing[some]] += WEIGHTS.fact_missing_max * np.maximum.reduceat(own, some) if len(some) else 0.0

        if question.answer_type != "yes_no":
            told = np.bincount(of_answer[answer_hit], minlength=len(facts)) / np.maximum(
                np.bincount(of_answer, minlength=len(facts)), 1
            )
            score += WEIGHTS.echoed * told[whose]
            score[(told >= 1.0)[whose] & (reader.kind[facts][whose] != _DEFINITION)] = -np.inf
        focus = self._place_of(question.focus[-1:])
        if focus is not None:
            met = np.maximum(here[:, focus], np.maximum(answer[whose, focus], evidence[whose, focus] / 2))
            score += WEIGHTS.focus * (met - 1.0)
        score += self._of_phrasing(phrasings, here)
        score += LITERAL * within(phrasings, reader.phrasings_spelled(self._plain))
        return score.astype(np.float32)

    def _place_of(self, keys: Sequence[str | None]) -> int | None:
        return next((at for at, word in enumerate(self._asked) if word.word.term in keys), None)

    def _anywhere(self, articles: Ints, reach: Floats) -> Floats:
        """How well each article has each word, as far as that adds to what is reached."""
        found = np.zeros((len(articles), len(self._asked)), dtype=np.float32)
        for at in np.flatnonzero(reach.min(axis=0, initial=1.0) < IN_ARTICLE).tolist():
            found[:, at] = probed(self._terms[at], self._reader.article_postings, articles)
        return found

    def _names(self, articles: Ints) -> NDArray[np.bool_]:
        """Which words of the question are names or numbers in each article."""
        reader = self._reader
        names = np.zeros((len(articles), len(self._asked)), dtype=bool)
        for at, word in enumerate(self._asked):
            if word.word.name:
                names[:, at] = True
            elif (number := reader.terms.number(word.word.term)) >= 0:
                names[:, at] = within(articles, reader.capitals_postings.of(number))
        return names

    def _named(self, articles: Ints) -> Floats:
        """How far the question names each meeting by one of its names (0–1)."""
        reader = self._reader
        ends = reader.names_end
        shares = np.zeros(len(articles), dtype=np.float32)
        for at, article in enumerate(articles):
            for name in range(int(ends[article - 1]) if article else 0, int(ends[article])):
                keys = reader.name.of(name).tolist()
                if keys:
                    shares[at] = max(shares[at], sum(key in self._worth for key in keys) / len(keys))
        return shares

    def _kinds(self, phrasings: Ints, whose: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """How well the type of answer fits that each phrasing wants (NaN: not at all), and where "Yes" may follow."""
        reader, question = self._reader, self._question
        gives = agreement.GIVES[question.answer_type]
        table = np.array([gives.get(kind, 0.0) for kind in KINDS] + [0.0])
        kind = reader.kind[self._facts][whose]
        fit = np.maximum(table[kind], np.where(kind == _DEFINITION, 0.0, table[reader.phrasing_kind[phrasings]]))
        derived = np.zeros(len(phrasings), dtype=bool)
        if question.answer_type == "yes_no":
            derived = np.isin(kind, _LISTING) & (not question.negated)
            fit = np.where(derived, agreement.DERIVED_YES, np.where(kind == _YES_NO, fit, 0.0))
        else:
            fit = np.where(kind == _YES_NO, 0.0, fit)
        more = agreement.SUBTYPE_GIVES.get(question.answer_subtype)
        if more:
            fit = np.maximum(fit, np.array([more.get(kind, 0.0) for kind in KINDS])[kind])
        if question.answer_subtype == "long_form":
            fit = np.where(kind == _DEFINITION, fit, 0.0)
        return np.where(fit > 0.0, fit, np.nan), derived

    def _of_phrasing(self, phrasings: Ints, here: Floats) -> NDArray[np.float64]:
        """What the way adds in which a phrasing asks: its verb, tense, who did it or what was done, "not", a date."""
        reader, question = self._reader, self._question
        what, role = reader.phrasing_is[phrasings], reader.phrasing_role[phrasings]
        score = np.zeros(len(phrasings))
        predicate = np.zeros(len(phrasings))
        if question.predicate is not None and question.predicate not in IDLE_TERMS:
            verb = self._place_of((question.predicate,))
            predicate = np.where(here[:, verb] > 0, 1.0, -1.0) if verb is not None else predicate - 1.0
            score += WEIGHTS.predicate * predicate
        own = reader.phrasing_predicate[phrasings]
        score += WEIGHTS.fact_predicate * np.where(own < 0, 0.0, np.where(within(own, self._worth.numbers), 1.0, -1.0))
        if question.past is not None:
            past = reader.phrasing_past[phrasings]
            score -= WEIGHTS.tense * ((past > 0) & (past != PAST_CODE[question.past]))
        if question.asked_role is not None:
            score += WEIGHTS.asked_role * np.where(
                role == 0, 0.0, np.where(role == ROLE_CODE[question.asked_role], 1.0, -1.0)
            )
        if question.answer_type in ("who", "what", "which", "definition"):
            mine = question.answer_subtype in ("identity", "role") or question.answer_type == "definition"
            its = (what & IDENTITY) > 0
            identity = np.where(its == mine, float(mine), -1.0)
            score += WEIGHTS.identity * np.maximum(identity, np.where(predicate > 0, 0.0, -1.0))
        score -= WEIGHTS.polarity * (((what & NEGATED) > 0) != question.negated)
        if question.dates:
            dated = (what & DATED) > 0
            agree = np.ones(len(phrasings), dtype=bool)
            at, whose = reader.phrasing.spans(phrasings)
            for date in question.dates:
                hit = within(reader.phrasing.values[at], np.sort(self._reader.numbers(agreeing_terms(date))))
                agree &= np.bincount(whose[hit], minlength=len(phrasings)) > 0
            score += WEIGHTS.date * np.where(dated, np.where(agree, 1.0, -1.0), 0.0)
        return score


def _gain(reach: Floats, worth: Floats, weights: Floats, total: float) -> tuple[NDArray[Any], Floats]:
    """The share of the words' weight that is found better in one more place, and how well each is found then."""
    more = np.maximum(reach, worth)
    return weighed(more - reach, weights) / total, more


_DEFINITION = KIND_CODE["definition"]
_YES_NO = KIND_CODE["yes_no"]
_LISTING = np.array([KIND_CODE[kind] for kind in ("who", "list", "which", "what")])
