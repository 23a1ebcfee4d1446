"""Text made comparable and tidy: without case and accents, without stray spaces and punctuation."""

from __future__ import annotations

import functools
import unicodedata
from typing import Final

from facts.expressions import expression

SMALL_WORDS: Final = frozenset("a an and at by for from in of on the to with".split())
"""Words by which no two answers are told apart."""
EMPTY_BRACKETS = expression(r"\(\s*\)")

_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u200b": None, "\u200d": None,
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H", "ı": "i",
        "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ẞ": "SS",
    }
)  # fmt: skip
"""What people type for signs and letters that are no plain letter with an accent."""


def soften(text: str) -> str:
    """The text without accents and typographic punctuation, letters' case kept.

    >>> soften("Vázquez’s “oath”")
    'Vazquez\\'s "oath"'
    """
    if text.isascii():
        return text.replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)


@functools.lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text in small letters without accents and typographic punctuation.

    >>> fold("Bjørn’s")
    "bjorn's"
    """
    return soften(text).lower()


def content_words(text: str) -> set[str]:
    """The folded words of a text that two answers are told apart by.

    >>> sorted(content_words("in the city of Málaga"))
    ['city', 'malaga']
    """
    return set(fold(text).split()) - SMALL_WORDS


def squeezed(text: str) -> str:
    """White space folded to single spaces, and none of it or of stray punctuation at the ends."""
    text = " ".join(text.split()).strip(" ,;:–—-")
    if text.count('"') + text.count("“") + text.count("”") == 1:
        text = text.strip('"“”')
    if "(" in text:
        text = EMPTY_BRACKETS.sub("", text)
    return text.strip()
