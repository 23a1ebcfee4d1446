"""The meeting that a chat talks about: a short question that names nothing else is asked of it alone, and "and the year
before?" of the one of its series that was held then."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from bot.index import Index
from bot.index.entries import ArticleContext
from bot.matching.meetings import meetings_with
from bot.matching.overruling import SAME_NAME, is_of_same_meeting
from bot.matching.sort_meant import by_name, latest_meant, may_be_meant, of_sort, sort_meant
from bot.question import Question, read
from bot.question.follow_up import SHORT, YearsAway, asks_by_itself, names_nothing, said_of_one, years_away
from bot.question.named_dates import Date, named, spelled_out
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, content_terms, tokens
from bot.replies import Context


@dataclasses.dataclass(frozen=True, slots=True)
class Scope:
    """What a question is looked for in: these articles (by number) alone. `question` is what is asked of them, where
    that is not what was said, and needs no question before."""

    articles: tuple[int, ...]
    question: Question | None = None


def scoped(question: Question, context: Context, index: Index) -> tuple[Question, Context, tuple[int, ...] | None]:
    """What is asked, in the light of what, and of which articles (by number) alone; None where of any."""
    if (sort := _other_sort(question, context, index)) is not None:
        return question, Context() if asks_by_itself(question) else Context(context.question), of_sort(sort, index)
    scope = scope_of(question, context, index)
    if scope is None or scope.question is None:
        return question, context, None if scope is None else scope.articles
    return scope.question, Context(), scope.articles


def scope_of(question: Question, context: Context, index: Index) -> Scope | None:
    """The articles that alone a question is asked of, since it asks of the last meeting, or leans on what the chat
    talks about and names nothing else; None where it may be asked of any."""
    if (newest := latest_meant(question, index)) is not None:
        return Scope(tuple(of_same_meeting(newest, index)), by_name(question, index.contexts[newest]))
    number = index.number_of(context.article) if context.article is not None else None
    if number is None or not context.question or _other_sort(question, context, index):
        return None
    away = years_away(question, context.question)
    if away is not None and (names_nothing(question) or not away.by_itself):
        scope = _years_away(number, away, index)
        if scope.articles or not away.by_itself:
            return scope
    own = said_of_one(question)
    if not names_nothing(question) or len(own) > SHORT:
        return None
    articles = tuple(of_same_meeting(number, index))
    told = {term for each in articles for term in index.contexts[each].article}
    return Scope(articles) if own <= told else None


def _other_sort(question: Question, context: Context, index: Index) -> str | None:
    """The sort of meeting that a question names ("the forum"), if what the chat talks about is none on record."""
    talked_about = index.context(context.article) if context.article is not None else None
    other = talked_about is not None and not may_be_meant(question, index)(talked_about)
    return sort_meant(question) if other else None


def of_same_meeting(number: int, index: Index) -> Iterator[int]:
    """The articles about the meeting that one of them is about, itself first."""
    mine = index.contexts[number]
    yield number
    for name in mine.names[:1] if mine.days else ():
        for other in meetings_with(name, mine.known_days, SAME_NAME, index.reader):
            if other != number and is_of_same_meeting(mine, index.contexts[other]):
                yield other


def _years_away(number: int, away: YearsAway, index: Index) -> Scope:
    """A question without what names the meeting of an article, asked of the meeting of its series some years away."""
    mine = index.contexts[number]
    series = _series_of(mine)
    if not mine.days or mine.days[0].year is None or not series:
        return Scope(())
    then = Date(mine.days[0].year + away.years, None, None)
    likely = meetings_with(series, [then], 1.0, index.reader)
    found = [each for each in likely if _series_of(index.contexts[each]) == series and _was(index.contexts[each], then)]
    found = [each for each in found if is_of_same_meeting(index.contexts[found[0]], index.contexts[each])]
    if not found:
        return Scope(())
    its = index.contexts[found[0]]
    return Scope(tuple(found), read(_without(away.asked, mine.meeting - its.meeting)))


def _series_of(context: ArticleContext) -> frozenset[str]:
    meeting = context.record.meeting
    return content_terms(meeting.series or "") if meeting else frozenset()


def _was(context: ArticleContext, then: Date) -> bool:
    return bool(context.days) and context.days[0].agrees(then)


def _without(text: str, names: frozenset[str]) -> str:
    """A question without the words of a meeting that another does not have, and without dates and ordinals."""
    found: Sequence[Token] = tokens(spelled_out(text))
    dated = named(found)[1]
    kept = [
        token.surface
        for at, token in enumerate(found)
        if at not in dated and token.term not in names and not token.term.startswith("#")
    ]
    while kept and kept[-1] in PREPOSITIONS:
        kept.pop()
    return " ".join(kept)
