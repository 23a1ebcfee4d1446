"""Labelled lines of minutes: what a label stands for, and the items behind it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.draft import Material
from facts.folding import fold, squeezed
from facts.line_marks import ITEM

LABELS = {
    "absent": "absent",
    "action": "action",
    "action items": "action",
    "actions": "action",
    "agreed": "decided",
    "also in attendance": "attending",
    "also present": "attending",
    "apologies": "apologies",
    "apologies for absence": "apologies",
    "apologies received": "apologies",
    "attendance": "present",
    "attendees": "present",
    "attending": "present",
    "board members present": "present",
    "chair": "chair",
    "chaired by": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "chairwoman": "chair",
    "clerk": "secretary",
    "committee members present": "present",
    "councillors present": "present",
    "date": "date",
    "date and time": "date",
    "date of meeting": "date",
    "date of next meeting": "next",
    "decided": "decided",
    "decision": "decided",
    "decisions": "decided",
    "delegates": "present",
    "excused": "apologies",
    "guests": "attending",
    "host": "host",
    "in attendance": "attending",
    "in the chair": "chair",
    "location": "place",
    "members absent": "absent",
    "members present": "present",
    "minute taker": "secretary",
    "minutes": "secretary",
    "minutes by": "secretary",
    "minutes taken by": "secretary",
    "next meeting": "next",
    "not present": "absent",
    "note taker": "secretary",
    "observers": "observers",
    "officers present": "attending",
    "participants": "present",
    "place": "place",
    "present": "present",
    "presiding": "chair",
    "recorder": "secretary",
    "regrets": "apologies",
    "resolution": "decided",
    "resolved": "decided",
    "secretary": "secretary",
    "staff present": "attending",
    "start": "start",
    "time": "start",
    "trustees present": "present",
    "venue": "place",
    "visitors": "attending",
    "where": "place",
}
"""What the labels of minutes stand for (folded)."""

LINE = re.compile(r"[*_\s]*(?P<label>[A-Z][\w’'/&() -]{1,40}?)[*_]*:[*_]*\s*(?P<rest>.*)", re.DOTALL)
"""A line with a label, bold or not."""

HEADED = re.compile(r"[*_#\s]*(?:\d+[.)]?\s*)?(?P<label>[A-Z][\w’'/& -]{1,40}?)[*_:\s]*")
"""A heading that is nothing but a label."""


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """What stands behind a label: what the label means, its items or its whole text, and where."""

    meaning: str
    label: str
    text: str
    items: tuple[str, ...]
    span: tuple[int, int]


def labelled(material: Material) -> Iterator[Line]:
    """Yield the labelled lines of an article, with the bullets below a label that stands alone."""
    text = material.parsed.article.text
    spans = material.parsed.article.paragraphs
    n = 0
    while n < len(spans):
        start, end = spans[n]
        block = text[start:end]
        n += 1
        match = LINE.fullmatch(block) or HEADED.fullmatch(block)
        meaning = LABELS.get(fold(match["label"]).strip()) if match else None
        if match is None or meaning is None:
            continue
        rest = (match.groupdict().get("rest") or "").strip()
        if rest:
            at = start + match.start("rest")
            yield Line(
                meaning,
                match["label"],
                " ".join(rest.split()),
                tuple(items_of(rest, meaning)),
                (start, end) if meaning != "action" else (at, end),
            )
            continue
        first = n
        while n < len(spans) and ITEM.match(text, spans[n][0]):
            n += 1
        if n > first:
            items = tuple(squeezed(ITEM.sub("", text[slice(*s)], count=1)) for s in spans[first:n])
            yield Line(meaning, match["label"], "; ".join(items), items, (start, spans[n - 1][1]))


def items_of(text: str, meaning: str) -> list[str]:
    """The items behind a label: at semicolons, else at commas and "and" outside of brackets.

    >>> items_of("Ann Lee (Chair, acting), Bo Ek and Cy Day.", "present")
    ['Ann Lee (Chair, acting)', 'Bo Ek', 'Cy Day']
    """
    if meaning in ("decided", "action", "date", "place", "start", "next"):
        return [squeezed(text).rstrip(".")]
    separator = r";\s*(?:and\s+)?" if ";" in text else r",\s*(?:and\s+)?(?![^()]*\))|\s+and\s+(?![^()]*\))"
    return [i for i in (squeezed(p).rstrip(".") for p in re.split(separator, text)) if i]


def initials(lines: tuple[Line, ...]) -> dict[str, str]:
    """The initials of those named in minutes, with their names: "AP" → "Alan Peverell"; not those of two."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for line in lines:
        if line.meaning in ("present", "attending", "apologies", "chair", "secretary"):
            for item in line.items:
                name = bare(item)
                words = [w for w in name.split() if w[:1].isupper() and fold(w).rstrip(".") not in _TITLES]
                short = "".join(w[0] for w in words)
                twice |= {short} if short in found and found[short] != name else set()
                found.setdefault(short, name)
    return {short: name for short, name in found.items() if len(short) > 1 and short not in twice}


_TITLES = frozenset(
    "baroness capt cllr col count dame dr gen lady lord lt maj mr mrs ms mx prof professor rev sir".split()
)


def bare(item: str) -> str:
    """A name without the role in brackets behind it."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", item).strip()
