"""Acronyms and what they stand for: "the International Energy Agency (IEA)".

The algorithm is that of Schwartz and Hearst (2003): from right to left, each letter of the short form is found in the
long form, the first of them at the beginning of a word.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

SHORT = re.compile(
    r"[(\[]\s*(?:the |or |known as |hereafter |hereinafter )?[\"“]?([A-Z0-9][\w.&+/’'-]{1,14}(?: [A-Z0-9][\w.&+/-]{0,9})?)[\"”]?\s*[)\]]"
)
LONG_LEADING = re.compile(r"([A-Z][\w’'-]+(?: (?:of|for|the|and|on|in|to|de|&|[A-Z][\w’'-]+|[a-z]+)){1,9}) ?$")
WORD = re.compile(r"[^\s(]+")


@dataclasses.dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and its long form, each with its span in the text that they were found in."""

    short: str
    long: str
    span: tuple[int, int]
    short_span: tuple[int, int]


def acronyms(text: str) -> Iterator[Acronym]:
    """Yield the acronyms that a text explains in brackets, with what they stand for.

    >>> [(a.short, a.long) for a in acronyms("It joined the International Energy Agency (IEA) in May.")]
    [('IEA', 'International Energy Agency')]
    """
    for match in SHORT.finditer(text):
        short = match[1]
        if not _is_short_form(short):
            continue
        words = list(WORD.finditer(text, max(0, match.start() - 200), match.start()))
        words = _same_sentence(words, text)
        letters = sum(c.isalnum() for c in short)
        room = min(letters + 6, letters * 2 + 2)
        start = _begin(short, text, words[-room:])
        if start is not None:
            end = words[-1].end()
            long = text[start:end]
            yield Acronym(short, long.strip(" ,;"), (start, end), match.span(1))


def _is_short_form(short: str) -> bool:
    capitals = sum(c.isupper() for c in short)
    return capitals >= 2 and not short.isdigit() and capitals >= sum(c.islower() for c in short)


def _same_sentence(words: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    for n in range(len(words) - 1, 0, -1):
        if words[n - 1][0].endswith((".", ";", ":")) and len(words[n - 1][0]) > 3:
            return words[n:]
    return words


def _begin(short: str, text: str, words: list[re.Match[str]]) -> int | None:
    """Where the long form begins, or None where the letters are not all found."""
    if not words:
        return None
    letters = [c.lower() for c in short if c.isalnum()]
    end = words[-1].end()
    begin = words[0].start()
    position = end - 1
    for n in range(len(letters) - 1, -1, -1):
        letter = letters[n]
        while position >= begin and not (
            text[position].lower() == letter and (n > 0 or position == begin or not text[position - 1].isalnum())
        ):
            position -= 1
        if position < begin:
            return None
        position -= 1
    start = position + 1
    return start if end - start > len(short) else None
