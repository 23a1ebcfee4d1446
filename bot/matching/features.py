"""How one fact and one question agree, as a few named numbers: coverage of the words, and what `agreement` finds.

Soft token alignment: each word of the question finds its best term in the fact, weighed by rarity, as in the soft
TF-IDF of Cohen, Ravikumar & Fienberg (2003). A word counts where it is found first: in the phrasing (a question that
asks for the fact), then in the fields of `FieldCoverage`, in their order.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.index.entries import Entry, Phrasing
from bot.index.vocabulary import Vocabulary
from bot.matching import agreement
from bot.matching.overruling import is_by_hand
from bot.matching.query_terms import QueryTerm, meanings_of
from bot.matching.weights import Features
from bot.question import Analysis, Word
from bot.question.cues import EVENT_TERMS, MEETING_TERMS

IN_EVIDENCE, IN_MEETING, IN_ANSWER, IN_NEARBY, IN_TOPIC, IN_ARTICLE = 0.95, 0.95, 0.85, 0.85, 0.85, 0.5
"""How far a word is accounted for that stands in this field only (1 in the phrasing)."""
UNMET = 0.9
"""How far the noun of "which …?" may be from being met by a fact's question or answer."""
ELSEWHERE = 0.5
"""How far the role of "who is the …?" may be from being met: a role that only the quote names is somebody else's."""
LOOSE_END = 0.4
"""Weight of a word from which a "Yes" or "No" needs it in the fact or its meeting, and from which a fact that asks
about it does not answer a bare "where was it?"."""
MEETING_SCALE = 0.25
"""How much a word of the phrasing counts that the user left out though it names the meeting."""
NEARLY = 0.5
"""How far a name must be found somewhere to be the one that is asked about."""


class FieldCoverage(NamedTuple):
    """How well each field of a fact accounts for one word of a question (0–1), in the order in which they count."""

    evidence: float
    meeting: float
    answer: float
    nearby: float
    topic: float
    article: float

    def closest(self) -> float:
        """How well the fact itself and its meeting account for the word."""
        return max(self.evidence, self.meeting, self.answer)


@dataclasses.dataclass(frozen=True)
class Coverage:
    """What a fact has of a question besides its phrasings, looked up when the first of these needs it: most facts are
    refused before."""

    question: Analysis
    asked: Sequence[QueryTerm]
    entry: Entry

    @functools.cached_property
    def words(self) -> tuple[FieldCoverage, ...]:
        """The coverage of each word."""
        entry, context = self.entry, self.entry.context
        return tuple(
            FieldCoverage(
                evidence=IN_EVIDENCE * word.found_in(entry.evidence),
                meeting=IN_MEETING * word.found_in(context.meeting),
                answer=self._may_answer(word) and IN_ANSWER * word.found_in(entry.answer),
                nearby=IN_NEARBY * word.found_in(entry.nearby),
                topic=IN_TOPIC * word.found_in(context.topic),
                article=IN_ARTICLE * word.found_in(context.article),
            )
            for word in self.asked
        )

    def _may_answer(self, word: QueryTerm) -> bool:
        return agreement.may_stand_in_answer(self.question, word.word)

    @functools.cached_property
    def of_derived(self) -> tuple[FieldCoverage, ...]:
        """The coverage of each word where the fact is to give a "Yes" that is not its own."""
        pairs = zip(self.asked, self.words, strict=True)
        return tuple(fields._replace(answer=word.found_in(self.entry.answer)) for word, fields in pairs)

    @functools.cached_property
    def meant(self) -> Mapping[str, float]:
        """The terms that the words may mean, acronyms spelled both ways, each with how much it counts (0–1)."""
        meant: dict[str, float] = {}
        for word in self.asked:
            for term, worth in word.meanings.items():
                meant[term] = max(meant.get(term, 0.0), worth)
        for term in self.entry.context.spelled_both_ways(frozenset(meant)) - meant.keys():
            meant[term] = 1.0
        return meant


def features(
    question: Analysis,
    asked: Sequence[QueryTerm],
    entry: Entry,
    phrasing: Phrasing,
    found: Coverage,
    derived: bool,
    vocabulary: Vocabulary,
) -> Features | None:
    """How a question and a fact agree that is asked for by one of its phrasings.

    None if the fact cannot answer: it gives another type of answer, its answer says only what the question said, a name
    is not in its article at all, or an important word, the verb aside, is neither in it nor in its meeting though a yes
    or no is asked for, or a person wrote or checked it and neither when nor where is asked: nobody said that it holds
    of another thing, too.
    """
    own, terms = phrasing.analysis, phrasing.terms
    focus_meanings = meanings_of(question.focus[-1:], asked)
    answer_type = agreement.answer_type(question, own, entry, derived, focus_meanings)
    if answer_type is None:
        return None
    meant = found.meant
    echoed = echoed_share(question, meant, entry)
    if question.answer_type != "yes_no" and echoed == 1.0 and not _asks_in_what_form(question, own):
        return None
    if agreement.clashes(question, own, meant, entry.context.meeting):
        return None
    if _asks_about_another(question, asked, entry, phrasing, meant):
        return None
    if question.answer_subtype == "choice" and not any(word.found_in(entry.answer) for word in asked):
        return None
    focus = agreement.focus(focus_meanings, terms, entry)
    if (question.answer_type == "which" and focus <= -UNMET) or (
        question.answer_subtype == "identity" and focus <= -ELSEWHERE
    ):
        return None
    covered = _covered(question, asked, entry, terms, found.of_derived if derived else found.words)
    if covered is None:
        return None
    in_question, gained, missing_max, missing_name_max = covered
    fact_covered, fact_missing_max = fact_coverage(meant, entry, own, vocabulary)
    predicate = agreement.predicate(question, meanings_of((question.predicate,), asked), terms)
    return Features(
        in_question=in_question,
        in_evidence=gained.evidence,
        in_meeting=gained.meeting,
        in_answer=gained.answer,
        in_nearby=gained.nearby,
        in_topic=gained.topic,
        in_article=gained.article,
        missing_max=missing_max,
        missing_name_max=missing_name_max,
        answer_type=answer_type,
        identity=max(agreement.identity(question, own), 0.0 if predicate > 0 else -1.0),
        polarity=agreement.polarity(question, own),
        predicate=predicate,
        fact_predicate=agreement.fact_predicate(own, meant),
        focus=focus,
        asked_role=agreement.asked_role(question, own),
        tense=agreement.tense(question, own),
        fact_covered=fact_covered,
        fact_missing_max=fact_missing_max,
        echoed=0.0 if question.answer_type == "yes_no" else echoed,
        evidence_only=gained.evidence * (1.0 - in_question),
        stray_name_max=stray_name_max(asked, entry, terms),
        meeting_only=gained.meeting * (1.0 - meeting_named(asked, meant, entry)),
        date=agreement.phrasing_dates(question, own, entry),
        derived=float(derived),
    )


class _Covered(NamedTuple):
    """How a question's weight is accounted for: the shares (0–1) of the phrasing and what each field adds to it, and
    the weights of the heaviest word and of the heaviest name that are not accounted for."""

    in_question: float
    gained: FieldCoverage
    missing_max: float
    missing_name_max: float


def _covered(
    question: Analysis,
    asked: Sequence[QueryTerm],
    entry: Entry,
    terms: frozenset[str],
    covered: Sequence[FieldCoverage],
) -> _Covered | None:
    """How a phrasing's terms and the fields of its fact account for a question's words; None if for one they must."""
    total = sum(word.weight for word in asked) or 1.0
    of_thing = question.answer_type not in ("when", "where")  # a meeting is named by its place and day, too
    strict = question.answer_type == "yes_no" or (of_thing and is_by_hand(entry))
    in_question = missing_max = missing_name_max = 0.0
    gained = [0.0] * len(FieldCoverage._fields)
    for word, fields in zip(asked, covered, strict=True):
        reach = word.found_in(terms)
        in_question += word.weight * reach
        may_lack = not strict or (question.answer_type != "yes_no" and word.word.term == question.predicate)
        if not may_lack and word.weight * (1.0 - max(reach, fields.closest())) > LOOSE_END:
            return None
        for at, worth in enumerate(fields):
            if worth > reach:
                gained[at] += word.weight * (worth - reach)
                reach = worth
        if not reach and word.word.name and not word.word.surface.isdigit():
            return None
        missing = word.weight * (1.0 - reach)
        if is_name(word.word, entry):
            missing_name_max = max(missing_name_max, missing)
        else:
            missing_max = max(missing_max, missing)
    shares = FieldCoverage(*(weight / total for weight in gained))
    return _Covered(in_question / total, shares, missing_max, missing_name_max)


def _asks_in_what_form(question: Analysis, own: Analysis) -> bool:
    """Whether both ask how a meeting was held: a call was by telephone, however it is called."""
    return all(each.answer_type == "how" and each.predicate in EVENT_TERMS for each in (question, own))


def _asks_about_another(
    question: Analysis, asked: Sequence[QueryTerm], entry: Entry, phrasing: Phrasing, meant: Mapping[str, float]
) -> bool:
    """Whether a fact asks about one name and the question about another, which only the quote has."""
    if question.answer_type in ("yes_no", "definition", None):
        return False
    meeting = entry.context.meeting
    near = phrasing.terms | meeting | entry.answer
    strange = any(w.word.name and not w.word.surface.isdigit() and w.found_in(near) < NEARLY for w in asked)
    return strange and any(w.name and w.term not in meant and w.term not in meeting for w in phrasing.analysis.words)


def echoed_share(question: Analysis, meant: Mapping[str, float], entry: Entry) -> float:
    """The share (0–1) of a fact's answer that the question says itself."""
    said = meant.keys() if entry.fact.kind != "definition" else question.terms
    return sum(term in said for term in entry.answer) / len(entry.answer) if entry.answer else 0.0


class FactCoverage(NamedTuple):
    """How far a question asks what a phrasing does (0–1), and the weight of its heaviest word that is left out."""

    share: float
    missing_max: float


def fact_coverage(meant: Mapping[str, float], entry: Entry, own: Analysis, vocabulary: Vocabulary) -> FactCoverage:
    """How far a question accounts for the words of a phrasing."""
    total = covered = missing_max = 0.0
    for word in own.words:
        worth = meant.get(word.term, 0.0)
        weight = vocabulary.rarity(word.term, word.surface) * word.scale
        if not worth and (word.term in entry.context.meeting or word.term in EVENT_TERMS):
            weight *= MEETING_SCALE
        total += weight
        covered += weight * worth
        missing_max = max(missing_max, weight * (1.0 - worth))
    return FactCoverage(covered / total if total else 1.0, missing_max)


def stray_name_max(asked: Sequence[QueryTerm], entry: Entry, terms: frozenset[str]) -> float:
    """The weight of the heaviest name of the question that neither the phrasing nor the meeting has."""
    meeting = entry.context.meeting
    return max(
        (w.weight for w in asked if is_name(w.word, entry) and max(w.found_in(terms), w.found_in(meeting)) < NEARLY),
        default=0.0,
    )


def is_name(word: Word, entry: Entry) -> bool:
    """Whether a word is (part of) a name or a number: a country, no ordinary English, or written so in the article."""
    return word.name or word.term in entry.context.capitals


def meeting_named(asked: Sequence[QueryTerm], meant: Mapping[str, float], entry: Entry) -> float:
    """How far a question names the meeting (0–1): wholly by "the meeting", else by its share of one of its names."""
    if any(word.word.term in MEETING_TERMS for word in asked):
        return 1.0
    return max((sum(term in meant for term in name) / len(name) for name in entry.context.names), default=0.0)
