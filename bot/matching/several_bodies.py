"""“The ordinary meeting of the parish council”, where several parishes have one: which is meant, nobody knows."""

from __future__ import annotations

from typing import Final

from bot.index import Index
from bot.index.entries import ArticleContext
from bot.matching.meetings import NAMED_ALIKE, meetings_with, of_same_meeting
from bot.question import Question
from bot.question.follow_up import is_personal, said_of_one
from bot.question.tokens import content_terms, stem
from bot.replies import Context

_BODIES: Final = frozenset(map(stem, "assembly authority board cabinet committee council".split()))
_ONE_OF_EACH: Final = frozenset(map(stem, "agm annual extraordinary ordinary".split()))
"""Of the meetings of a body those that every body has."""
_SORTS: Final = _BODIES | frozenset(
    map(
        stem,
        "agm annual borough city community county district executive extraordinary full general governor local meeting "
        "monthly municipal ordinary parish quarterly regular school session special town trustee village".split(),
    )
)
"""Words that the meetings of many bodies are called by."""
_OF_EACH: Final = frozenset(map(stem, "begin clerk close open public secretary start treasurer".split()))
"""What may be asked of each of them."""


def bodies_meant(question: Question, context: Context, index: Index) -> list[tuple[int, ...]]:
    """The articles about the newest meeting of each body that a question may mean, newest first, where it names a
    meeting only by words that those of several bodies are called by; none where it is clear which is meant."""
    asked = question.analysis
    named = asked.terms & _SORTS
    if named.isdisjoint(_BODIES | _ONE_OF_EACH) or asked.selector or asked.ordinals or is_personal(question):
        return []
    if not said_of_one(question) <= named | _OF_EACH or any(w.name and w.term not in named for w in asked.words):
        return []
    likely = [index.contexts[each] for each in meetings_with(named, asked.dates, 1.0, index.reader)]
    likely = [each for each in likely if each.record.meeting and each.days and _is_called(each, named)]
    if len(likely) == NAMED_ALIKE or any(each.record.article.id == context.article for each in likely):
        return []
    found: list[ArticleContext] = []
    for each in sorted(likely, key=lambda context: context.when, reverse=True):
        if asked.dates and not all(any(date.agrees(day) for day in each.days) for date in asked.dates):
            continue
        if not any(_may_be_one(each, other) for other in found):
            found.append(each)
    numbers = (index.number_of(each.record.article.id) for each in found)
    return [tuple(of_same_meeting(n, index)) for n in numbers if n is not None] if len(found) > 1 else []


def _is_called(context: ArticleContext, named: frozenset[str]) -> bool:
    """Whether a meeting, or the body that its source names, has all these words."""
    source = content_terms(context.record.article.source or "")
    return any(named <= name | source for name in context.names)


def _may_be_one(mine: ArticleContext, its: ArticleContext) -> bool:
    """Whether two meetings may be of one body: by what else their names have, or, where one has nothing else, by the
    source and the place."""
    own, other = _told_apart_by(mine), _told_apart_by(its)
    if own and other:
        return not own.isdisjoint(other)
    if not own and not other:
        return _around(mine) == _around(its) or not (_around(mine) and _around(its))
    return not (own or other).isdisjoint(_around(its if own else mine))


def _told_apart_by(context: ArticleContext) -> frozenset[str]:
    """The words of a meeting's name that are none of sorts or numbers."""
    meeting = context.record.meeting
    return frozenset(
        term
        for term in content_terms(meeting.name if meeting else "") - _SORTS
        if term[0] not in "#" and term.isalpha()
    )


def _around(context: ArticleContext) -> frozenset[str]:
    meeting = context.record.meeting
    return content_terms(context.record.article.source or "", (meeting and meeting.place) or "") - _SORTS
