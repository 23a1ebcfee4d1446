"""A text of somebody else's as it can be shown: on one line, cut to length, escaped for Telegram's HTML."""

from __future__ import annotations

from typing import Final

from bot.wording.paging import fitting, utf16_length
from facts.expressions import expression

UNSEEN: Final = expression(r"[\x00-\x20\x7f-\x9f\ud800-\udfff\s]+")
"""White space, control characters and broken surrogates."""
_SENTENCE_END: Final = expression(r"[.!?…。！？](?=\s|$)|[。！？]")

_OPENING: Final = expression(r"(?:^|(?<=[\s(\[—–-]))\"(?=\S)")
"""A straight quote mark that opens a quotation."""


def tidy(text: str) -> str:
    """The text on one line: runs of white space, control characters and broken surrogates become one space."""
    return UNSEEN.sub(" ", text).strip()


def cut(text: str, limit: int) -> str:
    """The text in at most `limit` UTF-16 code units: whole, or up to a sentence's or word's end and an ellipsis.

    A sentence's end is taken if it keeps over half of what fits, else a word's end that does, else any character's.

    >>> cut("It met. It agreed on all of it.", 12)
    'It met. …'
    """
    if utf16_length(text) <= limit:
        return text
    fits = fitting(text, limit - 1)
    head = text[:fits]
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, fits) if match.end() < fits]
    if ends and ends[-1] * 2 > fits:
        return head[: ends[-1]] + " …"
    border = len(head) if text[fits].isspace() else head.rfind(" ")
    return (head[:border].rstrip() if border * 2 > fits else head) + "…"


def in_quote_marks(text: str) -> str:
    """The text between quote marks; those that it has itself become single ones.

    >>> in_quote_marks('He said "no" to a “deal”.')
    '“He said ‘no’ to a ‘deal’.”'
    """
    inside = _OPENING.sub("‘", text.replace("“", "‘").replace("”", "’")).replace('"', "’")
    return f"“{inside}”"


def escape(text: str) -> str:
    """The four named entities that Telegram knows, and no others."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
