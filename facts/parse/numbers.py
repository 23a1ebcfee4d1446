"""Numbers as words and figures."""

from __future__ import annotations

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

    >>> [number_of(text) for text in ("Eight", "1,200", "many")]
    [8, 1200, None]
    """
    plain = text.replace(",", "").lower()
    return int(plain) if plain.isdecimal() else NUMBER_WORDS.get(plain)
