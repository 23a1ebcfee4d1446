"""“Pump?” after “When was the gate mended?” is not answered by the day of the gate again."""

from __future__ import annotations

import dataclasses
from typing import Final

from bot.index import Index
from bot.question import Question, lexicon
from bot.question.cues import IDLE_TERMS
from bot.question.follow_up import asks_for_others
from bot.question.tokens import content_terms
from bot.replies import Answer, Reply

_MOST: Final = 1
"""Words of a question that only names another thing."""


def without_repeated(said: Reply, question: Question, last: Answer | None, index: Index) -> Reply:
    """A reply without the sentence that answered before, where a question only names a thing that this does not tell
    of: neither a name nor what asks for something by itself. "And the idea?" may be another word for what it tells, where
    its article has no idea."""
    asked = question.analysis
    own = [word for word in asked.words if word.term not in IDLE_TERMS]
    if last is None or asked.answer_type is not None or len(own) != _MOST or asks_for_others(question):
        return said
    word = own[0]
    if word.capital or asked.dates or not lexicon.is_inflected(word.surface):
        return said
    context = index.context(last.article)
    told_elsewhere = context is not None and word.term in context.article
    if word.term in content_terms(last.evidence) or (question.continues and not told_elsewhere):
        return said

    def is_again(answer: Answer) -> bool:
        return answer.article == last.article and answer.evidence == last.evidence

    kept = tuple(each for each in said.suggestions if not is_again(each))
    if said.answer is not None and is_again(said.answer):
        said = dataclasses.replace(said, answer=None, status="suggest")
    if said.answer is not None or kept:
        return dataclasses.replace(said, suggestions=kept)
    return dataclasses.replace(said, status="none", suggestions=(), reason="not_on_record")
