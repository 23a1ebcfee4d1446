"""What each key of a page may hold, in words and by an example; what is said of a slip."""

from __future__ import annotations

import difflib
import typing
from collections.abc import Iterable

from facts.dates import in_two_ways
from facts.model import Kind

KINDS: tuple[str, ...] = typing.get_args(Kind)

_TEXT = "text"
_OR_NULL = "text, or null where it is not known"

ALLOWED: dict[str, tuple[str, str]] = {
    "question": (_TEXT, "Who chaired the meeting?"),
    "answer": (_TEXT, "Ann Poole"),
    "kind": (f"one of {', '.join(KINDS)}", "who"),
    "variants": ("a list of questions", "[Who led the meeting?]"),
    "value": ("text, a number or a list of texts", "2020-06-30"),
    "confidence": ("a number from 0 to 1", "0.9"),
    "checked": ("true or false", "true"),
    "recheck": ("true or false; take it out once you have looked at the fact", "true"),
    "hidden": ("true or false", "true"),
    "id": (_TEXT, "who-chaired-meeting"),
    "evidence": ("words of the article, as they stand there", "chaired by Ann Poole"),
    "span": ("two whole numbers", "[0, 25]"),
    "name": (_TEXT, "Board of Ostford"),
    "aliases": ("a list of names", "[BO]"),
    "date": ("a date, year first, or null where it is not known", "2020-06-30"),
    "place": (_OR_NULL, "Ostford"),
    "format": (_OR_NULL, "video conference"),
    "series": (_OR_NULL, "Board of Ostford"),
    "number": ("a whole number, or null where it is not known", "12"),
    "source": (_OR_NULL, "Ostford Gazette"),
    "title": (_OR_NULL, "Board meets in Ostford"),
    "url": (_OR_NULL, "https://example.org/board"),
    "file": ("the file of the article", "seeds/board.txt"),
    "sha256": ("64 hexadecimal digits; delete the file and compile again", "…"),
    "correction": ("true, or the day of the note, year first", "2020-07-03"),
    "text": ("a sentence of the article", "It was chaired by Ann Poole."),
}
"""By key, what it may hold and an example of that."""

TEXTS_OR_NULL = frozenset(name for name, (allowed, _) in ALLOWED.items() if allowed == _OR_NULL) | {"id", "evidence"}
"""The keys that hold text or nothing."""

TEXTS = TEXTS_OR_NULL | {"question", "answer", "text", "name", "variants", "aliases"}
"""The keys that hold text, or a list of texts."""


def wrong(name: str, value: object) -> str:
    """Why a key may not hold what it does, what it may, and an example."""
    allowed, example = ALLOWED[name]
    if name == "date" and (two := in_two_ways(str(value))):
        return f"“{name}” must be {allowed}; “{value}” {two}"
    if name == "kind" and isinstance(value, str):
        near = nearest(value, KINDS)
        return f"“{name}” must be {allowed}, not “{value}”; for example “kind: {near or example}”"
    return f"“{name}” must be {allowed}; for example “{name}: {example}”"


def missing(name: str) -> str:
    """What to do where a key is missing."""
    example = f", for example “{name}: {ALLOWED[name][1]}”" if name in ALLOWED else ""
    return f"the key “{name}” is missing; add it{example}"


def unknown(name: str, known: Iterable[str]) -> str:
    """What may have been meant by a key that is not known."""
    known = tuple(known)
    near = nearest(name, known)
    meant = f"; perhaps “{near}” is meant" if near else ""
    return f"the key “{name}” is unknown{meant}; known are {', '.join(known)}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that another is most like, if it is like any."""
    return next(iter(difflib.get_close_matches(word.lower(), list(known), 1, 0.6)), None)
