"""What is over, or never came about: the day until which is not the day since when, and a meeting that was called off
was not the last one."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.spans import clause_around
from bot.question import Question
from bot.question.cues import MEETING_TERMS
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

ASKS_SINCE: Final = expression(r"\b(?:since|from) (?:when|wh(?:at|ich) (?:day|date|month|year))\b", re.IGNORECASE)
_ASKS_UNTIL: Final = expression(r"\b(?:until|till) (?:when|wh(?:at|ich) (?:day|date|month|year))\b", re.IGNORECASE)
UNTIL: Final = expression(r"\b(?:until|till|up to)(?: the)? $", re.IGNORECASE)
_SINCE: Final = expression(r"\bsince(?: the)? $", re.IGNORECASE)
_OFF: Final = expression(
    r"\b(?:call(?:ed|ing) off|cancell?ed|postponed|put off|abandoned|not quorate|"
    r"did not (?:take place|happen|meet)|never (?:met|took)|"
    r"(?:adjourned|closed|ended|broke up) (?:for (?:want|lack) of|without|before it|unopened))\b",
    re.IGNORECASE,
)
"""By what a meeting did not come about."""
_ASKS_OFF: Final = expression(
    r"\b(?:off|cancel\w*|postpon\w*|abandon\w*|adjourn\w*|plann?\w*|schedul\w*|due|meant|supposed|should|"
    r"not|never|to be)\b|n['’]t\b",
    re.IGNORECASE,
)
_TO: Final = expression(r"\b(?:to|until|till|for|by|again|instead|held|took place|met)(?: \w+){0,2} $", re.IGNORECASE)
"""What stands ahead of the day that a meeting was put off to."""
_TO_MEETING: Final = expression(
    r"\b(?:postponed|put off)\b[^,;:]*? (?:until|till|to) (?:an?|the|its|their) (?:[\w-]+ ){0,4}?"
    r"(?:AGM|EGM|(?i:assembly|conference|congress|meeting|session|sitting|summit))\b"
)
"""By what something else was put off, to the meeting whose day is told."""
_MEETINGS: Final = MEETING_TERMS | {stem("meet"), stem("sit"), stem("sitting")}
_CLAUSE: Final = expression(r"[;:.] |,? (?:but|and|while|so) ")


def is_of_other_end(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks since when something is so, and the time at a span of a sentence is until when; or the
    other way round.

    >>> from bot.question import read
    >>> told = "Tarn holds the chair until 4 May."
    >>> [is_of_other_end(read(f"{when} does Tarn hold it?"), told, (27, 32)) for when in ("Since when", "Until when")]
    [True, False]
    """
    ahead = sentence[: span[0]]
    if ASKS_SINCE.search(question.text):
        return UNTIL.search(ahead) is not None or re.match(r"(?:un)?till? ", sentence[slice(*span)]) is not None
    return _ASKS_UNTIL.search(question.text) is not None and _SINCE.search(ahead) is not None


def did_not_meet(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when a meeting was, and that on the day at a span of a sentence did not come about.

    >>> from bot.question import read
    >>> told = "The last meeting, on 9 April, had been called off."
    >>> [did_not_meet(read(asked), told, (21, 28)) for asked in ("When did it meet?", "Which day was called off?")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "when" or asked.terms.isdisjoint(_MEETINGS) or _ASKS_OFF.search(question.text):
        return False
    begin, end = clause_around(sentence, span, _CLAUSE)
    told = content_terms(sentence[begin:end])
    return (
        _OFF.search(sentence, begin, end) is not None
        and not told.isdisjoint(_MEETINGS)
        and _TO.search(sentence[: span[0]]) is None
        and _TO_MEETING.search(sentence, begin, span[0]) is None
    )
