"""Beside the answer to a question that names its meeting stands nothing of other meetings."""

from __future__ import annotations

from typing import Final

from bot.index.entries import ArticleContext
from bot.question import Question
from bot.question.cues import IDLE_TERMS
from bot.question.tokens import stem
from bot.question.words import GENERAL

_GENERAL: Final = IDLE_TERMS | frozenset(
    map(stem, f"{GENERAL['body']} annual association authority club extraordinary general panel party special trust "
    "union".split())
)  # fmt: skip
"""Words of names by which no meeting is told from others."""


def is_named_apart(question: Question, answered: ArticleContext | None, other: ArticleContext | None) -> bool:
    """Whether a question names the meeting that it is answered from by a word of its name that the article on another
    has not, or by its day."""
    if answered is None or other is None:
        return False
    asked = question.analysis
    own = (asked.terms & frozenset[str]().union(*answered.names)) - _GENERAL
    if own - other.article.union(*other.names):
        return True
    mine, its = answered.known_days, other.known_days
    dated = [date for date in asked.dates if any(date.agrees(day) for day in mine)]
    return bool(its) and any(not any(date.agrees(day) for day in its) for date in dated)
