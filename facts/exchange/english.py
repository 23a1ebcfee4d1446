"""Rows that are in English, and those that are not: each is looked at by itself, then those of an article together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facts import language
from facts.exchange.article import evidence_of
from facts.exchange.reading import PlacedRow
from facts.expressions import expression

_ASKS: Final = expression(r"(?i)\b(?:did|does|how|what|when|where|which|who|whom|whose|why)\b")
"""What tells that a question is English, whatever names or titles it asks for."""


def parted(rows: Sequence[PlacedRow]) -> tuple[tuple[PlacedRow, ...], list[str]]:
    """The rows of an article that are in English, and what to say of each of the others."""
    problems: list[str] = []
    english: list[PlacedRow] = []
    for each in rows:
        text = f"{each.row.question} {evidence_of(each.row)}"
        other = None if _ASKS.search(each.row.question) else language.other_than_english(text)
        if other is None:
            english.append(each)
        else:
            problems.append(_foreign(each, other))
    other = language.other_than_english(" ".join(evidence_of(each.row) for each in english))
    if other is None:
        return tuple(english), problems
    return (), [*problems, *(_foreign(each, other) for each in english)]


def _foreign(row: PlacedRow, other: str) -> str:
    return f"{row.place}: reads as {other}, and only English is understood; give the English version, if any"
