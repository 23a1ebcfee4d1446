"""Since when somebody holds an office: "succeeded by Lusk, a director since 2029" tells of no chairman since 2029, "she
takes over on 1 May" of nobody who has."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.not_done import BELOW
from bot.matching.otherwise.over_by_now import UNTIL
from bot.matching.roster import OFFICE
from bot.question import Question
from facts.dates import tense_at
from facts.expressions import expression
from facts.folding import fold

_OFFICE: Final = (
    rf"(?:{OFFICE}|(?:auditor|captain|chaplain|coach|judge|leader|lecturer|principal|rector|teacher|trustee)s?)"
)
_ASKED: Final = expression(
    rf"\b(?:been|became|become|is|was|as|appointed|elected|made|named) (?:[\w’'-]+ ){{0,4}}?"
    rf"(?:(?P<below>{'|'.join(sorted(BELOW))})[ -])?(?P<office>{_OFFICE})\b"
)
"""By which office a question asks when somebody came into it."""
_SINCE: Final = expression(
    r"\b(?:since|how long|from when)\b|\bwhen (?:did|has|have|had|was|were)\b.*\b(?:bec[ao]me|made)\b"
)
_HOW_LONG: Final = expression(r"\bhow long\b")
_AHEAD: Final = expression(r"\b(?:since|from)(?: (?:the|early|late|about|at least))* $", re.IGNORECASE)
_PART: Final = expression(r"[,;:()]| and | but |\b(?:has|have|had) been |\b(?:is|was|became|as) ")
_ELSE: Final = expression(rf"\b{_OFFICE}\b|^(?:with|at) ", re.IGNORECASE)
"""What tells that somebody is something else, or only that they work somewhere."""
_CHANGES: Final = expression(
    r"\b(?:takes? (?:charge|office|over|the (?:chair|helm|reins)|up)|becomes?|succeeds?|replaces?|follows?|joins?|"
    r"starts?|begins?|assumes?|steps? (?:in|up)) (?:(?! who (?:had|has) )[^;.])*$",
    re.IGNORECASE,
)
"""How an article tells who is to come into an office, up to when."""
_MAN: Final = expression(r"(?:wo)?m[ae]n$|persons?$|s$")


def is_since_otherwise(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks since when somebody holds an office, and the time at a span of a sentence is since when
    they hold another one, until when, or from when they will.

    >>> from bot.question import read
    >>> told = "Mr Lusk has been deputy head since 2028."
    >>> [is_since_otherwise(read(f"Since when is he {it}?"), told, (35, 39)) for it in ("head", "deputy head")]
    [True, False]
    """
    asked = _ASKED.search(fold(question.text))
    if question.analysis.answer_type not in ("when", "how") or asked is None or not _SINCE.search(fold(question.text)):
        return False
    ahead = re.sub(r"\bsince $", "", sentence[: span[0]])
    since = _AHEAD.search(sentence[: span[0]]) or re.match(r"(?:since|from) ", sentence[span[0] : span[1]])
    if since is None:
        ended = UNTIL.search(ahead) is not None and not _HOW_LONG.search(fold(question.text))
        return ended or _CHANGES.search(ahead) is not None or tense_at(sentence, *span) == "future"
    parts = [part.strip() for part in _PART.split(_AHEAD.sub("", sentence[: span[0]])) if part.strip()]
    part = fold(parts[-1]) if parts else ""
    office = re.search(rf"(?:\b(?P<below>{'|'.join(sorted(BELOW))})[ -])?\b{_root(asked['office'])}", part)
    return office["below"] != asked["below"] if office else _ELSE.search(part) is not None


def _root(office: str) -> str:
    """What an office has in common with its verb and its other forms: "chair" of "chairwoman"."""
    word = _MAN.sub("", re.sub(r"^(?:co-|vice[ -])", "", office))
    return re.escape(word[: max(4, len(word) - 2)])
