"""Lists of people set out below a heading: "Participants included:" and an item for each."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.draft import Material, Sentence
from facts.extract.lists import bullets
from facts.extract.people.entries import Entry, entry
from facts.folding import fold, squeezed
from facts.parse.name_words import is_ordinary
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, PERSON_NOUNS

TAKING_PART = r"(?:attendees?|participants?|panell?ists?|attendance|attending|participating|present)"
SPEAKERS = r"(?:speakers?|speaking|presenters?)"
LISTED = r"(?:included?|including|were|are|comprised)"
_HEADING = re.compile(
    rf"(?P<group>[^.;:]*?\b(?P<word>{TAKING_PART}|{SPEAKERS}|(?:at|from|in) (?:the|today['’]s) \w+)\b[^.;:]*?)"
    rf"\s*(?:\b{LISTED}\b[^.;:]*)?[:.]?",
    re.IGNORECASE,
)
_JOINED = re.compile(r".*\bjoined by(?: the following[^.;:]*)?:", re.IGNORECASE | re.DOTALL)
_AROUND = re.compile(
    rf"\b(?:(?:at|in|of|from) (?:the|today['’]s|yesterday['’]s|this)\b.*|{TAKING_PART}|{SPEAKERS}"
    r"|(?:the|today['’]s|other))\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\w (?P<noun>attendees|participants|panell?ists)\b", re.IGNORECASE)
"""Those who came, told apart from others who did: "Outside participants"."""
_FROM = re.compile(r"\b[Ff]rom the (?P<body>(?:[A-Z][\w’'.&-]*|of|and|for|\s)*?(?P<last>[\w’'-]+))\s*$")
"""Whose they are: "Participants from the Harbour Council"."""
_MEETING = re.compile(r"^(?:meeting|roundtable|event|call|session|convening|summit)s?$", re.IGNORECASE)
OTHERS = re.compile(r"\bincluded? [^:]*\b[A-Z][^:]*\b(?:as well as|and)\b")
"""A sentence above a list that names some more who came."""
FROM = "participants from the "
LONGEST_GROUP = 8
"""How many words the name of a group has at most."""
FEWEST = 2
"""How many items a list of people has at least."""


@dataclasses.dataclass(frozen=True, slots=True)
class Roster:
    """A list of people below a heading. `group` is what they are called together (None: just those who came)."""

    entries: tuple[Entry, ...]
    group: str | None
    speaking: bool
    span: tuple[int, int]


def rosters(material: Material) -> Iterator[Roster]:
    """Yield the lists of an article that say who was at its meeting."""
    for found in bullets(material):
        if len(found.items) < FEWEST:
            continue
        entries = tuple(map(entry, found.items))
        heading = squeezed(found.heading)
        match = _HEADING.fullmatch(heading.strip("*_# "))
        if match is not None and not _is_prose(entries) and not OTHERS.search(heading):
            speaking = re.fullmatch(SPEAKERS, match["word"], re.IGNORECASE) is not None
            group = _group(match["group"], found.intro)
            if group is not None and fold(group.partition(FROM)[2] or "?") in fold(str(material.label)):
                group = None  # all those of the body that met
            if group is None or re.fullmatch(TAKING_PART, match["word"], re.IGNORECASE) or _are_people(group):
                yield Roster(entries, group, speaking, found.span)
        elif _JOINED.fullmatch(heading + ":") and not _is_prose(entries):
            yield Roster(entries, None, speaking=False, span=found.span)


def _is_prose(entries: tuple[Entry, ...]) -> bool:
    """Whether items tell something and name nobody."""
    named = sum(entry.name is not None or len(entry.label.split()) < 8 for entry in entries)
    return named < len(entries) * 0.8


def _group(words: str, intro: Sentence | None) -> str | None:
    """What those of a list are called together, in small letters but for names: "arts and culture leaders"."""
    plain = squeezed(_AROUND.sub(" ", words)).split()
    own = _OWN.search(words) if re.search(SPEAKERS, words, re.IGNORECASE) is None else None
    body = _FROM.search(words)
    if not plain and body is not None and body["last"].lower() not in GATHERING_NOUNS:
        return f"{FROM}{body['body']}"
    while plain and own is not None and _MEETING.match(plain[-1]):
        plain.pop()
    if not plain or len(plain) > LONGEST_GROUP or _MEETING.match(plain[0]):
        return None
    if not plain[-1].endswith("s") and own is None:
        return None
    ordinary = {t.text for t in intro.span if is_ordinary(t) and not t.ent_type_} if intro is not None else set()
    group = " ".join(word.lower() if word in ordinary else word for word in plain)
    return f"{group} {own['noun'].lower()}" if own is not None else group


def _are_people(group: str) -> bool:
    """Whether a group's name is one of people or bodies: "port ministers", not "open issues"."""
    last = group.split()[-1].lower()
    return group.startswith(FROM) or not {last.removesuffix("s"), f"{last[:-3]}y"}.isdisjoint(PERSON_NOUNS | BODY_NOUNS)
