"""“Which meeting was held on 3 May?”, “… in Brill?”: a meeting by its name, as its article has it, and nothing else."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from bot.index import Index
from bot.index.date_terms import agreeing_terms
from bot.index.entries import ArticleContext
from bot.index.postings import union
from bot.matching.agreement import item_terms
from bot.matching.meetings import meetings_with, of_same_meeting
from bot.matching.overruling import is_of_same_meeting
from bot.matching.sort_meant import ANY_SORT, may_be_meant
from bot.question import Analysis, Question
from bot.question.cues import EVENT_TERMS, IDLE_TERMS, MEETING_TERMS
from bot.question.tokens import Token, stem, surface_at, tokens
from bot.question.words import GENERAL, MEETING_NOUNS
from bot.replies import Answer
from facts.expressions import expression

SURE: Final = 0.95
"""How sure it is (0–1) that the only meeting of a day, or at a place, is the one that is asked for by that."""
MOST: Final = 64
"""Of more articles that have a date none is looked at."""
_BODIES: Final = frozenset(map(stem, f"{GENERAL['body']} authority association union club trust party panel".split()))
_AT: Final = frozenset({"at", "in", "near"})
_OF_MEETINGS: Final = frozenset(("who", "when", "where", "how", "how_many", "yes_no"))
_ASKS_OTHER: Final = expression(
    r"\b(?:previous|preceding|next|earlier|following|coming|upcoming|again|after|before|(?:the|its|their) last)\b",
    re.IGNORECASE,
)
_MEETING: Final = expression(
    r"\b(?:(?<!since )(?<!after )(?<!before )(?<!than )(?:the|its|their|our) "
    r"(?:(?P<before>last|previous|preceding|earlier)|(?P<next>next|following|coming|upcoming)) )?"
    rf"(?:[\w-]+ )??(?:{'|'.join(sorted(MEETING_NOUNS))})\b",
    re.IGNORECASE,
)
"""A meeting, and whether it is told as the one before or the next of those that the sentence is about."""
_PART: Final = expression(r"[;:.]\s")
_CLAUSE: Final = expression(r"[;:.,]\s| (?:and|but|while|who|which|that) ")
_ACRONYM: Final = expression(r"\b[A-Z]{3,}")


def asks_for_meeting(question: Question) -> bool:
    """Whether a question asks which meeting something is said of."""
    asked = question.analysis
    return asked.answer_type == "which" and not MEETING_TERMS.isdisjoint(asked.focus[-1:])


def names_no_meeting(question: Question, said: str, named: frozenset[str]) -> bool:
    """Whether a question asks for a meeting, and an answer names none; `named` are the terms of the article's own.

    >>> from bot.question import read
    >>> names_no_meeting(read("Which meeting was held on 3 May?"), "Port Adair", frozenset({"port", "adair", "board"}))
    True
    """
    if not asks_for_meeting(question):
        return False
    words = tokens(said)
    terms = {token.term for token in words if not token.is_stop}
    if _ACRONYM.search(said) or any(_is_told_apart(words, at) for at in range(len(words))):
        return False
    return not terms & _BODIES or 2 * len(terms & named) < len(terms)


def _is_told_apart(words: Sequence[Token], at: int) -> bool:
    """Whether a word for a meeting says which: "the annual meeting", "a meeting of pilots", not "the meeting"."""
    if words[at].term not in MEETING_TERMS:
        return False
    return (at > 0 and not words[at - 1].is_stop) or surface_at(words, at + 1) in ("of", "on", "between")


def is_of_another_meeting(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks about a meeting, and a sentence tells the words at a span of the one before or the next.

    >>> from bot.question import read
    >>> told = "The previous meeting was in Tarn and lasted an hour."
    >>> is_of_another_meeting(read("How long did the meeting last?"), told, (44, 51))
    True
    """
    asked = question.analysis
    if (
        asked.answer_type not in _OF_MEETINGS
        or asked.terms.isdisjoint(MEETING_TERMS)
        or _ASKS_OTHER.search(question.text)
    ):
        return False
    ahead = _PART.split(sentence[: span[0]])[-1]
    told = [*_MEETING.finditer(ahead)][-1:] or [*_MEETING.finditer(_CLAUSE.split(sentence[span[1] :])[0])][:1]
    return any(each["before"] or (each["next"] and asked.past) for each in told)


def names_no_other(question: Question, index: Index) -> Callable[[int], bool]:
    """Whether an article (by its number) may be about the meeting that a question names by its sort, or of which it
    asks when or where it was: where the words of that are the name of a meeting on record, its article or any that has
    them all."""
    is_of_sort = may_be_meant(question, index)
    asked = question.analysis
    own = asked.terms - IDLE_TERMS - {asked.predicate}
    if asked.answer_type not in ("when", "where") or not own or asked.terms.isdisjoint(MEETING_TERMS):
        return lambda article: is_of_sort(index.contexts[article])
    named = meetings_with(own, (), 1.0, index.reader)

    def may_be(article: int) -> bool:
        context = index.contexts[article]
        has_all = not named or article in named or own <= context.spelled_both_ways(context.article)
        return has_all and is_of_sort(context)

    return may_be


def meeting_held(question: Question, index: Index) -> Answer | None:
    """The meeting that a question asks for by nothing but its date or its place; None where there is none, or more than
    one."""
    asked = question.analysis
    held = asked.predicate is None or asked.predicate in EVENT_TERMS
    if not asks_for_meeting(question) or not held or asked.negated or asked.selector:
        return None
    likely = _of_day(asked, index) if asked.dates else _of_place(asked, index)
    found = sorted((index.contexts[n] for n in likely), key=lambda each: each.when, reverse=True)
    if not found or not all(is_of_same_meeting(found[0], other) for other in found):
        return None
    answers = (_named(each, index) for each in found)
    return next((dataclasses.replace(answer, question=question.text) for answer in answers if answer), None)


def _of_day(asked: Analysis, index: Index) -> Iterator[int]:
    """The articles whose meeting has the dates of a question, and all else that it names."""
    reader = index.reader
    keys = [key for date in asked.dates for key in reader.numbers(agreeing_terms(date)).tolist()]
    articles = union(list(map(reader.title_postings.of, keys)))
    own = {word.term for word in asked.words} - IDLE_TERMS

    def has(context: ArticleContext) -> bool:
        dated = all(any(date.agrees(day) for day in context.days) for date in asked.dates)
        return dated and own <= context.meeting and _is_of_sort(asked, context)

    return _having(articles.tolist() if len(articles) <= MOST else (), has, index)


def _of_place(asked: Analysis, index: Index) -> Iterator[int]:
    """The articles whose meeting was held at the place that a question names, and nothing else."""
    own = frozenset(word.term for word in asked.words) - IDLE_TERMS

    def has(context: ArticleContext) -> bool:
        meeting = context.record.meeting
        return meeting is not None and own <= item_terms(meeting.place or "") and _is_of_sort(asked, context)

    at_place = bool(own) and not _AT.isdisjoint(asked.prepositions)
    return _having(meetings_with(own, (), 1.0, index.reader) if at_place else (), has, index)


def _having(articles: Iterable[int], has: Callable[[ArticleContext], bool], index: Index) -> Iterator[int]:
    """Those of some articles whose meeting has something, also by what a person put right in another report of it."""
    for number in articles:
        reports = [index.contexts[each] for each in of_same_meeting(number, index)]
        if has(index.contexts[number]) and all(has(each) for each in reports if each.record.known_as is not None):
            yield number


def _is_of_sort(asked: Analysis, context: ArticleContext) -> bool:
    """Whether a meeting is called what is asked for: a summit is no conference, but every one of them is a meeting."""
    sort = asked.focus[-1]
    return sort in ANY_SORT or sort in context.meeting


def _named(context: ArticleContext, index: Index) -> Answer | None:
    """The name of an article's meeting in the first sentence that has it, or, where a person put the name right, the
    one that the article has."""
    number, record = index.number_of(context.record.article.id), context.record
    if number is None or record.meeting is None:
        return None
    told = [record.meeting, record.known_as or record.meeting]
    for name in dict.fromkeys(name for meeting in told for name in (meeting.name, *meeting.aliases)):
        for place, text in enumerate(index.sentences(number)):
            if (at := text.find(name)) >= 0:
                plain = index.read_answer(number, place)
                own = name in (record.meeting.name, *record.meeting.aliases)
                return dataclasses.replace(
                    plain,
                    answer=name if own else record.meeting.name,
                    kind="which",
                    confidence=SURE,
                    marked=(at, at + len(name)),
                )
    return None
