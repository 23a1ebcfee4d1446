"""Bytes → text: which encoding an article is in, and that it is text at all."""

from __future__ import annotations

import codecs
import re

MAX_BYTES = 5_000_000
"""Largest article file that is read, in bytes."""

CONTROL_SHARE = 0.001
"""Share of control characters from which on a decoded file is taken for binary."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decode(data: bytes) -> tuple[str, str | None] | None:
    """Return the text (without byte-order mark, line ends as LF) and, if its encoding had to be guessed, that.

    None for what is not text.
    """
    text = decode_unicode(data)
    guessed = None
    if text is None and b"\0" not in data:
        # Slow to import and hardly ever needed.
        from charset_normalizer import from_bytes

        best = from_bytes(data).best()
        if best is not None:
            text, guessed = _plain(str(best)), best.encoding
    if text is None or len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text) or "\0" in text:
        return None
    return text, guessed


def decode_unicode(data: bytes) -> str | None:
    """Decode UTF-8 (with or without byte-order mark) or UTF-16 with one; None if it is neither."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return _plain(data.decode(encoding))
    except UnicodeDecodeError:
        return None


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
