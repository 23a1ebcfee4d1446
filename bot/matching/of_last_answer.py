"""A bare “where?” or “when?” is about what was answered last: that sentence tells it, or one that has all of the
question before; what others tell is offered at most."""

from __future__ import annotations

import re
from typing import Final

from bot.index import Index
from bot.matching.candidates import NEXT_ONE
from bot.question import Question, read
from bot.question.follow_up import asks_for_next, names_no_meeting, said_of_one
from bot.question.tokens import content_terms
from bot.replies import Answer, Context
from facts.expressions import expression

_BARE_WHO: Final = expression(r"\W*(?:and |but |so )?(?:by )?whom?\W*", re.IGNORECASE)
_LONGEST: Final = 4
"""Words of a bare question, at most: "and where was it?"."""
_OPENS: Final = expression(r"(\W*(?:and |but |so )?)(?:when|where)\b", re.IGNORECASE)


def asks_barely(question: Question) -> bool:
    """Whether a question is nothing but a question word.

    >>> from bot.question import read
    >>> [asks_barely(read(text)) for text in ("where?", "and when was it?", "by whom?", "who came?")]
    [True, True, True, False]
    """
    is_short = len(question.tokens) <= _LONGEST
    return (is_short and names_no_meeting(question)) or _BARE_WHO.fullmatch(question.text) is not None


def turned(question: Question, before: str) -> str | None:
    """A question that asked when or where the next meeting is with the other word, that of a bare question after it;
    None where another question was before.

    >>> from bot.question import read
    >>> turned(read("and where?"), "When do they meet again?"), turned(read("where?"), "When was the vote?")
    ('where do they meet again?', None)
    """
    word, opens = question.analysis.answer_type, _OPENS.match(before)
    if word not in ("when", "where") or opens is None or opens[0].lower().endswith(word):
        return None
    return word + before[opens.end() :] if asks_for_next(read(before)) else None


def is_of_last_answer(answer: Answer, talk: Question, context: Context, index: Index) -> bool:
    """Whether an answer stands in the sentence that answered last, or in one that has all that the question before
    tells of. Where that had no answer, what only names the meeting may be told by any, of the next one by what tells
    of that."""
    last, its = index.answer(context.answer_key or ""), index.context(answer.article)
    if last is not None and last.article == answer.article and _overlap(last.evidence, answer.evidence):
        return True
    own = said_of_one(talk) - {talk.analysis.predicate}
    if last is None and talk.analysis.selector == "next":
        return NEXT_ONE.search(answer.evidence) is not None
    if last is None and its is not None:
        own -= frozenset[str]().union(*its.names)
        if not own:
            return True
    return bool(own) and own <= content_terms(answer.evidence)


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one
