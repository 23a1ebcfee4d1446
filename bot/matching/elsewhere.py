"""A sentence that tells of another place or day than a question: no "yes" rests on it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence, Set
from typing import Final

from bot.index import Index
from bot.index.entries import ArticleContext
from bot.matching.agreement import item_terms
from bot.matching.dates_told import dates_in
from bot.matching.evidence import Sentence
from bot.question import Question
from bot.question.cues import EVENT_TERMS, IDLE_TERMS, MEETING_TERMS
from bot.question.lexicon import is_word
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, stem, tokens
from facts.expressions import expression
from facts.folding import fold
from facts.months import MONTH_NUMBERS

_AT: Final = frozenset({"at", "in", "near"})
_SHORTEST: Final = 3
"""So many letters at the least stand for a name."""
_AT_ONES: Final = expression(r"\bat ([A-Z][\w-]*)['’]s\b")
_INITIALS: Final = expression(r"\b[A-Z]{2,4}\b(?= [A-Z][a-z])")
"""Letters before the name of a place that only say what it is that is named for it: "SV Tarn"."""
_NEAR_NAME: Final = 4
"""So many words behind a name may stand up to the noun that it is a part of."""
_HELD: Final = MEETING_TERMS | frozenset(
    map(stem, "agm ceremony congress election hearing inquiry referendum trial".split())
)
"""What is held: a name before it is no place."""
_ARTICLES: Final = frozenset({"a", "an", "the"})
CHAMBERS: Final = frozenset(
    "assembly chamber commons congress council court house lords parliament senate synod tribunal".split()
)
"""Bodies in which something is done, and which are no places: "in the Commons"."""


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
    here = _places_asked(question, named, context)
    places = {term for term in here if term not in own}
    if not places:
        return False
    meeting = context.record.meeting
    place = item_terms(meeting.place or "") if meeting is not None else frozenset[str]()
    open_to = place.union(*context.names) if place else sentence.around
    about = asked.terms - places - EVENT_TERMS - IDLE_TERMS - context.meeting
    told = any(term in own for term in about)
    others = any(term not in here for term in places_of(sentence.tokens, frozenset()))
    return not told or others or not places <= context.spelled_both_ways(open_to)


def names_other_place(
    question: Question, words: Sequence[Token], around: frozenset[str], context: ArticleContext
) -> bool:
    """Whether a question that does not ask where names a place which the words of a sentence do not have, nor what is
    around them; nor, if they tell of no other place, its article."""
    if question.analysis.answer_type == "where":
        return False
    own = frozenset(token.term for token in words)
    events = frozenset(word.term for word in question.tokens if _names_event(question.tokens, word))
    places = _places_asked(question, context.capitals, context) - _whose(question.text) - events
    missing = places - context.spelled_both_ways(own | around | context.meeting)
    return bool(missing) and (any(places_of(words, frozenset())) or not missing <= context.article)


def is_only_home(question: Question, words: Sequence[Token], around: Set[str], context: ArticleContext) -> bool:
    """Whether a question names a meeting by its place, and that is but where somebody is from by the words of a
    sentence, and not among the terms around them: "the fair in Lunt" and "Ada Wren, a weaver from Lunt, was named"."""
    told = {word.term: set[str]() for word in words}
    for before, word in itertools.pairwise(words):
        told[word.term].add(before.surface)
    home = {term for term, before in told.items() if before == {"from"}}
    home -= context.spelled_both_ways(frozenset(around) | context.meeting)
    return any(
        place.term in home and before.surface in _AT and _is_meeting(question.tokens[:at])
        for at, (before, place) in enumerate(itertools.pairwise(question.tokens))
    )


def _is_meeting(ahead: Sequence[Token]) -> bool:
    """Whether words before the preposition of a place end with a meeting: by its noun, or by "at" before whatever that
    is: "at its yearly dinner"."""
    if ahead and ahead[-1].term in MEETING_TERMS:
        return True
    noun = list(itertools.takewhile(lambda word: word.surface not in PREPOSITIONS, reversed(ahead)))
    return 1 < len(noun) < len(ahead) and ahead[-len(noun) - 1].surface in ("at", "during")


def _places_asked(question: Question, named: Set[str], context: ArticleContext) -> frozenset[str]:
    """The terms of the places that a question names."""
    runs = (run for run in _names_behind(question.tokens, named) if not _is_body(run[-1], context))
    initials = {fold(word) for word in _INITIALS.findall(question.text)}
    return frozenset(
        word.term
        for run in runs
        if run[-1].surface not in CHAMBERS
        for word in run
        if len(run) == 1 or word.surface not in initials
    )


def _names_event(words: Sequence[Token], name: Token) -> bool:
    """Whether a name in some words is that of what is held: "the Old Lock inquiry", "the bank's yearly session"."""
    at = words.index(name)
    behind = itertools.takewhile(lambda word: word.surface not in PREPOSITIONS, words[at + 1 : at + 1 + _NEAR_NAME])
    return any(word.term in _HELD for word in behind)


def _is_body(word: Token, context: ArticleContext) -> bool:
    """Whether a name is that of an article's meeting, and no place: it ends with an ordinary word of that ("the Tarn
    Lock Board"), or with first letters."""
    if context.record.meeting is None or word.term.startswith("="):  # a meeting may be named for a country
        return False
    name = tokens(context.record.meeting.name)
    ordinary = is_word(word.surface) and any(word.term == each.term for each in name)
    return ordinary or is_short_for(word.surface, name)


def is_short_for(name: str, words: Sequence[Token]) -> bool:
    """Whether a name is made of the first letters that names have which stand in a row, the words between left out.

    >>> [is_short_for(name, tokens("Minutes of the Tarn Lock Board")) for name in ("tlb", "tb")]
    [True, False]
    """
    return len(name) >= _SHORTEST and name in "".join(word.surface[0] for word in words if word.capital)


def _whose(text: str) -> frozenset[str]:
    """The terms of those at whose something is or is looked: "at Wren's first term"."""
    return frozenset(stem(fold(each)) for each in _AT_ONES.findall(text))


def places_of(words: Sequence[Token], named: Set[str]) -> Iterator[str]:
    """The terms of names behind "in" or "at": written with a capital, or among those known to be names."""
    return (word.term for run in _names_behind(words, named) for word in run)


def _names_behind(words: Sequence[Token], named: Set[str]) -> Iterator[list[Token]]:
    """The names behind "in" or "at", each with all its words."""
    inside, run = False, list[Token]()
    for word in words:
        name = word.surface.isalpha() and word.surface not in MONTH_NUMBERS and (word.capital or word.term in named)
        if inside and name:
            run.append(word)
        elif run:
            yield run
            run = []
        inside = word.surface in _AT or (inside and (name or word.surface in _ARTICLES))
    if run:
        yield run
