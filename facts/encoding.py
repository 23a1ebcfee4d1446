"""Bytes → text: which encoding an article is in, and that it is text at all; and what a terminal may be given of it."""

from __future__ import annotations

import codecs

from facts.expressions import expression

MAX_BYTES = 5_000_000
"""Largest article file that is read, in bytes."""

CONTROL_SHARE = 0.001
"""Share of control characters from which on a decoded file is taken for binary."""

ACCENTED_SHARE = 0.2
"""Share of the letters beyond a to z from which on a text is in none of the languages that are written in cp1252."""

_NOT_WESTERN = expression(
    r"[a-z][¡-¿×÷ƒ†‡ˆ‰‹›€•™][a-z]|[a-zß-öø-ÿ][À-ÖØ-ÞŠŽŒŸ]|[£¥¤€][^\W\d]|[À-ÖØ-öø-ÿ]{4}|[¤¦¬¶¸¹³²¾](?=[^\W\d])"
)
"""What a text of another encoding looks like in cp1252: signs inside words, capitals behind small letters."""
_WESTERN = ["cp1252", "cp1254", "cp1258", "iso8859_9", "iso8859_14", "iso8859_15", "latin_1"]
"""What is not to be guessed where a text does not look like it."""
_ESCAPED = expression(r"[\udc80-\udcff]")
"""Bytes that are none of UTF-8, as Python keeps them."""
_CONTROL = expression(r"[\x00-\x08\x0e-\x1f\x7f]")
_OBEYED = expression(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters but for tabs and line feeds: what a terminal would obey."""


def for_terminals(text: str) -> str:
    r"""A text as a terminal may be given it: control characters of a question or a file's name are said by their codes.

    >>> for_terminals("no" + chr(27) + "[31mpe")
    'no\\x1b[31mpe'
    """
    return _OBEYED.sub(lambda sign: f"\\x{ord(sign[0]):02x}", text)


def decode(data: bytes) -> tuple[str, str | None] | None:
    """Return the text (without byte-order mark, line ends as LF) and, if its encoding had to be guessed, that.

    None for what is not text.
    """
    text = decode_unicode(data)
    guessed = None
    if text is None and (text := _pasted_together(data)) is not None:
        guessed = "UTF-8 with cp1252 among it"
    if text is None and (text := _western(data)) is not None:
        guessed = "cp1252"
    if text is None and b"\0" not in data:
        # Slow to import and hardly ever needed.
        from charset_normalizer import from_bytes

        best = from_bytes(data, cp_exclusion=_WESTERN).best()
        if best is not None:
            text, guessed = _plain(str(best)), best.encoding
    if text is None or len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text) or "\0" in text:
        return None
    return text, guessed


def _pasted_together(data: bytes) -> str | None:
    """Decode UTF-8 in which a few bytes are those of Windows, as where texts were put together; None for all else."""
    text = data.decode("utf-8-sig", "surrogateescape")
    others = len(_ESCAPED.findall(text))
    whole = sum(letter > "\x7f" for letter in text) - others
    if not 0 < 2 * others <= whole or b"\0" in data:
        return None
    return _plain(_ESCAPED.sub(lambda each: bytes([ord(each[0]) & 0xFF]).decode("cp1252", "replace"), text))


def _western(data: bytes) -> str | None:
    """Decode what Windows and spreadsheets write in Western Europe and America; None if it looks like anything else.

    What guesses encodings by their letters is often wrong where there are few of these, as in names.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = sum(map(str.isalpha, text))
    accented = sum(letter > "\x7f" and letter.isalpha() for letter in text)
    if b"\0" in data or accented > ACCENTED_SHARE * letters or _NOT_WESTERN.search(text):
        return None
    return _plain(text)


def decode_unicode(data: bytes) -> str | None:
    """Decode UTF-8 (with or without byte-order mark) or UTF-16 with one; None if it is neither."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return _plain(data.decode(encoding))
    except UnicodeDecodeError:
        return None


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
