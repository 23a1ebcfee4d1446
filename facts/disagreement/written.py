"""Numbers, names of months and words as they stand in a text."""

from __future__ import annotations

import re
from decimal import Decimal

from facts.folding import fold
from facts.parse.numbers import NUMBER_WORDS

WORD = re.compile(r"[^\W_]+(?:['.+-][^\W_]+)*\+?")
"""A word in folded text: "ad-hoc", "node.js", "adsom+", "41"."""

_TENS = "|".join(word for word, number in NUMBER_WORDS.items() if number >= 20)
_UNITS = "|".join(word for word, number in NUMBER_WORDS.items() if 1 <= number <= 9)
_ANY = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
NUMBER = re.compile(
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


def roughly(text: str, number: Decimal) -> bool:
    """Whether a text says about how much a number is, and on neither side of it: "some 40", not "more than 40".

    >>> roughly("About 40 came.", Decimal(40)), roughly("At least 40 came.", Decimal(40))
    (True, False)
    """
    folded = fold(text)
    return any(
        _ABOUT.search(folded, max(0, match.start() - 30), match.start())
        for match in NUMBER.finditer(folded)
        if value_of(match) == number
    )


def hedged(text: str, number: Decimal) -> bool:
    """Whether a text is vague about a number, wherever it stands there: "about 40", "more than 40", "40 or so".

    >>> hedged("About 40 came.", Decimal(40)), hedged("All 40 came.", Decimal(40))
    (True, False)
    """
    folded = fold(text)
    return any(
        _VAGUE_BEFORE.search(folded, max(0, match.start() - 30), match.start())
        or _VAGUE_BEHIND.match(folded, match.end())
        for match in NUMBER.finditer(folded)
        if value_of(match) == number
    )


_ABOUT = re.compile(
    r"\b(?<!than )(?:about|almost|approximately|around|close to|(?:an )?estimated|nearly|perhaps|roughly|some)\s+$"
)
_VAGUE_BEFORE = re.compile(
    r"\b(?:about|above|almost|approximately|around|at (?:least|most)|barely|below|close to|(?:an )?estimated|"
    r"fewer than|just (?:over|under)|less than|more than|nearly|over|perhaps|roughly|some|under|up to|upwards of|"
    r"between|as (?:many|few|much) as|more|maybe|only some)\s+(?:a\s+)?$"
)
_VAGUE_BEHIND = re.compile(r"\s*(?:\+|-odd\b|(?:or|and) (?:so|more)\b|plus\b|-?ish\b)")
