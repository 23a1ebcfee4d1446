"""A sentence that tells of another place or day than a question: no "yes" rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

from bot.index import Index
from bot.index.entries import ArticleContext
from bot.matching.agreement import item_terms
from bot.matching.dates_told import dates_in
from bot.matching.evidence import Sentence
from bot.question import Question
from bot.question.cues import EVENT_TERMS, IDLE_TERMS
from bot.question.tokens import Token, tokens
from facts.months import MONTHS

_AT: Final = frozenset({"at", "in", "near"})
_ARTICLES: Final = frozenset({"a", "an", "the"})


def is_elsewhere(question: Question, sentence: Sentence, index: Index) -> bool:
    """Whether a question names a place or a day, and a sentence tells of another one, or of the place nothing at all.

    What a sentence leaves open is so at its meeting's place, or, where that is not known, at one named around it.
    """
    context = index.contexts[sentence.article]
    asked = question.analysis
    days = [date for date in dates_in(sentence.text, context.dates) if date.month]
    if asked.dates and days and not any(date.agrees(day) for date in asked.dates for day in days):
        return True
    heading = tokens(sentence.passage.heading)
    named = context.capitals | {token.term for token in heading if token.capital}
    own = context.spelled_both_ways(frozenset(token.term for token in sentence.tokens))
    places = {term for term in places_of(question.tokens, named) if term not in own}
    if not places:
        return False
    meeting = context.record.meeting
    place = item_terms(meeting.place or "") if meeting is not None else frozenset[str]()
    open_to = place.union(*context.names) if place else sentence.around
    about = asked.terms - places - EVENT_TERMS - IDLE_TERMS - context.meeting
    told = any(term in own for term in about)
    return not told or any(places_of(sentence.tokens, frozenset())) or not places <= context.spelled_both_ways(open_to)


def names_other_place(
    question: Question, words: Sequence[Token], around: frozenset[str], context: ArticleContext
) -> bool:
    """Whether a question that does not ask where names a place which the words of a sentence do not have, nor what is
    around them; nor, if they tell of no other place, its article."""
    if question.analysis.answer_type == "where":
        return False
    own = frozenset(token.term for token in words)
    places = frozenset(places_of(question.tokens, context.capitals))
    missing = places - context.spelled_both_ways(own | around | context.meeting)
    return bool(missing) and (any(places_of(words, frozenset())) or not missing <= context.article)


def places_of(words: Sequence[Token], named: Set[str]) -> Iterator[str]:
    """The terms of names behind "in" or "at": written with a capital, or among those known to be names."""
    inside = False
    for word in words:
        name = word.surface.isalpha() and word.surface not in MONTHS and (word.capital or word.term in named)
        if inside and name:
            yield word.term
        inside = word.surface in _AT or (inside and (name or word.surface in _ARTICLES))
