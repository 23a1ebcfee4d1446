"""“The forum” is a meeting that is called one: where one on record has the word in its name, no other is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot.index import Index
from bot.index.entries import ArticleContext
from bot.question import Question
from bot.question.cues import MEETING_TERMS
from bot.question.follow_up import names_nothing
from bot.question.tokens import stem, surface_at

ANY_SORT: Final = frozenset(map(stem, "discussion event gathering meeting session talks".split()))
"""What every meeting may be called, whatever its name."""
MOST: Final = 64
"""Of more articles whose meeting has a word none is looked at."""
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


def of_sort(sort: str, index: Index) -> tuple[int, ...]:
    """The articles (by number) whose meeting has the term of a sort in its name."""
    numbers = index.reader.numbers([sort]).tolist()
    having = (article for number in numbers for article in index.reader.meeting_postings.of(number).tolist()[:MOST])
    return tuple(article for article in having if _is_called(index.contexts[article], sort))


def _is_called(context: ArticleContext, sort: str) -> bool:
    return context.record.meeting is not None and any(sort in name for name in context.names)
