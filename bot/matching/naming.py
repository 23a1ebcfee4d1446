"""Whether a question by itself names something on record: whoever hears it without its conversation knows what it is
about."""

from __future__ import annotations

from typing import Final

from bot.index.entries import ArticleContext
from bot.question import Question, Word, cues
from bot.question.follow_up import is_follow_up, is_personal

PLAIN_NAMES: Final = 2
"""Ordinary words of a name that name it: "harbour forum" does, "forum" does not."""


def stands_alone(question: Question, context: ArticleContext) -> bool:
    """Whether a question needs neither the one before nor those who talk to be understood, and names something that an
    article is about: by a name, by two words of one, or by a day and a word.

    "lunch?", "who paid?" and "where are you?" do not, whatever may be found for them.
    """
    if is_follow_up(question) or is_personal(question):
        return False
    own = [word for word in question.analysis.words if word.term not in cues.IDLE_TERMS]
    if any(_is_name(word) and word.term in context.article for word in own):
        return True
    named = {word.term for word in question.analysis.words} & (context.meeting | context.capitals)
    if len(named) >= PLAIN_NAMES and any(word.term in named for word in own):
        return True
    days = [date for date in question.analysis.dates if date.day is not None or date.year is not None]
    return bool(named) and any(day.agrees(other) for day in days for other in context.dates)


def _is_name(word: Word) -> bool:
    """Whether a word is no ordinary one; a bare number names nothing."""
    return word.name and not word.term[0].isdigit() and word.term[0] != "#"
