"""“Who's the finance director?”, where several articles have one: whose is meant, nobody knows, so it is asked back."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from bot.index import Index
from bot.matching.overruling import is_of_same_meeting
from bot.question import Question
from bot.question.follow_up import names_nothing
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import normalized
from bot.replies import Answer, Reply
from facts.expressions import expression

_WHAT_IS: Final = expression(
    r"(?:and |so )?(?:who|what|how (?:big|high|large|much|old))(?:['’]?s| is| are| was| were) (?:the|its|their) "
    r"(?P<thing>[a-z][a-z -]*)\W*",
    re.IGNORECASE,
)
_MOST: Final = 3
"""So many are shown to choose from."""


def asks_of_no_one(question: Question) -> bool:
    """Whether a question asks who or how much something is, and not whose: what several may have.

    >>> from bot.question import read
    >>> asked = "Who's the clerk?", "How big is the deficit?", "Who is the clerk of Tarn?", "Who chaired it?"
    >>> [asks_of_no_one(read(text)) for text in asked]
    [True, True, False, False]
    """
    thing = _WHAT_IS.fullmatch(question.text.strip())
    return thing is not None and names_nothing(question) and PREPOSITIONS.isdisjoint(thing["thing"].split())


def to_choose_whose(said: Reply, index: Index) -> Reply:
    """A reply, or what to choose from where others surely have another one than it has."""
    answer = said.answer
    others = [each for each in said.suggestions if answer is not None and _is_anothers(answer, each, index)]
    if answer is None or not others:
        return said
    return dataclasses.replace(said, status="suggest", answer=None, suggestions=(answer, *others)[:_MOST])


def _is_anothers(answer: Answer, other: Answer, index: Index) -> bool:
    mine, its = index.context(answer.article), index.context(other.article)
    if mine is None or its is None or is_of_same_meeting(mine, its):
        return False
    return normalized(answer.answer) != normalized(other.answer)
