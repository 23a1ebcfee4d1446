"""Numbers as words and figures."""

from __future__ import annotations

import re

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty""".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}

ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        1,
    )
} | {"inaugural": 1}


def number_of(text: str) -> int | None:
    """The number that a word or a figure stands for, or None.

    >>> [number_of(text) for text in ("Eight", "1,200", "one hundred and forty-three", "many")]
    [8, 1200, 143, None]
    """
    plain = text.replace(",", "").lower()
    return int(plain) if plain.isdecimal() else NUMBER_WORDS.get(plain) or _in_words(plain)


def number_ending(text: str) -> int | None:
    """The number with which a text ends, whole, or None.

    >>> [number_ending(text) for text in ("Some thirty-nine", "more than one hundred and five", "39 members")]
    [39, 105, None]
    """
    words = text.split()
    return next((n for first in range(len(words)) if (n := number_of(" ".join(words[first:]))) is not None), None)


def _in_words(text: str) -> int | None:
    """A number of several words, each of which goes on the one before: "two thousand and five"."""
    total = part = 0
    for word in re.split(r"[\s-]+", re.sub(r"^a ", "one ", text)):
        number = NUMBER_WORDS.get(word)
        fits = part % 100 == 0 if (number or 0) > 9 else part % 10 == 0 and part % 100 != 10
        if number is not None and fits:
            part += number
        elif word == "hundred" and 0 < part < 10:
            part *= 100
        elif word == "thousand" and part and not total:
            total, part = part * 1000, 0
        elif word != "and" or not (total or part):
            return None
    return total + part
