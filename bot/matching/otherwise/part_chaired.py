"""Who was in the chair for a part of a meeting: who chaired the item on the baths is not told to have chaired that on
the tolls, nor the rest."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.spans import CLAUSE, clause_around
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_CHAIRS: Final = (
    r"\b(?:(?:co-)?chair(?:ed|s|ing)?|presid(?:ed|es?|ing)|in the chair|(?:took|taken?|takes|taking) the chair)\b"
)
_PARTS: Final = r"(?:items?|debates?|discussions?|talks?|business|votes?|motions?|bills?|hearings?|matters?|questions?)"
_TIMES: Final = r"(?<!-)(?:day|half|part|session|sitting|morning|afternoon|evening)"
_ASKS: Final = expression(_CHAIRS, re.IGNORECASE)
_MEETS: Final = r"(?:meetings?|conferences?|congress|summit|assembly|forum|talks)"
_ASKS_MEETING: Final = expression(rf"{_CHAIRS}[^?]*\b{_MEETS}\b", re.IGNORECASE)
_OF_GROUP: Final = expression(
    r"\b(?:panel|workshop|working (?:group|party)|group|breakout|round ?table|sub-?committee)s?\b", re.IGNORECASE
)
"""What is a part of a conference, with a chair of its own."""
_REST: Final = expression(r"\b(?:rest|remainder|remaining|other (?:items?|parts?|days?|sessions?)|otherwise)\b")
_REST_TOLD: Final = expression(
    r"\b(?:rest|remain\w*|others?|otherwise|then on|thereafter|after(?!noon)\w*|later|next|before|until|from)\b",
    re.IGNORECASE,
)
_PART_ASKED: Final = expression(
    rf"\b(?:the|an?|its) (?P<what>(?:[\w’'-]+ ){{0,4}}?)(?:{_PARTS}(?: (?:on|about|of|over|concerning) "
    rf"(?:the )?(?P<on>[^?]*?))?|{_TIMES})(?= (?:in|at|with)\b|\W*$| of\b| was\b| were\b)",
    re.IGNORECASE,
)
"""A part of a meeting that a question names."""
_WHEN_ASKED: Final = expression(r"\b(?:when|while|as) (?P<what>[^?]*)")
_PART_TOLD: Final = expression(
    rf"{_CHAIRS}(?: (?:(?:for|during|over) (?:the |an? )?"
    rf"(?P<for>[^;.]*?\b(?:{_PARTS}|{_TIMES})\b[^;.]*?|items? [^;.]*?)"
    rf"|(?:the|an?) (?P<the>(?:[\w’'-]+ ){{1,4}}?(?:{_PARTS}|{_TIMES})\b[^;.]*?)"
    r"|[^;.]*?\b(?:while|when|as long as) (?P<while>(?:the|they|it|members)\b[^;.]*?\b(?:deal\w*|dealt|discuss\w*|"
    r"debat\w*|consider\w*|vot\w*|heard|decid\w*|talk\w*)\b[^;.]*?)|(?:over |for )?(?P<it>it|them|that)))"
    r"(?=,|;|\.|$| (?:as|because|since|and|but) )"
)
"""What of a meeting a sentence tells somebody to have chaired."""
_WHOLE: Final = expression(rf"{_CHAIRS}(?: over| at)? (?:the|all of the) (?:whole |entire )?meeting\b", re.IGNORECASE)
"""A whole meeting."""
_ANY: Final = content_terms(
    "item debate discussion talk business vote motion bill hearing matter question day half part session sitting "
    "meeting board council committee dealt deal discuss debated chair chaired preside agenda"
)
"""Words that may be said of any part of a meeting."""


def is_of_another_part(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who chaired a part of a meeting, and a sentence tells it of others alone.

    >>> from bot.question import read
    >>> told = "Ada Wren took the chair for the item on the baths."
    >>> [is_of_another_part(read(f"Who chaired {it}?"), told, (0, 8)) for it in ("the rest", "the item on the baths")]
    [True, False]
    """
    if question.analysis.answer_type not in ("who", "which") or not _ASKS.search(question.text):
        return False
    if _ASKS_MEETING.search(question.text) and not _OF_GROUP.search(question.text) and _chairs_group(sentence, span):
        return True
    told = list(_PART_TOLD.finditer(sentence))
    if _REST.search(question.text):
        return bool(told) and not _REST_TOLD.search(sentence)
    if _WHOLE.search(question.text):
        return any(found["for"] or found["while"] for found in told) and len(told) == len(_ASKS.findall(sentence))
    part = _PART_ASKED.search(question.text) or _WHEN_ASKED.search(question.text)
    asked = content_terms(*(each for each in part.groups() if each)) - _ANY if part else frozenset[str]()
    if not asked or any(asked & content_terms(sentence[found.start() :]) for found in told):
        return False
    return bool(told) and all(content_terms(*(each for each in found.groups() if each)) - _ANY for found in told)


def _chairs_group(sentence: str, span: tuple[int, int]) -> bool:
    """Whether by the words before a span of a sentence, or behind it, it is a panel or the like that is chaired: "the
    panel on tolls was chaired by Ada Wren"."""
    begin, end = clause_around(sentence, span, CLAUSE)
    group = _OF_GROUP.search(sentence, begin, end)
    own = re.search(rf"\b{_MEETS}\b", sentence[begin:end], re.IGNORECASE)
    return group is not None and own is None and _ASKS.search(sentence, begin, end) is not None
