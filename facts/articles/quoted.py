"""What a mail quotes: another's lines, which are not told by whoever sent it."""

from __future__ import annotations

import dataclasses
import datetime
import re
from typing import Final

from facts.articles.date_lines import date_of_line

HEAD_LINES: Final = 12
"""Lines of the head of a mail inside another that are looked at."""

_QUOTED: Final = re.compile(r"^[ \t]{0,3}>.*$", re.MULTILINE)
_WROTE: Final = re.compile(
    r"^[^\n>]*(?:\n[^\n>]+)?\b(?:wrote|writes):[ \t]*\n(?:[ \t]*\n){0,2}(?=[ \t]{0,3}>)", re.MULTILINE
)
"""Whose lines are quoted, above them: "On Tuesday Ada Wren wrote:", perhaps broken into two lines."""
_WROTE_BELOW: Final = re.compile(
    r"^On [^\n]{0,80}\d[^\n]{0,100}(?:\n[^\n]{0,100})?(?:\d:\d\d|@)[^\n]{0,80}(?:\n[^\n]{0,80})?\bwrote:[ \t]*$",
    re.MULTILINE,
)
"""The same as programs write it, above a mail that is quoted without marks: day, hour or address."""
_FORWARDED: Final = re.compile(
    r"^(?:[-_]{2,}[ \t]*(?:forwarded|original|begin forwarded)\b[^\n]{0,60}|begin forwarded message:[ \t]*)$",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD: Final = r"[*_]{0,2}(?:from|sent|date|to|cc|subject|reply-to)[*_]{0,2}:[^\n]*"
_HEAD: Final = re.compile(
    rf"^[*_]{{0,2}}From[*_]{{0,2}}:[^\n]*(?:\n[ \t]*\n?{_FIELD}){{2,8}}$", re.MULTILINE | re.IGNORECASE
)
"""The head of a mail inside another."""
_FROM: Final = re.compile(
    r"^[*_]{0,2}From[*_]{0,2}:[*_]*[ \t]*\"?(?P<name>[^\n<\"@]*?)\"?[ \t]*(?:[<\[(]?[\w.+:-]*@[^\n]*)?$", re.MULTILINE
)
_DATED: Final = re.compile(r"^[*_]{0,2}(?:Date|Sent)[*_]{0,2}:[*_]*[ \t]*(?P<day>[^\n]+)$", re.MULTILINE)
_HOUR: Final = re.compile(r",?[ \t]+(?:at[ \t]+)?\d{1,2}:\d\d.*$")
_LEAST: Final = 25
"""Letters that stand above a forwarded mail at least, where they are a text: more than "FYI, see below"."""


@dataclasses.dataclass(frozen=True, slots=True)
class Unquoted:
    """A text of the same length with blanks for what it quotes; who wrote it and when, where it is only forwarded."""

    text: str
    source: str | None = None
    date: datetime.date | None = None


def unquoted(text: str, start: int = 0, *, mail: bool = False) -> Unquoted:
    """Blank out what a text quotes of other mails from `start` on; of a mail that is only forwarded, its head alone.

    Lines marked ">" count as quoted in a `mail`, or below a line that says who wrote them: elsewhere they may be a
    document that an article cites.

    >>> unquoted("The board met.\\n\\nOn Monday Ada Wren wrote:\\n> I was ill.\\n").text.split()
    ['The', 'board', 'met.']
    """
    inner = _FORWARDED.search(text, start) or (_HEAD.search(text, start) if mail else None)
    below = _WROTE_BELOW.search(text, start)
    if below is not None and (inner is None or below.start() < inner.start()):
        inner = below
    kept = text
    if inner is not None and _letters(_lines_of_its_own(text[start : inner.start()])) >= _LEAST:
        kept = _blank(kept, inner.start(), len(kept))
    elif inner is not None:
        return _forwarded(text, start, inner)
    if not mail and _WROTE.search(kept, start) is None:
        return Unquoted(kept)
    kept = kept[:start] + _QUOTED.sub(_blanks, _WROTE.sub(_blanks, kept[start:]))
    return Unquoted(kept if _letters(kept[start:]) else text)


def _forwarded(text: str, start: int, inner: re.Match[str]) -> Unquoted:
    """A mail that was only sent on: without what stands above it, as its own writer's."""
    head = _HEAD.match(text, inner.end() + len(text[inner.end() :]) - len(text[inner.end() :].lstrip()))
    head = head or (inner if inner.re is _HEAD else None)
    end = head.end() if head is not None else inner.end()
    whose, dated = (_FROM.search(head[0]), _DATED.search(head[0])) if head is not None else (None, None)
    day = date_of_line(_HOUR.sub("", dated["day"].strip())) if dated is not None else None
    rest = _blank(text, start, end)
    return Unquoted(rest, whose["name"].strip() or None if whose is not None else None, day)


def _lines_of_its_own(text: str) -> str:
    return _QUOTED.sub("", text)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _blank(text: str, start: int, end: int) -> str:
    """A text with blanks for the letters of a part of it, its lines kept."""
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def _blanks(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
