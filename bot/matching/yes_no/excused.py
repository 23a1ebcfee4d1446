"""Why somebody is away, in brackets behind the name: of "Apologies: Bo Lusk (holiday)" he is on holiday."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, Literal

from bot.matching.query_terms import QueryTerm
from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

AWAY: Final = expression(r"^\W*(?:apolog(?:y|ies)|absent|absences?|regrets|excused)\b[^:]{0,40}", re.IGNORECASE)
"""How lists of those who did not come begin."""
_WAS_AWAY: Final = frozenset(map(stem, "absent attend away because due miss off".split()))
_REASON: Final = expression(r"(?P<name>[^,;:()]{2,60}?) ?\((?P<why>[^()]{2,60})\)")


def excused(
    question: Question, asked: Collection[QueryTerm], sentence: str, same: float
) -> Literal["so", "uncounted"] | None:
    """What a list of apologies says of one of whom it is asked if they were on holiday, ill or the like: that it is so
    where it gives that reason, nothing where another; None where it is no such list or does not name them.

    >>> from bot.question import read
    >>> told = "Apologies: Ada Wren (holiday), Bo Lusk (work)"
    >>> [excused(read(f"Was {who} on holiday?"), (), told, 0.7) for who in ("Ada Wren", "Bo Lusk", "Jon Ek")]
    ['so', 'uncounted', None]
    """
    if not AWAY.match(sentence) or question.analysis.negated:
        return None
    for found in _REASON.finditer(sentence):
        name, why = content_terms(found["name"]), content_terms(found["why"])
        if name.isdisjoint(question.analysis.terms) or not _is_surname_asked(question, found["name"]):
            continue
        rest = question.analysis.terms - name - _WAS_AWAY
        means = {word.word.term for word in asked if word.found_in(why) >= same}
        return "so" if rest and rest <= why | means else "uncounted" if rest else None
    return None


def _is_surname_asked(question: Question, name: str) -> bool:
    """Whether a question has the last word of a name."""
    return content_terms(name.split()[-1]) <= question.analysis.terms
