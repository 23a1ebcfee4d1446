"""A long text in pieces that fit: broken where a sentence ends, else between items of a list, else between words."""

from __future__ import annotations

import re
from typing import Final

_SENTENCE_END: Final = re.compile(r"[.!?…][”’\"')\]]*\s+|[。！？]")
_ITEM_END: Final = re.compile(r"[;,:]\s+")
_WORD_END: Final = re.compile(r"\s+")
_BORDERS: Final = (_SENTENCE_END, _ITEM_END, _WORD_END)
_LEAST: Final = 0.3
"""Share of what fits that a piece must keep for its border to be taken."""


def utf16_length(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


def fitting(text: str, limit: int) -> int:
    """How many of the text's code points fit into `limit` UTF-16 code units.

    >>> fitting("a😀b", 3)
    2
    """
    if utf16_length(text) <= limit:
        return len(text)
    room = limit
    for at, char in enumerate(text):
        room -= 2 if char > "\uffff" else 1
        if room < 0:
            return at
    return len(text)


def pieces(text: str, limit: int) -> tuple[str, ...]:
    """The text in pieces of at most `limit` (two or more) UTF-16 code units each; nothing is lost but white space.

    >>> pieces("It met. It agreed on all of it.", 12)
    ('It met.', 'It agreed on', 'all of it.')
    """
    found = []
    rest = text.strip()
    while rest and (fits := fitting(rest, limit)) < len(rest):
        end = _border(rest, fits)
        found.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return (*found, rest) if rest or not found else tuple(found)


def _border(text: str, fits: int) -> int:
    """Where the first piece of a text ends of which `fits` code points fit."""
    for border in _BORDERS:
        ends = [
            match.end() for match in border.finditer(text, 0, fits + 1) if len(text[: match.end()].rstrip()) <= fits
        ]
        if ends and ends[-1] >= _LEAST * fits:
            return ends[-1]
    return fits
