"""Of sums that are listed each with its name the one of the name asked about: "£9 from Tarn Boats and £7 from Osk"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_SUM: Final = r"(?P<sum>[£$€]?\d(?:[\d,.]*\d)?(?: (?:hundred|thousand|million|billion))?)"
_NAME: Final = r"(?:the )?(?P<name>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,4})"
_LISTED: Final = (
    expression(rf"{_SUM}(?: [a-z]+)? (?:from|for|to|by) {_NAME}"),
    expression(rf"{_NAME} \({_SUM}(?: [a-z]+)?\)"),
)
"""A sum with the name that it is of, behind it or before it."""


def own_sum(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or of several sums that are listed the one of the only name that a question names.

    >>> from bot.question import read
    >>> told = "Bids were £9 from Tarn Boats and £7 from Osk Ferries."
    >>> [told[slice(*own_sum(read(f"How much was {of}?"), told, (10, 12)))] for of in ("Osk", "Tarn", "Lunt")]
    ['£7', '£9', '£9']
    """
    if question.analysis.answer_type not in ("how_many", "what", "which", None):
        return span
    for listed in _LISTED:
        told = list(listed.finditer(sentence))
        own = list(_named(question, told))
        if len(told) > 1 and len(own) == 1 and any(overlap(each.span("sum"), span) for each in told):
            return span if overlap(own[0].span("sum"), span) else own[0].span("sum")
    return span


def _named(question: Question, told: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those whose name a question has a word of that no other of them has."""
    names = [content_terms(each["name"]) for each in told]
    for each, name in zip(told, names, strict=True):
        others = frozenset[str]().union(*(other for other in names if other != name))
        if not question.analysis.terms.isdisjoint(name - others):
            yield each
