"""“Pump?” after “When was the gate mended?” is not answered by the day of the gate again."""

from __future__ import annotations

import dataclasses
from typing import Final

from bot.index import Index
from bot.question import Question, lexicon
from bot.question.cues import IDLE_TERMS
from bot.question.follow_up import asks_for_others
from bot.question.tokens import content_terms
from bot.replies import Answer, Context, Reply

_MOST: Final = 1
"""Words of a question that only names another thing."""


def without_repeated(said: Reply, question: Question, before: Context, index: Index) -> Reply:
    """A reply without the sentence that answered before, where a question only names a thing that this does not tell
    of: neither a name nor what asks for something by itself. What does not tell of it is offered at most. "And the
    idea?" may be another word for what it tells, where its article has no idea."""
    asked = question.analysis
    own = [word for word in asked.words if word.term not in IDLE_TERMS]
    if not before.question or asked.answer_type is not None or len(own) != _MOST or asks_for_others(question):
        return said
    word = own[0]
    if word.capital or asked.dates or not lexicon.is_inflected(word.surface):
        return said
    said = said if question.continues else _doubted(said, word.term)
    last = index.answer(before.answer_key or "")
    if last is None or word.term in content_terms(last.evidence):
        return said
    context = index.context(last.article)
    if question.continues and (context is None or word.term not in context.article):
        return said

    def is_again(answer: Answer) -> bool:
        return answer.article == last.article and answer.evidence == last.evidence

    kept = tuple(each for each in said.suggestions if not is_again(each))
    if said.answer is not None and is_again(said.answer):
        said = dataclasses.replace(said, answer=None, status="suggest")
    if said.answer is not None or kept:
        return dataclasses.replace(said, suggestions=kept)
    return dataclasses.replace(said, status="none", suggestions=(), reason="not_on_record")


def _doubted(said: Reply, term: str) -> Reply:
    """A reply whose answer is only offered, where its sentence has neither the word asked by nor one near it."""
    if said.answer is None or said.answer.kind == "yes_no":
        return said
    told = content_terms(said.answer.evidence)
    if term in told | content_terms(said.answer.before) or not told.isdisjoint(lexicon.related(term)):
        return said
    return dataclasses.replace(said, status="suggest", answer=None, suggestions=(said.answer, *said.suggestions))
