"""Who leads a body is not who chaired one of its meetings."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.deeds_told import deeds
from bot.question import Question
from bot.question.cues import MEETING_TERMS
from bot.question.tokens import stem
from facts.expressions import expression

_LEADS: Final = expression(
    r"\bwho(?: now| currently)? (?:chairs|leads|heads|presides over|runs)\b"
    r"|\bwho is (?:the |now |its )*(?:chair\w*|president|head|leader) of\b",
    re.IGNORECASE,
)
"""What asks who is at the head of something, and not who was at one time."""
_WHO_LEADS: Final = expression(r"\b(?:who|which) (?:now |still )?(?:chairs|leads|heads|presides|runs)\b", re.IGNORECASE)
"""What tells besides of somebody that they lead."""
_CHAIRS: Final = frozenset(map(stem, "chair head lead moderate preside".split()))
_MEETINGS: Final = MEETING_TERMS | frozenset(map(stem, "debate hearing seminar sitting".split()))
"""What is chaired and is no body."""


def is_only_of_its_meeting(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks who leads a body, and a sentence tells only who chaired a meeting.

    >>> from bot.question import read
    >>> told = "The session was chaired by Ada Wren."
    >>> [is_only_of_its_meeting(read(f"Who {deed}?"), told, (27, 35)) for deed in ("chairs the guild", "chaired it")]
    [True, False]
    """
    asked = question.analysis
    if _WHO_LEADS.search(sentence) or not _LEADS.search(question.text) or not asked.terms.isdisjoint(_MEETINGS):
        return False
    led = [told for told in deeds(sentence) if told.verb in _CHAIRS]
    return bool(led) and all(any(word.term in _MEETINGS for word in told.what) for told in led)
