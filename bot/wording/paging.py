"""A long text split into chunks that fit into a message: at a sentence's end, else between items of a list, else
between words."""

from __future__ import annotations

from typing import Final

from facts.expressions import expression

_SENTENCE_END: Final = expression(r"[.!?…][”’\"')\]]*\s+|[。！？]")
_ITEM_END: Final = expression(r"[;,:]\s+")
_WORD_END: Final = expression(r"\s+")
_BREAKS: Final = (_SENTENCE_END, _ITEM_END, _WORD_END)
"""Where a text may be split, the best places first."""
_LEAST_FILLED: Final = 0.3
"""Share of its limit that a chunk must fill; else the text is split at a worse place further on."""


def utf16_length(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


def fitting(text: str, limit: int) -> int:
    """How many of the text's code points fit into `limit` UTF-16 code units.

    >>> fitting("a😀b", 3)
    2
    """
    if len(text) <= limit and utf16_length(text) <= limit:
        return len(text)
    room = limit
    for at, char in enumerate(text):
        room -= 2 if char > "\uffff" else 1
        if room < 0:
            return at
    return len(text)


def chunks(text: str, limit: int) -> tuple[str, ...]:
    """The text in chunks of at most `limit` (two or more) UTF-16 code units each; only white space between them is
    lost. A text without anything else is one empty chunk.

    >>> chunks("It met. It agreed on all of it.", 12)
    ('It met.', 'It agreed on', 'all of it.')
    """
    found = []
    rest = text.strip()
    while (fits := fitting(rest, limit)) < len(rest):
        end = _split_at(rest, fits)
        found.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return (*found, rest)


def _split_at(text: str, fits: int) -> int:
    """Where the first chunk ends of a text of which `fits` code points fit."""
    for place in _BREAKS:
        ends = [match.end() for match in place.finditer(text, 0, fits + 1) if len(text[: match.end()].rstrip()) <= fits]
        if ends and ends[-1] >= _LEAST_FILLED * fits:
            return ends[-1]
    return fits
