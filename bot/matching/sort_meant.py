"""“The forum” is a meeting that is called one: where one on record has the word in its name, no other is meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from msgspec import structs

from bot.index import Index
from bot.index.entries import ArticleContext
from bot.question import Question, read
from bot.question.cues import LATEST, MEETING_TERMS
from bot.question.follow_up import names_nothing, said_of_one
from bot.question.tokens import stem, surface_at
from facts.expressions import expression

ANY_SORT: Final = frozenset(map(stem, "discussion event gathering meeting session talks".split()))
"""What every meeting may be called, whatever its name."""
MOST: Final = 64
"""Of more articles whose meeting has a word none is looked at."""
_LATEST: Final = expression(rf"\b(?:most )?(?:{'|'.join(sorted(LATEST))})\s+\w+", re.IGNORECASE)
_DEFINITE: Final = frozenset({"the", "that", "this"})


def sort_meant(question: Question) -> str | None:
    """The term of the only thing by which a question names a meeting, the sort that it is of; None where it names more
    or any meeting may be called so.

    >>> from bot.question import read
    >>> [sort_meant(read(f"Who chaired {it}?")) for it in ("the forum", "the meeting", "a forum", "the forum on trade")]
    ['forum', None, None, None]
    """
    if not names_nothing(question):
        return None
    words, verb = question.tokens, question.analysis.predicate
    for at, word in enumerate(words):
        last = at + 1 == len(words) or words[at + 1].term == verb or words[at + 1].term in ANY_SORT
        if word.term in MEETING_TERMS - ANY_SORT and surface_at(words, at - 1) in _DEFINITE and at and last:
            return word.term
    return None


def may_be_meant(question: Question, index: Index) -> Callable[[ArticleContext], bool]:
    """Whether a question may be about an article's meeting by the sort of meeting that it names."""
    sort = sort_meant(question)
    if sort is None or not of_sort(sort, index):
        return lambda context: True
    return lambda context: _is_called(context, sort)


def latest_meant(question: Question, index: Index) -> int | None:
    """The article (by number) of the newest meeting on record, if a question asks of "the last meeting" and names none;
    of "the last forum" the newest that is called one."""
    asked = structs.replace(question, analysis=structs.replace(question.analysis, selector=None))
    at = next((at for at, word in enumerate(question.tokens) if word.surface in LATEST), None)
    sort = question.tokens[at + 1].term if at is not None and at + 1 < len(question.tokens) else None
    if question.analysis.selector != "latest" or sort not in MEETING_TERMS or not names_nothing(asked):
        return None
    if said_of_one(question):
        return None
    when = index.reader.when
    articles = (sort not in ANY_SORT and of_sort(sort, index)) or range(len(when))
    newest = sorted(articles, key=lambda article: int(when[article]), reverse=True)
    return next((article for article in newest if index.contexts[article].days), None)


def by_name(question: Question, context: ArticleContext) -> Question:
    """What is asked of "the last meeting", asked of an article's meeting by its name.

    >>> _LATEST.sub("Moor Council", "Who chaired the most recent meeting?")
    'Who chaired the Moor Council?'
    """
    meeting = context.record.meeting
    return question if meeting is None else read(_LATEST.sub(lambda _: meeting.name, question.text, count=1))


def of_sort(sort: str, index: Index) -> tuple[int, ...]:
    """The articles (by number) whose meeting has the term of a sort in its name."""
    numbers = index.reader.numbers([sort]).tolist()
    having = (article for number in numbers for article in index.reader.meeting_postings.of(number).tolist()[:MOST])
    return tuple(article for article in having if _is_called(index.contexts[article], sort))


def _is_called(context: ArticleContext, sort: str) -> bool:
    return context.record.meeting is not None and any(sort in name for name in context.names)
