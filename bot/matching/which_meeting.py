"""“Which meeting was held on 3 May?”: a meeting by its name, as an article of that day has it, and nothing else."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.index import Index
from bot.index.date_terms import agreeing_terms
from bot.index.entries import ArticleContext
from bot.index.postings import union
from bot.matching.overruling import is_of_same_meeting
from bot.question import Question
from bot.question.cues import EVENT_TERMS, IDLE_TERMS, MEETING_TERMS
from bot.question.tokens import Token, stem, surface_at, tokens
from bot.question.words import GENERAL
from bot.replies import Answer

SURE: Final = 0.95
"""How sure it is (0–1) that the only meeting of a day is the one that is asked for by the day."""
MOST: Final = 64
"""Of more articles that have a date none is looked at."""
_BODIES: Final = frozenset(map(stem, f"{GENERAL['body']} authority association union club trust party panel".split()))
_ACRONYM: Final = re.compile(r"\b[A-Z]{3,}")


def _asks_for_meeting(question: Question) -> bool:
    asked = question.analysis
    return asked.answer_type == "which" and not MEETING_TERMS.isdisjoint(asked.focus[-1:])


def names_no_meeting(question: Question, said: str, named: frozenset[str]) -> bool:
    """Whether a question asks for a meeting, and an answer names none; `named` are the terms of the article's own.

    >>> from bot.question import read
    >>> names_no_meeting(read("Which meeting was held on 3 May?"), "Port Adair", frozenset({"port", "adair", "board"}))
    True
    """
    if not _asks_for_meeting(question):
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


def meeting_of_day(question: Question, index: Index) -> Answer | None:
    """The meeting that a question asks for by nothing but its date, and perhaps its place; None where there is none, or
    more than one."""
    asked = question.analysis
    held = asked.predicate is None or asked.predicate in EVENT_TERMS
    if not _asks_for_meeting(question) or not asked.dates or not held or asked.negated or asked.selector:
        return None
    found = sorted(_held_then(question, index), key=lambda each: each.when, reverse=True)
    if not found or not all(is_of_same_meeting(found[0], other) for other in found):
        return None
    answers = (_named(each, index) for each in found)
    return next((dataclasses.replace(answer, question=question.text) for answer in answers if answer), None)


def _held_then(question: Question, index: Index) -> Iterator[ArticleContext]:
    """The articles whose meeting has the dates of a question, and all else that it names."""
    asked, reader = question.analysis, index.reader
    keys = [key for date in asked.dates for key in reader.numbers(agreeing_terms(date)).tolist()]
    articles = union(list(map(reader.title_postings.of, keys)))
    own = {word.term for word in asked.words} - IDLE_TERMS
    for number in articles.tolist() if len(articles) <= MOST else ():
        context = index.contexts[number]
        dated = all(any(date.agrees(day) for day in context.days) for date in asked.dates)
        if dated and own <= context.meeting:
            yield context


def _named(context: ArticleContext, index: Index) -> Answer | None:
    """The name of an article's meeting in the first sentence that has it."""
    number, meeting = index.number_of(context.record.article.id), context.record.meeting
    if number is None or meeting is None:
        return None
    for name in (meeting.name, *meeting.aliases):
        for place, text in enumerate(index.sentences(number)):
            if (at := text.find(name)) >= 0:
                plain = index.read_answer(number, place)
                return dataclasses.replace(
                    plain, answer=name, kind="which", confidence=SURE, marked=(at, at + len(name))
                )
    return None
