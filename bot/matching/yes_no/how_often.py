"""What is asked if it is so at a rate, or with a quality, of which a sentence tells another rate or the contrary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.matching.otherwise.wholes import COUNT
from bot.question import Question
from bot.question.tokens import tokens
from facts.expressions import expression

_A_YEAR: Final = {
    "second": 31_536_000,
    "minute": 525_600,
    "hour": 8760,
    "day": 365,
    "night": 365,
    "week": 52,
    "fortnight": 26,
    "month": 12,
    "quarter": 4,
    "year": 1,
    "decade": 0.1,
}
"""How many of a unit there are in a year."""
_ADVERBS: Final = {
    "hourly": 8760,
    "daily": 365,
    "nightly": 365,
    "weekly": 52,
    "fortnightly": 26,
    "monthly": 12,
    "quarterly": 4,
    "yearly": 1,
    "annually": 1,
}
_TIMES: Final = {"once": 1, "twice": 2, "thrice": 3}
_UNIT: Final = "|".join(_A_YEAR)
_RATE: Final = expression(
    rf"\b(?:(?P<adverb>{'|'.join(_ADVERBS)})"
    rf"|(?:(?P<once>once|twice|thrice)|(?P<times>{COUNT}) times) (?:an?|each|every|per) (?P<per>{_UNIT})"
    rf"|every (?:(?P<other>other|second)|(?P<count>{COUNT}))? ?(?P<unit>{_UNIT})s?)\b",
    re.IGNORECASE,
)
_NEARLY: Final = 0.1
"""By how much of the greater one two rates may differ that are the same: 365 days, 52 weeks."""
_NON: Final = expression(r"\bnon-(?P<what>[a-z]+)", re.IGNORECASE)


def is_at_another_rate(question: Question, sentence: str) -> bool:
    """Whether a question asks if something is so every so often, and a sentence tells how often otherwise.

    >>> from bot.question import read
    >>> told = "The fair, held every three years, began in Tarn."
    >>> [is_at_another_rate(read(f"Is the fair held {rate}?"), told) for rate in ("every year", "every three years")]
    [True, False]
    >>> is_at_another_rate(read("Does the board meet monthly?"), "The board meets twelve times a year.")
    False
    """
    asked, told = list(_rates(question.text)), list(_rates(sentence))
    return bool(asked and told) and not any(abs(a - b) <= _NEARLY * max(a, b) for a in asked for b in told)


def is_told_not_to_be_such(question: Question, sentence: str) -> bool:
    """Whether a question asks about a quality that a sentence has only behind "non-".

    >>> from bot.question import read
    >>> told = "Tarn was elected to a non-permanent seat."
    >>> [is_told_not_to_be_such(read(f"Is the seat {what}permanent?"), told) for what in ("", "non-")]
    [True, False]
    """
    asked = question.text.lower()
    return any(
        re.search(rf"(?<!non-)\b{what}\b", asked) is not None
        and re.search(rf"(?<!non-)\b{what}\b", sentence.lower()) is None
        for what in {each["what"].lower() for each in _NON.finditer(sentence)}
    )


def _rates(text: str) -> Iterator[float]:
    """How many times a year each rate in a text is."""
    for rate in _RATE.finditer(text):
        if rate["adverb"]:
            yield _ADVERBS[rate["adverb"].lower()]
        elif rate["per"]:
            times = _TIMES[rate["once"].lower()] if rate["once"] else _value(rate["times"])
            yield times * _A_YEAR[rate["per"].lower()]
        else:
            yield _A_YEAR[rate["unit"].lower()] / (2 if rate["other"] else _value(rate["count"] or "1") or 1)


def _value(count: str) -> float:
    number = tokens(count)[0].term
    return float(number) if re.fullmatch(r"\d+(?:\.\d+)?", number) else 1.0
