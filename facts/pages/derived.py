"""What a fact says without its being written: the machine-readable form of a plain date or number.

These rules are a part of the schema: a page leaves out what they give, so they decide what it says.
"""

from __future__ import annotations

import datetime

import msgspec

from facts.expressions import expression
from facts.model import Fact, Kind, Value
from facts.months import MONTHS

_DATE = expression(r"(?:([0-9]{1,2}) )?([A-Z][a-z]+) ([0-9]{4})")
_DIGITS = expression(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15}")
_MONTHS = {name.capitalize(): n for n, name in enumerate(MONTHS, 1)}
NUMBERS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
"""By its name, each number that is told in a word."""


def value_of(kind: Kind, answer: str) -> Value:
    """The machine-readable form of an answer that is nothing but a date or a whole number; None for any other.

    >>> value_of("when", "7 July 2020"), value_of("when", "July 2020"), value_of("how_many", "nine")
    ('2020-07-07', '2020-07', 9)
    """
    if kind == "when":
        return _date(answer)
    if kind == "how_many":
        return int(answer.replace(",", "")) if _DIGITS.fullmatch(answer) else NUMBERS.get(answer.lower())
    return None


def complete(fact: Fact) -> Fact:
    """A fact with the value that follows from its answer, where it has none."""
    if fact.value is not None or (value := value_of(fact.kind, fact.answer)) is None:
        return fact
    return msgspec.structs.replace(fact, value=value)


def _date(answer: str) -> str | None:
    found = _DATE.fullmatch(answer)
    if found is None or found[2] not in _MONTHS:
        return None
    month = f"{found[3]}-{_MONTHS[found[2]]:02}"
    if found[1] is None:
        return month
    day = f"{month}-{int(found[1]):02}"
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        return None
    return day
