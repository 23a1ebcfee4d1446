"""Minutes go item by item: what is told under another item than a question names is not its answer, nor is what was put
and in the next sentence lost."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final, Literal

from bot.question import Question
from bot.question.follow_up import said_of_one
from bot.question.tokens import content_terms
from facts.expressions import expression

MOST: Final = 200
"""Sentences of an article that are looked at on each side for the headings of its items."""
_HEADING: Final = expression(r"(?:item |agenda item )?\d{1,2}[.):]+ \S[^.!?;]{1,80}", re.IGNORECASE)
_SECTION: Final = expression(
    r"\d{1,2}\.\d{1,2}[.):]? (?=[A-Z“\"(])(?:\b(?:Mrs?|Ms|Dr|Prof|Cllr|Sen|Rep|St)\.|[^.!?;]){1,200}[.!]?"
)
"""An item of an item, with all that it is about: "2.1 Mrs. Wren moved to mend the lock."."""
_NUMBER: Final = expression(r"(?:item |agenda item )?\d{1,2}[.):]+", re.IGNORECASE)
_PUT: Final = expression(
    r"\b(?:consider(?:ed|ing)?|propos\w+|mov(?:ed|ing)|suggest\w+|discuss\w+|request\w*|ask\w*|recommend\w*|motion|"
    r"plans?)\b",
    re.IGNORECASE,
)
_IT: Final = expression(
    r"(?:the|this|that|it)\b"
    r"(?: (?:proposal|motion|amendment|resolution|suggestion|request|idea|plan|change|increase|was|fell|failed|did)\b)",
    re.IGNORECASE,
)
_FAILED: Final = expression(
    r"\b(?:lost|rejected|defeated|refused|withdrawn|dropped|voted down|turned down|fell|failed|"
    r"not (?:carry|pass|carried|passed|adopted|agreed|approved|accepted))\b",
    re.IGNORECASE,
)
_ASKS_WHAT_WAS_PUT: Final = expression(
    r"\b(?:propos|motion|consider|suggest|discuss|request|ask|want|plan|recommend|lost|reject|defeat|refus|withdr|vot|"
    r"second|mov|would|happen|outcome|result|become|became|debat|put)",
    re.IGNORECASE,
)

_SECONDED: Final = expression(r"[^,;:]{1,80} seconded(?: (?:it|this|that|him|her|the \w+))?\.?", re.IGNORECASE)
"""A sentence that only tells who seconded what was put."""


def is_of_another_item(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a question names the heading of an item, and a sentence of an article stands under another that has
    nothing of it.

    >>> from bot.question import read
    >>> minutes = ["1. River wall", "Seconded by Ada Wren.", "2. Tolls", "Seconded by Jon Ek."]
    >>> [is_of_another_item(read("Who seconded the tolls motion?"), minutes, at) for at in (1, 3)]
    [True, False]
    """
    headings = _headings(sentences, max(0, place - MOST), min(len(sentences), place + MOST))
    own = max((at for at in headings if at <= place), default=None)
    if own is None or len(headings) < 2:
        return False
    end = min((at for at in headings if at > own), default=len(sentences))
    mine = content_terms(*sentences[own : min(end, own + MOST)])
    others = content_terms(*(heading for at, heading in headings.items() if at != own))
    asked = said_of_one(question)
    return bool(asked & others - mine) and not asked & content_terms(headings[own])


def heading_above(sentences: Sequence[str], place: int) -> str:
    """The heading of the item that a sentence of an article stands under; none where no item is near.

    >>> heading_above(["1. River wall", "It was put.", "Seconded by Ada Wren."], 2)
    '1. River wall'
    """
    headings = _headings(sentences, max(0, place - MOST), place + 1)
    return headings[max(headings)] if headings else ""


def _headings(sentences: Sequence[str], first: int, last: int) -> dict[int, str]:
    """The headings of items by their places, also those whose number stands on a line of its own."""
    found = {}
    for at in range(first, last):
        if (kind := _kind_of(sentences[at])) is not None:
            found[at] = " ".join(sentences[at : at + (2 if kind == "number" else 1)])
    return found


@functools.lru_cache(maxsize=4096)  # each sentence of an article that is read is looked at beside all around it
def _kind_of(text: str) -> Literal["number", "heading"] | None:
    """Whether a line is the number of an item alone, or the heading of one with its number."""
    if _NUMBER.fullmatch(text):
        return "number"
    return "heading" if _HEADING.fullmatch(text) or _SECTION.fullmatch(text) else None


def was_lost(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a sentence tells what was put, the next, or the one behind who seconded it, that it was lost, and a
    question asks what is or was done.

    >>> from bot.question import read
    >>> minutes = ["The board considered raising the toll to 5 crowns.", "The proposal was lost."]
    >>> [was_lost(read(text), minutes, 0) for text in ("What is the new toll?", "What toll was proposed?")]
    [True, False]
    """
    behind = next((text for text in sentences[place + 1 : place + 3] if not _SECONDED.fullmatch(text)), "")
    if _ASKS_WHAT_WAS_PUT.search(question.text):
        return False
    return bool(_PUT.search(sentences[place]) and _IT.match(behind) and _FAILED.search(behind))
