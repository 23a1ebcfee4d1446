"""Facts that give way: what a person checked wins over what one wrote, and that over what was only compiled, in every
article of a meeting that says otherwise.

Within one page the base itself sees to it (`facts.pages.precedence`). What cannot be true beside a fact of more weight
in another report is known when the index is made (`Index.overruling`); this is for what is asked in the same words.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from bot.index.entries import ArticleContext, Entry, Phrasing
from bot.matching.agreement import item_terms
from bot.question import Analysis, Question
from bot.question.cues import EVENT_TERMS, IDLE_TERMS
from bot.question.tokens import content_terms, normalized
from facts import dates
from facts.model import WithdrawnAnswer
from facts.pages.precedence import asked
from facts.pages.withdrawn import gives, is_named, names_wrong

if TYPE_CHECKING:
    from bot.matching.match import Match

_REPORTED: Final = ", according to the "
"""What stands in a question before the report that it is about."""
SAME_NAME: Final = 0.9
"""Share of the shorter name's terms that two meetings of one name have in common; so nearly as well as the best a
question names them, too."""


def without_overruled(found: list[Match]) -> list[Match]:
    """Matches without the facts that ask for what one of more weight among them tells of the same meeting."""
    weights = [_weight_of(match.entry) for match in found]
    if len(set(weights)) < 2:
        return found
    told: dict[str, list[Entry]] = {}
    for match, weight in zip(found, weights, strict=True):
        for question in _questions(match.entry) if weight else ():
            told.setdefault(question, []).append(match.entry)
    return [match for match, weight in zip(found, weights, strict=True) if not _is_told(match.entry, weight, told)]


def without_unsaid(found: list[Match]) -> list[Match]:
    """Matches with, in the place of a person's fact that its sentence does not say, one that says the same where
    another report's sentence does: that is then quoted, and as sure."""
    kept: dict[str, Match] = {}
    for match in found:
        quoted = _quoted_for(match, found)
        kept.setdefault(quoted.entry.fact_id, quoted)
    return list(kept.values())


def _quoted_for(match: Match, found: Iterable[Match]) -> Match:
    """What is told in the place of a match: itself, where it is no person's fact or its sentence says it."""
    if is_by_hand(match.entry) and not _is_quoted(match.entry):
        for other in found:
            if _is_quoted(other.entry) and _says_as_well(other.entry, match.entry):
                return dataclasses.replace(other, score=max(other.score, match.score))
    return match


def _says_as_well(entry: Entry, other: Entry) -> bool:
    """Whether two facts answer one question about one meeting alike."""
    same = answers_alike(entry, other) and is_of_same_meeting(entry.context, other.context)
    return same and not _questions(entry).isdisjoint(_questions(other))


def _is_quoted(entry: Entry) -> bool:
    """Whether a fact's sentence has its answer, a date however it is written."""
    fact, published = entry.fact, entry.context.record.article.date
    if item_terms(fact.answer) <= item_terms(fact.evidence):
        return True
    return isinstance(fact.value, str) and any(when.iso == fact.value for when in dates.find(fact.evidence, published))


def answers_alike(entry: Entry, other: Entry) -> bool:
    """Whether two facts have one answer, or one value."""
    fact, its = entry.fact, other.fact
    return normalized(fact.answer) == normalized(its.answer) or (fact.value is not None and fact.value == its.value)


def _questions(entry: Entry) -> set[str]:
    return {asked(each) for each in (entry.fact.question, *entry.fact.variants)}


def is_of_same_meeting(mine: ArticleContext, its: ArticleContext) -> bool:
    """Whether two articles are about one meeting: a day, or what is known of one, in common and nearly one name; of one
    that has a number, days that may be one are enough."""
    if not set(mine.known_days) & set(its.known_days) and not _are_of_one_number(mine, its):
        return False
    return is_of_same_body(mine, its)


def is_of_same_body(mine: ArticleContext, its: ArticleContext) -> bool:
    """Whether the meetings that two articles are about have nearly one name, whenever they were."""
    return any(len(a & b) >= SAME_NAME * min(len(a), len(b)) for a in mine.names for b in its.names if a and b)


def _are_of_one_number(mine: ArticleContext, its: ArticleContext) -> bool:
    numbers = [each.record.meeting and each.record.meeting.number for each in (mine, its)]
    if numbers[0] is None or numbers[0] != numbers[1]:
        return False
    return any(day.agrees(other) for day in mine.known_days for other in its.known_days)


def gives_way_to(entry: Entry, other: Entry) -> bool:
    """Whether a fact is not told where another one, of more weight, tells otherwise of the same meeting what it is
    asked by."""
    return _is_told(entry, _weight_of(entry), {question: [other] for question in _questions(other)})


def is_by_hand(entry: Entry) -> bool:
    """Whether a person wrote or checked a fact."""
    return _weight_of(entry) > 0


def _weight_of(entry: Entry) -> int:
    return entry.context.record.weight_of(entry.fact.id)


def _is_told(entry: Entry, weight: int, told: Mapping[str, Iterable[Entry]]) -> bool:
    """Whether a fact of more weight that asks the same tells otherwise of the same meeting."""
    return any(
        _weight_of(other) > weight
        and is_of_same_meeting(other.context, entry.context)
        and not answers_alike(entry, other)
        for other in told.get(asked(entry.fact.question), ())
    )


def told_by_hand(asked: Analysis, marked: str, by_hand: Iterable[Entry]) -> Entry | None:
    """The fact among a person's of a sentence that tells what a question asks of it; None where none surely does.

    `marked` are the words of the sentence that would answer otherwise. A fact whose answer stands elsewhere in the
    sentence, or is told instead of other words of it, tells of another thing.
    """
    fitting = [
        (len(phrasing.terms ^ asked.terms), entry)
        for entry in by_hand
        if may_be_told_for(entry, marked)
        for phrasing in entry.phrasings
        if (asks_alike(asked, phrasing, entry) and _has_all(asked, phrasing, entry))
        or _ask_of_meeting(asked, phrasing, entry)
    ]
    return min(fitting, key=lambda each: each[0], default=(0, None))[1]


def _has_all(asked: Analysis, phrasing: Phrasing, entry: Entry) -> bool:
    """Whether a fact, its sentence or its article has all that a question names: nurses are no doctors."""
    known = phrasing.terms | entry.evidence | entry.answer | entry.context.meeting | entry.context.topic | IDLE_TERMS
    return asked.terms <= known | {asked.predicate}


def says_so(asked: Analysis, entry: Entry, its: ArticleContext) -> bool:
    """Whether a person's fact says what a question asks to be affirmed of the meeting that an article (`its`) is about:
    the question names its answer, and most of what else the fact is asked by."""
    told = content_terms(entry.fact.answer)
    if entry.fact.kind == "yes_no" or not told or not told <= asked.terms:
        return False
    return _is_about(asked.terms, entry, its)


def puts_right(question: Question, entry: Entry, its: ArticleContext) -> bool:
    """Whether a yes or no is asked for to what a person's fact was told instead of, of the meeting that an article
    (`its`) is about: the question names that, and most of what else the fact is asked by."""
    asked = question.analysis
    if asked.answer_type != "yes_no" or not _is_about(asked.terms, entry, its):
        return False
    return any(is_named(each, question.text) for each in replaced_by(entry))


def was_put_right(asked: Analysis, sentence: frozenset[str], marked: str, entry: Entry, its: ArticleContext) -> bool:
    """Whether the words marked in a sentence (by its terms) of an article are what a person's fact was told instead of:
    a question asks for no more than that fact tells of the meeting, and most of that the sentence has."""
    own = entry.phrasings[0].terms | entry.context.meeting | IDLE_TERMS
    if not asked.terms <= own or not _is_about(sentence, entry, its):
        return False
    return any(gives(marked, each) for each in replaced_by(entry))


def asks_by_withdrawn(question: Question, context: ArticleContext, place: int) -> bool:
    """Whether anything but a yes or no is asked for by a name or a number, other than its meeting's, that a person took
    back of the sentence at a place: who did what, or what whoever was named did, is then not told by that sentence."""
    taken = (each for each in context.record.withdrawn if each.sentence == place)
    return any(_asks_by(question, each) and not content_terms(each.answer) <= context.meeting for each in taken)


def asks_by_replaced(question: Question, sentence: frozenset[str], entry: Entry, its: ArticleContext) -> bool:
    """The same of what a person's fact was told instead of, where a sentence (by its terms) of an article says most of
    what that is asked by."""
    return _is_about(sentence, entry, its) and any(_asks_by(question, each) for each in replaced_by(entry))


def _asks_by(question: Question, taken: WithdrawnAnswer) -> bool:
    asked = question.analysis
    identity = asked.answer_type == "who" and asked.answer_subtype == "identity"
    return asked.answer_type != "yes_no" and not identity and names_wrong(taken, question.text)


def own_terms(phrasing: Phrasing, entry: Entry) -> frozenset[str]:
    """What a phrasing of a fact asks by, without what names its meeting or its report."""
    parts = [text.partition(_REPORTED) for text in (entry.fact.question, *entry.fact.variants)]
    told = frozenset[str]().union(*(item_terms(head) for head, _, _ in parts))
    report = frozenset[str]().union(*(item_terms(found + rest) for _, found, rest in parts))
    return phrasing.terms - entry.context.meeting - (report - told)


def _is_about(terms: frozenset[str], entry: Entry, its: ArticleContext) -> bool:
    """Whether terms of an article are of its meeting what a fact is asked by, most of that."""
    own = own_terms(entry.phrasings[0], entry)
    of_one = entry.context == its or is_of_same_meeting(entry.context, its)
    return of_one and bool(own) and 2 * len(own & terms) >= len(own)


def may_be_told_for(entry: Entry, marked: str) -> bool:
    """Whether a person's fact may tell what the words `marked` of its sentence do, and nothing beside it."""
    fact, instead_of = entry.fact, replaced_by(entry)
    if fact.answer in marked or marked in fact.answer:
        return True
    return any(gives(marked, each) for each in instead_of) if instead_of else fact.answer not in fact.evidence


def replaced_by(entry: Entry) -> list[WithdrawnAnswer]:
    """What a person's fact is told instead of."""
    return [each for each in entry.context.record.withdrawn if each.instead == entry.fact.id]


def is_told_of_meeting(asked: Analysis, entry: Entry) -> bool:
    """Whether a question asks when or where a meeting was held, and a fact tells that."""
    return any(_ask_of_meeting(asked, phrasing, entry) for phrasing in entry.phrasings)


def asks_alike(asked: Analysis, phrasing: Phrasing, entry: Entry) -> bool:
    """Whether a phrasing of a fact asks for the same kind of thing as a question, by the words that both could have:
    what its sentence has of the question, and of its own none but the sentence's and its meeting's."""
    its = phrasing.analysis
    if its.answer_type != asked.answer_type or its.answer_subtype != asked.answer_subtype:
        return False
    if its.negated != asked.negated and "against" not in its.terms:  # "a petition against" denies nothing
        return False
    if {its.predicate} - {None} - asked.terms or {asked.predicate} - {None} - its.terms:
        return False
    shared, meeting = asked.terms & entry.evidence, entry.context.meeting
    return bool(shared) and shared <= phrasing.terms | meeting and its.terms <= asked.terms | entry.evidence | meeting


def _ask_of_meeting(asked: Analysis, phrasing: Phrasing, entry: Entry) -> bool:
    """Whether a question and a phrasing of a fact ask when or where the meeting was held, and for nothing besides: what
    they name it by, its sentence or its article's title has."""
    its = phrasing.analysis
    if asked.answer_type != its.answer_type or its.answer_type not in ("when", "where") or asked.negated or its.negated:
        return False
    if any(each.selector or each.predicate not in (None, *EVENT_TERMS) for each in (asked, its)):
        return False
    context = entry.context
    known = context.meeting | IDLE_TERMS
    return its.terms <= known | context.ordinals and asked.terms <= known | context.ordinals | entry.evidence
