"""Acronyms and what they stand for: "the International Energy Agency (IEA)".

The algorithm is that of Schwartz and Hearst (2003): from right to left, each letter of the short form is found in the
long form, the first of them at the beginning of a word.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.folding import squeezed

_FORM = r"[A-Z0-9][\w.&+/’'-]{1,14}(?: [A-Z0-9][\w.&+/-]{0,9})?"
SHORT = re.compile(
    rf"[(\[]\s*(?:the |or |known as |hereafter |hereinafter )?[\"“]?({_FORM})[\"”]?\s*[)\]]"
    r"|, (?:or|known as) (?:the )?([A-Z][A-Z.&+-]{1,9})(?=,|\.?$)",
    re.MULTILINE,
)
"""A short form behind its long one: in brackets, or between commas behind "or"."""
LONG = re.compile(rf"(?<![\w-])(?!(?:The|An?)\s)({_FORM})\s\((?:the )?([A-Z][^()]{{5,90}})\)")
"""A short form with its long one in brackets."""
_DATELINE = re.compile(r"\s*(?:–|—|--?)\s")
"""What stands behind the brackets of a dateline, whose words begin with their line: "Hanoi (VNA) – The ministry"."""
_LINE = re.compile(r"\n")
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n(?=#)")
WORD = re.compile(r"[^\s(]+")


@dataclasses.dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and its long form (white space squeezed), each with its span in the text they were found in."""

    short: str
    long: str
    span: tuple[int, int]
    short_span: tuple[int, int]


def acronyms(text: str) -> Iterator[Acronym]:
    """Yield the acronyms that a text explains in brackets, with what they stand for.

    >>> [(a.short, a.long) for a in acronyms("It joined the International Energy Agency (IEA) in May.")]
    [('IEA', 'International Energy Agency')]
    """
    found = [*_behind(text), *_ahead(text)]
    yield from sorted(found, key=lambda a: min(a.span[0], a.short_span[0]))


def _behind(text: str) -> Iterator[Acronym]:
    """Short forms that stand behind their long ones."""
    for match in SHORT.finditer(text):
        group = 1 if match[1] else 2
        short = match[group]
        if not _is_short_form(short):
            continue
        first = max(0, match.start() - 200)
        gaps = _LINE if _DATELINE.match(text, match.end()) else _PARAGRAPH
        breaks = [gap.end() for gap in gaps.finditer(text, first, match.start())]
        words = list(WORD.finditer(text, breaks[-1] if breaks else first, match.start()))
        words = _same_sentence(words, text)
        letters = sum(c.isalnum() for c in short)
        room = min(letters + 6, letters * 2 + 2)
        start = _begin(short, text, words[-room:])
        if start is not None:
            end = words[-1].end()
            yield Acronym(short, squeezed(text[start:end]).strip(" ,;"), (start, end), match.span(group))


def _ahead(text: str) -> Iterator[Acronym]:
    """Short forms that stand before their long ones: the whole bracket must be the long form."""
    for match in LONG.finditer(text):
        short, words = match[1], list(WORD.finditer(text, *match.span(2)))
        if _is_short_form(short) and words and _begin(short, text, words) == match.start(2):
            yield Acronym(short, squeezed(match[2]).strip(" ,;"), match.span(2), match.span(1))


def _is_short_form(short: str) -> bool:
    capitals = sum(c.isupper() for c in short)
    return capitals >= 2 and not short.isdigit() and capitals >= sum(c.islower() for c in short)


def _same_sentence(words: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    for n in range(len(words) - 1, 0, -1):
        before = words[n - 1][0]
        if before.endswith(")") or (before.endswith((".", ";", ":")) and len(before) > 3):
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
