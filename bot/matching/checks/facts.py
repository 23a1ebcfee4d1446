"""What refuses a fact that fits by rules: it tells something else than is asked for, or only some of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.index.entries import Entry
from bot.matching.all_who_came import all_who_came
from bot.matching.all_who_led import all_who_led
from bot.matching.by_its_verb import by_its_verb
from bot.matching.checks.named import Of, by, name_of
from bot.matching.checks.tables import of_sentence, of_words
from bot.matching.counted import own_count
from bot.matching.elsewhere import is_only_home, names_other_place
from bot.matching.evidence import asks
from bot.matching.otherwise.amended import own_amended
from bot.matching.otherwise.as_planned import own_actual
from bot.matching.otherwise.clause_times import is_dated_elsewhere
from bot.matching.otherwise.day_to_come import is_yet_to_be
from bot.matching.otherwise.earlier import is_day_beside
from bot.matching.otherwise.halves import half_about
from bot.matching.otherwise.identity import described, holder_of, names_lower_office, names_other_office
from bot.matching.otherwise.measures import of_another_measure
from bot.matching.otherwise.offices import is_of_another_leader
from bot.matching.otherwise.own_day import is_not_own_day
from bot.matching.otherwise.reasons import tells_no_reason
from bot.matching.otherwise.scores import whole_vote
from bot.matching.otherwise.second_half import own_half
from bot.matching.otherwise.votes_to import own_votes
from bot.matching.overruling import is_by_hand
from bot.matching.vouched import unvouched
from bot.matching.which_meeting import asks_for_meeting, names_no_meeting
from bot.matching.yes_no.denials import denies_verb, is_turned_round
from bot.matching.yes_no.untold import is_only_of_place, tells_not_of_them_alone
from bot.question import Analysis, Question
from bot.question.tokens import tokens
from facts.model import Fact

PLAIN_KINDS: Final = frozenset({"how_many", "when", "where", "who"})
"""Kinds of which no answer is one of another."""
NO_NAMES: Final = frozenset({"how_many", "when", "where"})
"""Kinds of which no answer is the name of a meeting."""
_OWN: Final = (half_about, by_its_verb, own_count, own_amended, whole_vote, own_half, own_votes, own_actual)
"""What finds other words of a sentence that answer, where those at a span do not."""


def refused_by(question: Question, entry: Entry, said: str) -> str | None:
    """The check by which a fact, told so, cannot be the answer though its words fit; None where it can be."""
    refusing = _refusing_by_hand if is_by_hand(entry) else _refusing_compiled
    return next(refusing(question, entry, said), None) or next(_refusing(question, entry, said), None)


def refused_plain_by(question: Question, entry: Entry) -> str | None:
    """The check by which a question that has nearly the words of a fact asks for more or another thing: for what was
    done and not planned, for all who came, or for another time than its number is of."""
    return None if is_by_hand(entry) else next(_refusing_plain(question, entry), None)


def _refusing(question: Question, entry: Entry, said: str) -> Iterator[str]:
    """The checks that refuse any fact."""
    fact = entry.fact
    yield from by(decides_of_another, question, entry)
    yield from by(asks, fact.evidence)
    yield from by(tells_of_another, question, entry)
    yield from by(is_day_beside, question, said)
    if fact.kind in NO_NAMES:
        yield from by(asks_for_meeting, question)


def _refusing_by_hand(question: Question, entry: Entry, said: str) -> Iterator[str]:
    """The checks that refuse what a person has put so."""
    if entry.fact.kind in PLAIN_KINDS:
        yield from by(names_no_meeting, question, said, entry.context.meeting)


def _refusing_compiled(question: Question, entry: Entry, said: str) -> Iterator[str]:
    """The checks that refuse what the compiler made."""
    fact, context, asked = entry.fact, entry.context, question.analysis
    published = context.record.article.date
    evidence, place = fact.evidence, place_of(fact)
    span = place or (0, 0)
    words, around = tokens(evidence), context.meeting | context.topic | entry.nearby
    yield from by(tells_only_some, question, entry)
    called = entry.evidence, entry.answer, *(phrasing.terms for phrasing in entry.phrasings)
    yield from by(is_of_another_leader, question, called, context.article)
    yield from by(is_yet_to_be, question, evidence, published)
    if fact.kind == "when":
        for is_of_another_day in (is_not_own_day, is_dated_elsewhere):
            yield from by(is_of_another_day, question, evidence, said)
    if said.startswith("Yes"):
        yield from by(is_only_of_place, question, evidence)
        yield from by(tells_not_of_them_alone, question, evidence)
        yield from by(unvouched, question, evidence)
        if not asked.negated:
            yield from by(denies_verb, asked.predicate, evidence)
    if fact.kind == "yes_no" and said.startswith("No"):
        yield from by(is_turned_round, question.text, evidence)
    yield from of_sentence(Of.FACT, question, evidence)
    if fact.kind in ("when", "where"):
        yield from by(asks_for_no_place, asked)
    yield from by(names_other_place, question, words, around, context)
    yield from by(is_only_home, question, words, entry.nearby, context)
    if asked.answer_type == "who" and holder_of(question.text, evidence) not in (None, span):
        yield name_of(holder_of)
    beside = (evidence[: span[0]], evidence[span[1] :]) if place else ("", "")
    yield from by(of_another_measure, question.text, said, *beside)
    yield from by(names_no_meeting, question, said, context.meeting)
    yield from (name_of(own) for own in (_OWN if place else (own_half,)) if own(question, evidence, span) != span)
    yield from of_words(Of.FACT, question, evidence, span)
    if fact.kind != "why":
        yield from by(tells_no_reason, question, evidence, span)


def _refusing_plain(question: Question, entry: Entry) -> Iterator[str]:
    """The checks that refuse what the compiler made though a question has nearly its words."""
    fact = entry.fact
    yield from by(tells_only_some, question, entry)
    yield from by(is_yet_to_be, question, fact.evidence, entry.context.record.article.date)
    if (span := place_of(fact)) is not None:
        yield from of_words(Of.PLAIN, question, fact.evidence, span)


def place_of(fact: Fact) -> tuple[int, int] | None:
    """Where a fact's answer stands in its evidence; None where it does not."""
    begin = fact.evidence.find(fact.answer)
    return (begin, begin + len(fact.answer)) if begin >= 0 else None


def tells_of_another(question: Question, entry: Entry) -> bool:
    """Whether a question asks who somebody is, and a fact tells who did something to them or with them."""
    span = place_of(entry.fact)
    if question.analysis.answer_subtype != "identity" or span is None:
        return False
    if any(phrasing.analysis.answer_subtype == "identity" for phrasing in entry.phrasings):
        fact = entry.fact
        return names_other_office(question.text, fact.evidence) or names_lower_office(question.text, fact.answer)
    return described(question.text, entry.fact.evidence, span) is None


def decides_of_another(question: Question, entry: Entry) -> bool:
    """Whether a fact says yes or no of somebody, and the question names only others: "Was Lind elected?" and "was Reuel
    elected?"."""
    if question.analysis.answer_type != "yes_no" or entry.fact.kind != "yes_no":
        return False
    asked = _names(question.analysis)
    of = [_names(phrasing.analysis) for phrasing in entry.phrasings]
    return bool(asked) and all(names and names.isdisjoint(asked) for names in of)


def _names(asked: Analysis) -> frozenset[str]:
    return frozenset(word.term for word in asked.words if word.capital and word.term.isalpha())


def asks_for_no_place(asked: Analysis) -> bool:
    """Whether a question asks what was done or what did something, and not "on what"."""
    return asked.answer_type == "what" and asked.asked_role is not None and not asked.stranded_preposition


def tells_only_some(question: Question, entry: Entry) -> bool:
    """Whether a question asks who came or who led, and a fact tells some of those whom its sentence names: which towns,
    or one of two who shared the chair."""
    span = place_of(entry.fact)
    return span is not None and any(
        whole(question, entry.fact.evidence, span) != span for whole in (all_who_came, all_who_led)
    )
