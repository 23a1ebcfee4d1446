"""Numbers, names of months and words as they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from facts.expressions import expression
from facts.folding import fold
from facts.parse.numbers import NUMBER_WORDS

WORD = expression(r"[^\W_]+(?:['.+-][^\W_]+)*\+?")
"""A word in folded text: "ad-hoc", "node.js", "adsom+", "41"."""

_TENS = "|".join(word for word, number in NUMBER_WORDS.items() if number >= 20)
_UNITS = "|".join(word for word, number in NUMBER_WORDS.items() if 1 <= number <= 9)
_ANY = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
NUMBER = expression(
    rf"(?<![\w.,])(?:(?P<figures>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\w,]*\d)"
    rf"|(?P<tens>{_TENS})[ -](?P<unit>{_UNITS})\b|(?P<word>{_ANY})\b)(?: (?P<scale>thousand|million|billion)\b)?"
)
"""A number in folded text, in figures or in words up to 99, perhaps so many thousands or millions."""
_SCALES = {"thousand": 3, "million": 6, "billion": 9}


def words(text: str) -> list[str]:
    """The words of a text, folded.

    >>> words("Who chaired Ostford’s ADSOM+ WG?")
    ['who', 'chaired', 'ostford', 'adsom+', 'wg']
    """
    return [word.removesuffix("'s") for word in WORD.findall(fold(text))]


def numbers(text: str) -> list[Decimal]:
    """The numbers that stand in a text, in order.

    >>> [str(number) for number in numbers("Forty-one of 1,200 came, 4.50 per cent.")]
    ['41', '1200', '4.50']
    """
    return [value_of(match) for match in NUMBER.finditer(fold(text))]


def value_of(match: re.Match[str]) -> Decimal:
    """What a match of NUMBER stands for."""
    if match["figures"]:
        number = Decimal(match["figures"].replace(",", ""))
    elif match["tens"]:
        number = Decimal(NUMBER_WORDS[match["tens"]] + NUMBER_WORDS[match["unit"]])
    else:
        number = Decimal(NUMBER_WORDS[match["word"]])
    return number.scaleb(_SCALES[match["scale"]]) if match["scale"] else number


def rounds(coarse: Decimal, fine: Decimal) -> bool:
    """Whether one number may be another one rounded: 120 for 123, 3.4 for 3.42; small whole numbers are counted."""
    return coarse != fine and abs(coarse - fine) * 2 <= _grain(coarse)


def _grain(number: Decimal) -> Decimal:
    """What a number may be rounded to: 10 for 120, 0.1 for 3.4, 1 for what is below a hundred."""
    if number == number.to_integral_value():
        if abs(number) < 100:
            return Decimal(1)
        digits = str(int(number))
        return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def hedged(text: str, number: Decimal) -> bool:
    """Whether a text is vague about a number, wherever it stands there: "about 40", "more than 40", "40 or so".

    >>> hedged("About 40 came.", Decimal(40)), hedged("All 40 came.", Decimal(40))
    (True, False)
    """
    return any(
        _VAGUE_BEFORE.search(before) or _VAGUE_BEHIND.match(behind) for before, behind in _beside(fold(text), number)
    )


def bounded(text: str, number: Decimal) -> bool:
    """Whether a text tells of a number only that what is counted lies above or below it: "more than 40", "up to 40".

    >>> bounded("About 40 came.", Decimal(40)), bounded("At least 40 came.", Decimal(40))
    (False, True)
    """
    return any(_BOUND_BEFORE.search(before) or _MORE.match(behind) for before, behind in _beside(fold(text), number))


def _beside(folded: str, number: Decimal) -> Iterator[tuple[str, str]]:
    """What stands before a number and behind it in folded text, wherever it does."""
    for match in NUMBER.finditer(folded):
        if value_of(match) == number:
            yield folded[max(0, match.start() - 30) : match.start()], folded[match.end() :]


_NEARLY = r"about|almost|approximately|around|close to|(?:an )?estimated|maybe|nearly|perhaps|roughly|(?:only )?some"
_BOUND = (
    r"above|at (?:least|most)|barely|below|fewer than|just (?:over|under)|less than|more than|over|under|up to|"
    r"upwards of|between|as (?:many|few|much) as|more"
)
HEDGE = expression(rf"\b(?:{_NEARLY}|{_BOUND})(?: than)?\b")
"""What makes a number in folded text vague, or a bound."""
_VAGUE_BEFORE = expression(rf"\b(?:{_NEARLY}|{_BOUND})\s+(?:a\s+)?$")
_BOUND_BEFORE = expression(rf"\b(?:{_BOUND})\s+(?:(?:{_NEARLY})\s+)?(?:a\s+)?$")
_MORE = expression(r"\s*(?:\+|(?:or|and) more\b|plus\b)")
_VAGUE_BEHIND = expression(r"\s*(?:\+|-odd\b|(?:or|and) (?:so|more)\b|plus\b|-?ish\b)")
