"""What a chat talks about, for a question that does not name it: the question before, or the only meeting on record."""

from __future__ import annotations

from bot.index import Index
from bot.matching.meetings import only_meeting
from bot.question import Question, read
from bot.question.follow_up import asks_by_itself, is_bare, names_no_subject
from bot.replies import Context


def in_view(question: Question, context: Context, index: Index) -> Context:
    """What a chat talks about: where it has not begun and asks "when was it?", the only meeting on record."""
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
