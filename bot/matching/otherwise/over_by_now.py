"""What is over, or never came about: the day until which is not the day since when, a meeting that was called off was
not the last one, and what runs again is out of order no more."""

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
_PLANNED_FOR: Final = expression(
    r"\b(?:announced|arranged|due|meant|planned|scheduled|set|slated)(?: [\w-]+)? (?:at|for|in|on)(?: the)? $",
    re.IGNORECASE,
)
"""What stands ahead of the day or place that was planned."""
_ASKS_MEANT: Final = expression(r"\b(?:meant|originally|supposed)\b|\bfirst (?:due|planned)\b", re.IGNORECASE)
_LATE: Final = expression(
    r",? (?:(?:an?|\w+) (?:day|month|week|year)s? late\b|later than|behind schedule)", re.IGNORECASE
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
_STATE: Final = (
    r"(?:out of (?:order|service|use|action|operation|bounds)|closed|shut|suspended|blocked|broken|idle|stopped|halted)"
)
_AGAIN: Final = expression(
    rf"\b(?P<state>{_STATE})\b[^;.]*?,? (?:(?:is|are|was|were|has been|have been) "
    r"(?:(?:now|\w+ing|\w+ed|open|in \w+) )*(?:again|back in \w+)"
    r"|(?:has|have) (?:since |now )?(?:reopened|resumed|been (?:lifted|repaired|mended|reopened)))\b",
    re.IGNORECASE,
)
"""What is so no more: "out of order since May, is working again"."""
_ASKS_PAST: Final = expression(r"\b(?:was|were|had|did|when|since|until|why|how)\b", re.IGNORECASE)


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


def is_called_off(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when something is, and a sentence tells that it was planned for the day at a span and
    called off; or when it was meant to be, and that the day is a late one.

    >>> from bot.question import read
    >>> told = "The fair planned for 14 June is cancelled.", "The mill will open on 9 May, a month late."
    >>> spans = [(21, 28), (22, 27)]
    >>> asked = "When is the fair?", "When was the mill meant to open?"
    >>> [is_called_off(read(each), text, span) for each, text, span in zip(asked, told, spans)]
    [True, True]
    >>> is_called_off(read("When will the mill open?"), told[1], spans[1])
    False
    """
    if question.analysis.answer_type not in ("when", "where"):
        return False
    if _ASKS_MEANT.search(question.text):
        return _LATE.match(sentence, span[1]) is not None
    planned = _PLANNED_FOR.search(sentence[: span[0]]) is not None and not _ASKS_OFF.search(question.text)
    end = clause_around(sentence, span, _CLAUSE)[1]
    return planned and _OFF.search(sentence, span[1], end) is not None


def is_over(question: Question, sentence: str) -> bool:
    """Whether a question asks if something is out of order or shut, and a sentence tells that it was and is no more.

    >>> from bot.question import read
    >>> told = "The crane, out of order since May, is working again."
    >>> [is_over(read(f"{is_} the crane out of order?"), told) for is_ in ("Is", "Was")]
    [True, False]
    """
    told = _AGAIN.search(sentence)
    if told is None or _ASKS_PAST.search(question.text) or question.analysis.answer_type not in ("yes_no", None):
        return False
    return told["state"].lower() in question.text.lower()


def is_told_of_what_is_over(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question that is not put as one asks for what is over: "crane out of order?"."""
    return is_over(question, sentence)
