"""What a chat talks about, for a question that does not name it: the question before, or the only meeting on record."""

from __future__ import annotations

from bot.index import Index
from bot.matching.meetings import meeting_meant, only_meeting
from bot.question import Question, read
from bot.question.follow_up import (
    asks_by_itself,
    is_bare,
    is_follow_up,
    names_no_subject,
    names_nothing,
    said_of_one,
)
from bot.replies import Context, Reply


def in_view(question: Question, context: Context, index: Index) -> Context:
    """What a chat talks about: where it has not begun and asks "when was it?", the only meeting on record; nothing that
    is only guessed where a question needs none of it."""
    if context.guessed and not leans_on_talk(question):
        return Context()
    if context.question or context.article or not is_bare(question):
        return context
    meeting = only_meeting(index)
    return context if meeting is None else Context(f"What was {meeting.name}?")


def question_before(question: Question, context: Context, index: Index) -> Question | None:
    """The question before. If it named no meeting itself ("Who chaired it?"), a question that takes its subject from it
    is read after the one that its answer has on record."""
    if not context.question:
        return None
    before = read(context.question)
    if context.answer_key is None or not names_no_subject(before) or not asks_by_itself(question):
        return before
    fact = index.answer(context.answer_key)
    return before if fact is None else read(fact.question)


def leans_on_talk(question: Question) -> bool:
    """Whether nobody can tell what a question is about who did not hear what was said before.

    >>> asked = "Who chaired it?", "Who attended?", "And Tarn?", "Who led the Tarn talks?"
    >>> [leans_on_talk(read(text)) for text in asked]
    [True, True, True, False]
    """
    return is_follow_up(question) or _asks_of_any(question)


def context_after(said: Reply, question: Question, index: Index, before: Context, found: str | None) -> Context:
    """What a chat talks about once a question has its reply: the article answered from; where there is no answer, what
    was talked about before, if the question was asked of that, else the article that is likely meant, at best the one
    that was `found` for its words.

    That is only guessed unless the article has all that the question tells of: who "chaired it" may then be asked of a
    meeting that is not on record.
    """
    if said.answer is not None:
        return Context(question.text, said.answer.article, said.answer.key)
    if before.article is not None and _asks_of_any(question):
        return Context(question.text, before.article, guessed=before.guessed)
    offered = [each.article for each in said.suggestions]
    likely = [each for each in (meeting_meant(question, index), before.article, *offered, found) if each is not None]
    having = next((each for each in likely if _has_all(question, each, index)), None)
    if having is not None:
        return Context(question.text, having)
    if _asks_of_any(question) and only_meeting(index) is not None:
        return Context(question.text, index.article(0))
    return Context(question.text, next(iter(likely), None), guessed=True)


def _asks_of_any(question: Question) -> bool:
    """Whether a question could be asked of any meeting."""
    told = said_of_one(question) - {question.analysis.predicate}
    return names_nothing(question) and (question.anaphoric or not told)


def _has_all(question: Question, article: str, index: Index) -> bool:
    """Whether an article has all that a question names, or, where that is nothing, all that it tells of, its verb and
    what it asks for aside, which may be put in other words there; and has the days that the question names."""
    mine, asked, own = index.context(article), question.analysis, said_of_one(question)
    named = own & {word.term for word in asked.words if word.name or word.capital}
    own = named or own - {asked.predicate, *asked.focus[-1:]} or own
    if mine is None or not own:
        return False
    dated = all(any(date.agrees(day) for day in (*mine.days, *mine.dates)) for date in asked.dates)
    return dated and own <= mine.spelled_both_ways(mine.article)
