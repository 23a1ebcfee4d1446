"""Text made comparable and tidy: without case and accents, without stray spaces and punctuation."""

from __future__ import annotations

import functools
import re
import unicodedata

EMPTY_BRACKETS = re.compile(r"\(\s*\)")


@functools.lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case without accents and with plain quotes.

    >>> fold("Björn’s")
    "bjorn's"
    """
    if not text.isascii():
        text = text.replace("’", "'").replace("‘", "'")
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def squeezed(text: str) -> str:
    """White space folded to single spaces, and none of it or of stray punctuation at the ends."""
    text = " ".join(text.split()).strip(" ,;:–—-")
    if text.count('"') + text.count("“") + text.count("”") == 1:
        text = text.strip('"“”')
    if "(" in text:
        text = EMPTY_BRACKETS.sub("", text)
    return text.strip()
