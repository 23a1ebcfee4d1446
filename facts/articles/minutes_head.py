"""Lines above minutes without labels: whose they are, what they are, and of which day, a line each."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Sequence
from typing import Final

from facts.articles.date_lines import day_at_start
from facts.articles.meeting_lines import is_meeting_line
from facts.folding import fold
from facts.line_marks import ITEM
from facts.parse.words import BODY_NOUNS, MEETING_NOUNS

LINES: Final = 5
"""How many lines stand above the day at most."""
WORDS: Final = 12
"""How many words they have at most."""

_KIND: Final = r"(?:agenda|hearing|minutes|notes|transcript)"
_DOCUMENT: Final = re.compile(
    rf"(?:\w+ )?{_KIND}(?:\Z| (?:for|from|of|on|[–—-]) .*)|.*\b(?:agenda|minutes)(?: \d{{4}})?", re.IGNORECASE
)
"""A line that says what the text is: "Minutes of the Board", "Faculty Senate Minutes", and no headline."""
_MEETING: Final = re.compile(r"(?:[\w-]+ ){0,3}(?:meeting|session|sitting)", re.IGNORECASE)
"""A line that says which meeting it is, below the body's name: "Annual General Meeting"."""
_DOCUMENT_ALONE: Final = re.compile(
    r"(?:(?:meeting|draft|approved|official|confirmed) )*"
    r"(?:agenda|minutes|notes|transcript)(?: of (?:the )?proceedings)?",
    re.IGNORECASE,
)
_SMALL: Final = frozenset("a an and at by for in of on the to".split())


@dataclasses.dataclass(frozen=True, slots=True)
class Head:
    """What the lines say: a title, the day, and how many lines they are."""

    title: str
    date: datetime.date
    lines: int


_NOTES: Final = re.compile(r"[A-Z].*\b(?:minutes|notes)", re.IGNORECASE)
"""The first line of somebody's notes, whatever they call them: "Tech call ferry data - rough notes"."""
_TIMED: Final = re.compile(r".*\d[:.]\d\d\b")


def head_of(lines: Sequence[str]) -> Head | None:
    """Read the first lines of a text; None where they are no head of minutes with a day.

    >>> head_of(["LUNN TRUST", "MINUTES OF THE BOARD", "Friday, 3 May 2024, 6 p.m.", "Mill Hall"])
    Head(title='Lunn Trust: Minutes of the Board, 3 May 2024', date=datetime.date(2024, 5, 3), lines=3)
    >>> head_of(["Board agrees to buy a ferry", "3 May 2024", "The board met."]) is None
    True
    """
    noted = len(lines) > 1 and _NOTES.fullmatch(lines[0]) and len(lines[0].split()) <= WORDS
    if noted and _TIMED.match(lines[1]) and (dated := day_at_start(lines[1])) is not None:
        return Head(f"{lines[0]}, {dated[1]}", dated[0], 2)
    for n, line in enumerate(lines[: LINES + 1]):
        found = day_at_start(line)
        if found is not None:
            day, said = found
            title = _title(lines[:n])
            return Head(f"{title}, {said}", day, n + 1) if title else None
        if not _is_head(line):
            return None
    return None


def _is_head(line: str) -> bool:
    """Whether a line may be the name of a body, a meeting or a document."""
    words = line.split()
    loose = [w for w in words if w[0].islower() and w not in _SMALL | MEETING_NOUNS]
    closed = line.rstrip()[-1:] in tuple(".!?;:,")
    return (
        0 < len(words) <= WORDS
        and not loose
        and not closed
        and words[0] != "By"
        and not ITEM.match(line)
        and not is_meeting_line(line)
    )


def _title(lines: Sequence[str]) -> str | None:
    """The title of minutes: their body, then what they are."""
    names = [_cased(line) for line in lines]
    documents = [name for name in names if _DOCUMENT.fullmatch(name) or (len(names) > 1 and _MEETING.fullmatch(name))]
    named = any(fold(word) in BODY_NOUNS for name in names for word in re.findall(r"\w+", name))
    if not documents or not named:
        return None
    others = [name for name in names if name not in documents]
    telling = [name for name in documents if not _DOCUMENT_ALONE.fullmatch(name)] or documents
    return ": ".join([*others, *(re.sub(r"^Meeting (?=[A-Z])", "", name) for name in telling)])


def _cased(line: str) -> str:
    """A line in capitals as a name is written."""
    if not line.isupper():
        return line
    return " ".join(w.lower() if n and w.lower() in _SMALL else w.capitalize() for n, w in enumerate(line.split()))
