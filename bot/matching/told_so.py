"""Whether a sentence tells what is asked by the very verb that it is asked by: its words then bear the answer out, and
the reader's doubt counts for little.

It is so where the name that was marked does the deed whose doer is asked for, or stands right beside the office that
somebody is asked for by; where the day or place that was marked is told with the deed, or the place with a meeting; and
where the reason or way that was marked is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.matching.dates_told import dates_in
from bot.matching.deeds_told import MAY, Deed, Words, deeds
from bot.matching.evidence import Sentence
from bot.matching.query_terms import QueryTerm
from bot.matching.yes_no.held import BELOW_TERMS
from bot.matching.yes_no.told import SAME, means
from bot.question import Question
from bot.question.cues import BE, EVENT_TERMS, MEETING_TERMS, PERIODS
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression
from facts.honorifics import HONORIFICS

_AT: Final = expression(r"\b(?:at|in|from|near|on)(?: the)? $", re.IGNORECASE)
"""What stands right before a place."""
_IN_COMMAS: Final = expression(r", (?:at|in|near|on)(?: the)? $")
"""The same of a place that only tells which thing is meant."""
_JOINS: Final = frozenset("and or".split())
_ONE_OF_MANY: Final = frozenset(map(stem, "amendment motion proposal resolution".split()))
"""Of what a meeting has many, told apart by what each is for."""
_OTHER_OFFICE: Final = BELOW_TERMS | frozenset(
    map(stem, "acting elect ex former incoming next old outgoing then".split())
)
"""Words before an office that make another one of it, or one of another time."""
_ANOTHER: Final = expression(
    r"\b(?:following|last|next|previous) (?:[\w-]+ ){0,2}(?:congress|meeting|session|summit)", re.IGNORECASE
)
"""Another meeting than the one that a text is about."""
_ASKS_ANOTHER: Final = expression(r"\b(?:after|before|following|last|next|previous|will)\b", re.IGNORECASE)
_APPOSED: Final = expression(r"(?:,| \(|,? (?:is|was)\b)(?: (?:the|a|an|its|their|his|her|our)\b)?")
"""What stands between a name and the office that it is said to hold."""
_ROLE_ENDS: Final = PREPOSITIONS | frozenset("now of then when who".split())
"""Words with which the office ends that somebody is asked for by: "the chair *of* the fair"."""


def tells_so(question: Question, asked: Sequence[QueryTerm], sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether the words at a span of a sentence are told of the very deed, office or meeting that a question asks
    about; `asked` are its words with what they may mean."""
    said = tokens(sentence.text[slice(*span)])
    kind, subtype = question.analysis.answer_type, question.analysis.answer_subtype
    if kind == "who" and _is_name(said, question) and _holds_office(question, sentence.text, span):
        return True
    if not said or subtype == "identity":
        return False
    if kind == "where":
        ahead, behind = sentence.text[: span[0]], sentence.text[span[1] :]
        at_place = _is_name(said, question) and _AT.search(ahead) is not None
        if _IN_COMMAS.search(ahead) and behind.startswith(","):  # "a second bridge, at Tarn, was discussed"
            return False
        goes_there = question.tokens[-1].surface in PREPOSITIONS  # "where was it moved to?"
        return at_place and not goes_there and _is_its_place(question, asked, sentence, said)
    done = done_so(question, asked, sentence)
    if kind in ("who", "which"):
        does = question.analysis.asked_role == "subject" and _is_name(said, question)
        return does and any(_stands_in(said, told.who) for told in done)
    if kind == "when":
        is_time = any(word.term[0].isdigit() or word.surface in PERIODS for word in said)
        return is_time and (
            any(_stands_in(said, told.what) for told in done) or _is_its_day(question, asked, sentence, said)
        )
    # Reasons and ways are told of much that is like what is asked: of these the verb itself must be told.
    return kind in ("why", "how") and any(told.what and told.verb == question.analysis.predicate for told in done)


def done_so(question: Question, asked: Sequence[QueryTerm], sentence: Sentence) -> Iterator[Deed]:
    """The deeds that a sentence tells as done, by the verb that a question asks by, to something that it names or
    nothing."""
    verb, may = question.analysis.predicate, MAY - {word.surface for word in question.tokens}
    if verb is None:
        return
    others = [word for word in asked if word.word.term != verb]
    if any(word.word.term in _ONE_OF_MANY for word in others) and not _is_all_told(others, sentence):
        return
    for told in deeds(sentence.text):
        if told.denied or told.open or told.auxiliaries & may:
            continue
        things = frozenset(word.term for word in told.what if not word.is_stop)
        of_it = not things or any(word.found_in(things) >= SAME for word in others)
        if not of_it and things <= MEETING_TERMS:  # "who chaired the session" of who chaired the board in May
            of_it = all(word.found_in(sentence.around) >= SAME for word in others)
        if of_it and (told.verb == verb or means(asked, verb, told.verb) >= SAME):
            yield told


def _is_all_told(others: Sequence[QueryTerm], sentence: Sentence) -> bool:
    """Whether a sentence, with the one before and the heading, has all words that say which of many is asked about."""
    around = content_terms(f"{sentence.passage.heading} ; {sentence.passage.before} ; {sentence.text}")
    return all(word.found_in(around) >= SAME for word in others)


def _holds_office(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a name at a span stands right beside the office whose holder is asked for: "the mayor, Ada Wren", and not
    "the deputy mayor" or "the former mayor"."""
    words = question.tokens
    if len(words) < 3 or words[0].surface != "who" or words[1].surface not in BE:
        return False
    role = {
        word.term
        for word in itertools.takewhile(lambda each: each.surface not in _ROLE_ENDS, words[2:])
        if not word.is_stop
    }
    ahead = [word.term for word in tokens(sentence[: span[0]]) if word.surface not in HONORIFICS and not word.is_stop]
    if role and {*ahead[-len(role) :]} == role:
        return not {*ahead[-len(role) - 1 : -len(role)]} & _OTHER_OFFICE
    apposed = _APPOSED.match(sentence, span[1])
    behind = [word.term for word in tokens(sentence[apposed.end() :]) if not word.is_stop] if apposed else []
    return bool(role) and {*behind[: len(role)]} == role


def _is_its_day(question: Question, asked: Sequence[QueryTerm], sentence: Sentence, said: Words) -> bool:
    """Whether a time is told with the meeting that a question asks about by whatever verb: "met on 3 May" of when they
    held talks. Whoever is named is told there, or with the meeting, and somebody there."""
    verb, may = question.analysis.predicate, MAY - {word.surface for word in question.tokens}
    others = [word for word in asked if word.word.term not in EVENT_TERMS | MEETING_TERMS]
    if verb not in EVENT_TERMS or not others or question.analysis.ordinals:
        return False
    for told in deeds(sentence.text):
        if told.verb not in EVENT_TERMS or told.denied or told.open or told.auxiliaries & may:
            continue
        its = frozenset(word.term for word in (*told.who, *told.what))
        named = _stands_in(said, told.what) and any(word.found_in(its) >= SAME for word in others)
        if named and all(word.found_in(its | sentence.around) >= SAME for word in others):
            return True
    return False


def _is_its_place(question: Question, asked: Sequence[QueryTerm], sentence: Sentence, said: Words) -> bool:
    """Whether a place is told with the deed that a question asks about, or with a meeting where it asks for no other
    deed."""
    verb = question.analysis.predicate
    if verb is not None and verb not in EVENT_TERMS:
        return any(_stands_in(said, told.what) for told in done_so(question, asked, sentence))
    days = dates_in(sentence.text, ())
    if (
        days
        and question.analysis.dates
        and not any(day.agrees(asks) for day in days for asks in question.analysis.dates)
    ):
        return False
    if _ANOTHER.search(sentence.text) and not _ASKS_ANOTHER.search(question.text):
        return False  # "the next congress will be held in Tarn"
    ordinals = {token.term for token in sentence.tokens if token.term.startswith("#")}
    if question.analysis.ordinals and ordinals and ordinals.isdisjoint(question.analysis.ordinals):
        return False
    with_it = [each for each in deeds(sentence.text) if _stands_in(said, (*each.who, *each.what))]
    near = {word.term for each in with_it for word in (*each.who, *each.what)} | {each.verb for each in with_it}
    return not near.isdisjoint(EVENT_TERMS | MEETING_TERMS)


def _is_name(said: Words, question: Question) -> bool:
    """Whether words are a name, and none that a question says itself."""
    named = [word for word in said if not word.is_stop]
    if not named or not (named[0].capital and named[-1].capital):
        return False
    return question.analysis.terms.isdisjoint(word.term for word in named)


def _stands_in(said: Words, words: Words) -> bool:
    """Whether words stand together among others; of several that are joined, the last ones."""
    last = list(itertools.takewhile(lambda word: word.surface not in _JOINS, reversed(said)))[::-1]
    mine, its = [word.surface for word in last], [word.surface for word in words]
    return bool(mine) and any(its[at : at + len(mine)] == mine for at in range(len(its) - len(mine) + 1))
