"""Whether a meeting was held on a day or in a place, told by the fact that says when or where it was; whether what a
person's fact says, or puts right, is so.

What is only not found is never denied: there is a "no" to that alone which a person put right.
"""

from __future__ import annotations

import itertools
from typing import Final

import msgspec

from bot.index.entries import ArticleContext, Entry, Phrasing
from bot.matching.agreement import item_terms
from bot.matching.otherwise.deeds import deeds_of
from bot.matching.otherwise.not_done import BELOW
from bot.matching.overruling import is_by_hand, is_of_same_meeting, is_told_of_meeting, own_terms, replaced_by
from bot.question import Analysis
from bot.question import read as read_question
from bot.question.cues import IDLE_TERMS, MEETING_TERMS
from bot.question.named_dates import Date, days_of_meeting
from bot.question.reading import PRESENCE_SCALE
from bot.question.tokens import stem, tokens
from facts.disagreement.answers import said
from facts.expressions import expression

HELD: Final = frozenset(map(stem, "assemble be convene gather happen hold meet occur take-place".split()))
_BEGIN: Final = frozenset(map(stem, "begin commence open start".split()))
_END: Final = frozenset(map(stem, "adjourn close conclude end finish".split()))
BELOW_TERMS: Final = frozenset(map(stem, BELOW))

_PLACES: Final = expression(r", | (?:at|in|near) ")


def asks_if_held(asked: Analysis) -> bool:
    """Whether a yes or no is asked for to whether something was held, on a day or in a place."""
    of_one = asked.predicate in HELD or (asked.predicate is None and bool((MEETING_TERMS | HELD) & asked.terms))
    return asked.answer_type == "yes_no" and of_one and not asked.selector


def verdict(asked: Analysis, phrasing: Analysis, entry: Entry) -> str | None:
    """The "Yes, …" or "No, …" that a fact gives which tells when or where its meeting was held; None where it decides
    nothing, or something else is asked."""
    by_hand = is_by_hand(entry)
    if asked.negated or (asked.past and _is_planned(entry)) or not settles(asked, phrasing, entry):
        return None
    if entry.negated and not by_hand:
        return None
    answer, known = entry.fact.answer, entry.context.record.known_as if by_hand else None
    if entry.fact.kind == "where":
        was = (known and known.place) or ""
        there = _beside_names(asked, entry)
        taken_back = there <= item_terms(was) and there not in _parts(was) & _parts(answer)
        return f"Yes, {answer}" if there <= item_terms(answer) and not taken_back else None
    days, before = (_days(entry.fact.value), _days(known.date if known is not None else None))
    wrong = [date for date in asked.dates if not _is_one_of(date, days)]
    if not wrong:
        return f"Yes, {answer}"
    return f"No, {answer}" if days and all(date.day and _is_one_of(date, before) for date in wrong) else None


def put_so(asked: Analysis, phrasing: Phrasing, entry: Entry) -> str | None:
    """The "Yes, …" or "No, …" that a person's fact gives to what it says, or to what it was told instead of; None where
    anything else is asked, or not all of what the fact is asked by."""
    if asked.answer_type != "yes_no" or entry.fact.kind not in ("how_many", "what", "who") or not is_by_hand(entry):
        return None
    if asked.negated or phrasing.analysis.negated or entry.negated or asked.selector or asked.dates:
        return None
    if asked.past and _is_planned(entry):
        return None
    context = entry.context
    own = _own_terms(phrasing, entry)
    rest = asked.terms - phrasing.terms - context.meeting - IDLE_TERMS
    if not rest or not own or not (own <= asked.terms or _only_counts(asked, phrasing, rest)):
        return None
    told, instead_of = item_terms(entry.fact.answer), [each.answer for each in replaced_by(entry)]
    named = _neighbours(asked, entry) - _pairs(entry.fact.answer)
    as_wrong = any(named & _pairs(each) for each in instead_of)  # "the transport minister", who is one of two ministers
    lower = {office for below, office in _pairs(entry.fact.answer) if below in BELOW_TERMS - asked.terms}
    if rest <= told and not as_wrong:
        return None if lower & rest else f"Yes, {entry.fact.answer}"  # a vice-president is no president
    wrong = any(rest <= item_terms(each) for each in instead_of) and (as_wrong or rest.isdisjoint(told))
    # Of several who came, each did: only what rules another out denies it.
    return f"No, {entry.fact.answer}" if wrong and said(entry.fact, by_hand=True) is not None else None


def _only_counts(asked: Analysis, phrasing: Phrasing, rest: frozenset[str]) -> bool:
    """Whether a question has but the number and the noun of what a fact counts: "were there 45 staff?"."""
    counted = frozenset(phrasing.analysis.focus)
    is_number = all(term[0].isdigit() for term in rest)
    return bool(counted) and counted <= asked.terms and is_number and asked.predicate in (None, *IDLE_TERMS)


def decides(asked: Analysis, given: str, entry: Entry, its: ArticleContext) -> bool:
    """Whether a yes or no is asked for that a person's fact alone decides of the meeting that an article (`its`) is
    about, whatever that gives: the question has all that the fact is asked by, besides only whom or how many it may be,
    and the fact rules any other out. To another number a "no" is as right by what another report counted."""
    kind, context = entry.fact.kind, entry.context
    if asked.answer_type != "yes_no" or kind not in ("how_many", "who") or said(entry.fact, by_hand=True) is None:
        return False
    if kind == "how_many" and given.startswith("No"):
        return False
    own = _own_terms(entry.phrasings[0], entry)
    known = own | {term for term in asked.terms if deeds_of(term) & deeds_of(*own)}
    if not own or asked.predicate not in (None, *known) or any(not _is_meant(term, asked.terms) for term in own):
        return False
    rest = asked.terms - known - context.meeting - IDLE_TERMS - item_terms(entry.fact.answer)
    if kind == "how_many" and not all(term[0].isdigit() for term in rest):
        return False
    return context == its or is_of_same_meeting(context, its)


def _own_terms(phrasing: Phrasing, entry: Entry) -> frozenset[str]:
    """What a phrasing of a fact asks by; what is done with any meeting, only where that is all: "Who hosted it?"."""
    own = own_terms(phrasing, entry)
    return own - IDLE_TERMS or own - HELD


def _is_meant(term: str, asked: frozenset[str]) -> bool:
    """Whether a question has a term, or one for the same deed."""
    return term in asked or bool(deeds_of(term) & deeds_of(*asked))


def _neighbours(asked: Analysis, entry: Entry) -> frozenset[tuple[str, str]]:
    """The terms that stand beside each other in a question, but for two that name the meeting."""
    pairs = itertools.pairwise(word.term for word in asked.words)
    return frozenset(pair for pair in pairs if not entry.context.meeting.issuperset(pair))


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """The terms that stand beside each other in an answer."""
    return frozenset(itertools.pairwise(token.term for token in tokens(text)))


def _is_planned(entry: Entry) -> bool:
    return " will " in f" {entry.fact.question.lower()} "


def settles(asked: Analysis, phrasing: Analysis, entry: Entry) -> bool:
    """Whether it is asked if a meeting was held on a day, or in one of the places that are on record for it, and a fact
    tells when or where it was, by one of its phrasings."""
    kind, context = entry.fact.kind, entry.context
    if kind not in ("when", "where") or phrasing.answer_type != kind or not asks_if_held(asked):
        return False
    if phrasing.negated or phrasing.predicate not in (None, *HELD) or _beside_names(phrasing, entry) - context.meeting:
        return False
    rest = _beside_names(asked, entry)
    if kind == "when":
        return bool(asked.dates) and rest <= context.meeting
    known = context.record.known_as
    places = item_terms(entry.fact.answer) | item_terms((known and known.place) or "")
    return not asked.dates and bool(rest) and rest <= places


def is_settled_by(asked: Analysis, entry: Entry, its: ArticleContext) -> bool:
    """Whether a person's fact settles a yes or no of the meeting that an article (`its`) is about, whatever that tells
    of it."""
    told = any(settles(asked, phrasing.analysis, entry) for phrasing in entry.phrasings)
    return told and is_of_same_meeting(entry.context, its)


def ends_otherwise(asked: Analysis, told: str, entry: Entry, its: ArticleContext) -> bool:
    """Whether it is asked when or where a meeting began or ended, or if it did on a day or in a place, and what is
    `told` of that in an article (`its`) is not the first or last day, or the place, that a person's fact tells."""
    verb = next((at for at, word in enumerate(asked.words) if word.term in _BEGIN | _END), None)
    if verb is None or not is_of_same_meeting(entry.context, its):
        return False
    held = _without_verb(asked, verb)
    if asked.answer_type == "yes_no":
        of_meeting = told.startswith("Yes") and any(settles(held, each.analysis, entry) for each in entry.phrasings)
        dates, places = asked.dates, _beside_names(held, entry)
    else:
        of_meeting = is_told_of_meeting(held, entry)
        dates, places = read_question(told).analysis.dates, item_terms(told)
    if entry.fact.kind == "where" or not of_meeting:
        return of_meeting and places.isdisjoint(item_terms(entry.fact.answer))
    days = _days(entry.fact.value)
    mine, named = (days[-1:], dates[-1:]) if asked.words[verb].term in _END else (days[:1], dates[:1])
    return bool(mine) and any(not _is_one_of(date, mine) for date in named)


def _without_verb(asked: Analysis, verb: int) -> Analysis:
    """What is asked of a meeting's beginning or end as if it were asked of the meeting, whoever began or ended it."""
    ahead, behind = asked.words[:verb], asked.words[verb + 1 :]
    by_somebody = any(word.term in MEETING_TERMS for word in behind)
    return msgspec.structs.replace(asked, words=behind if by_somebody else ahead + behind, predicate=None)


def _beside_names(asked: Analysis, entry: Entry) -> frozenset[str]:
    """The terms of a question that do not name the meeting, dates aside; who was there is none of where it was."""
    context, terms = entry.context, frozenset(word.term for word in asked.words if word.scale != PRESENCE_SCALE)
    return terms - IDLE_TERMS - context.ordinals - frozenset().union(*context.names)


def _parts(place: str) -> set[frozenset[str]]:
    """The terms of a place, and those of each that it names: of "the Town Hall in Brill" those of Brill, too."""
    return {item_terms(part) for part in (place, *_PLACES.split(place))}


def _days(value: object) -> tuple[Date, ...]:
    return days_of_meeting(value) if isinstance(value, str) else ()


def _is_one_of(date: Date, days: tuple[Date, ...]) -> bool:
    """Whether one of some days lies in a date, as far as that is said: "10 March" is in no "March 2025"."""
    return any(
        date.agrees(day) and (date.month is None or day.month is not None) and (date.day is None or day.day is not None)
        for day in days
    )
