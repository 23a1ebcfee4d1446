"""A number that was changed before it was carried: of "to order nine sheds; passed after the number was cut to four"
four were ordered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.matching.otherwise.wholes import COUNT
from bot.question import Question
from facts.expressions import expression

_NUMBER: Final = rf"{COUNT}(?: (?:percent|per cent|million|crowns|pounds|dollars|euros)\b)?"
_CHANGED: Final = expression(
    r"\b(?:after|once|but|with|when)\b[^.;]{0,40}?\b"
    r"(?:(?:(?P<count>number|figure|total|quantity|count|order)|(?P<sum>sum|amount|price|fee|cost|grant))\b"
    r"[^.;]{0,30}?\b"
    r"|(?:it|this|that) (?:was |had been |being )?)"
    r"(?:lowered|cut|reduced|raised|increased|changed|amended|trimmed|corrected|brought)"
    rf"(?: down| up)?(?: from {_NUMBER})? to (?P<now>{_NUMBER})",
    re.IGNORECASE,
)
"""What tells that a number was changed, and to what."""
_NUMBER_AT: Final = expression(rf"\b{_NUMBER}", re.IGNORECASE)
_ASKS_BEFORE: Final = expression(
    r"\b(?:propos\w*|mov\w+|motion|suggest\w*|request\w*|asked|want\w*|plan\w*|first|original\w*|initial\w*|before|"
    r"from|earlier)\b",
    re.IGNORECASE,
)
_OUTCOME: Final = expression(
    r"(?:unanimously )?(?:carried|passed|adopted|agreed|approved|accepted)\b"
    r"|(?:it|this|that|the (?:motion|proposal|resolution|order|item)) (?:was|passed|carried)\b",
    re.IGNORECASE,
)
"""How what tells what became of the motion before it begins."""
_SUM: Final = expression(r"\bhow much\b|\b(?:price|fee|cost|sum|amount|grant)\b", re.IGNORECASE)


def own_amended(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The number at a span of a sentence, or the one that it was changed to by what the sentence tells next.

    >>> from bot.question import read
    >>> told = "To order nine sheds. Passed after the number was cut to four."
    >>> [told[slice(*own_amended(read(f"How many sheds were {so}?"), told, (9, 13)))] for so in ("ordered", "moved")]
    ['four', 'nine']
    """
    found = _changed(question, sentence)
    if found is None or span[1] > found.start() or not _NUMBER_AT.search(sentence, *span):
        return span
    return found.span("now")


def was_amended(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a sentence at a place tells a number, the next that it was changed, and a question asks how many there
    are or were.

    >>> from bot.question import read
    >>> minutes = ["Bo Lusk moved to order nine sheds.", "Passed after the number was cut to four."]
    >>> was_amended(read("How many sheds were ordered?"), minutes, 0)
    True
    """
    if (
        place + 1 >= len(sentences)
        or not _NUMBER_AT.search(sentences[place])
        or not _OUTCOME.match(sentences[place + 1])
    ):
        return False
    changed = _changed(question, sentences[place + 1])
    return changed is not None and not _NUMBER_AT.search(sentences[place + 1], 0, changed.start())


def _changed(question: Question, sentence: str) -> re.Match[str] | None:
    """What tells that the number was changed which a question asks for: of things, or of money."""
    if question.analysis.answer_type != "how_many" or _ASKS_BEFORE.search(question.text):
        return None
    found = _CHANGED.search(sentence)
    if found is None:
        return None
    return found if not found["sum" if not _SUM.search(question.text) else "count"] else None
