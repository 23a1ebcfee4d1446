"""What was reported on a project under a heading of reports: "Strategic initiatives": "New boathouse - two offers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from facts.extract.draft import Draft, Material
from facts.extract.minutes.tasks import UNCLEAR, owners
from facts.extract.minutes.topics import AGO, EMPTY, MARKED, RAW, Item, items, plain, sections
from facts.folding import fold
from facts.parse.given_names import given_names

HEADING: Final = re.compile(
    r"\b(?:strategic initiatives|(?:working|project|team) (?:groups?|updates?))\b", re.IGNORECASE
)
"""Headings under which each note is on a project that it begins with."""
PART: Final = re.compile(r"(?P<part>[A-Z][\w./&’' -]{1,38}?)(?P<sign>:\s| [–-]\s|,\s?)\s*(?=\w)")
"""What a note begins with: a project, or who reports on it."""
NAME: Final = re.compile(r"\w.*[A-Z\d]")
"""A name that stands before a comma, and no word that only opens a sentence."""
OPENING: Final = re.compile(r"(?:after|also|currently|if|for|no|now|once|still|so|then|this|when)\b", re.IGNORECASE)
SENTENCE_END: Final = re.compile(r"(?<=[a-z\d)])\. (?=[A-Z])")
NOW: Final = re.compile(r" at this (?:point|time)\b")
PLEASE: Final = re.compile(r"\bplease\b", re.IGNORECASE)
FEWEST, MOST, LONGEST = 3, 28, 5
"""How many words a report has at least and at most, and how many the name of a project."""


def reports(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what was reported on each project, and by whom. `names` are those of the people present."""
    for item in (*items(material), *sections(material)):
        if HEADING.search(item.topic):
            yield from _of_item(item, names, meeting)


def _of_item(item: Item, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    for paragraph in item.notes:
        note = plain(paragraph.doc.original)
        who, project = None, ""
        while (match := PART.match(note)) is not None and not (who and project):
            part = match["part"].strip()
            if who is None and (known := owners(part, names)) is not None:
                who = known
            elif not project and _is_project(part, match["sign"], names):
                project = part
            else:
                break
            note = note[match.end() :]
        told = next(filter(_tells, (note, SENTENCE_END.split(note)[0])), None) if project else None
        if told is not None:
            asked = f"What did {who} report on" if who else "What was reported on"
            span = (paragraph.start, paragraph.start + len(paragraph.doc.original.rstrip()))
            yield Draft("what", f"{asked} “{project}” at {meeting}?", told, span, rule="minutes.report")


def _is_project(words: str, sign: str, names: Mapping[str, str]) -> bool:
    """Whether words before a sign name a project, and nobody."""
    first = words.split()[0]
    person = first in names or fold(first) in given_names()
    plain_name = sign.strip() != "," or NAME.match(words) is not None
    return plain_name and not person and len(words.split()) <= LONGEST and OPENING.match(words) is None


def _tells(note: str) -> bool:
    """Whether a report is an answer by itself."""
    if not FEWEST <= len(note.split()) <= MOST or "?" in note or EMPTY.match(note):
        return False
    return not any(sign.search(NOW.sub("", note)) for sign in (UNCLEAR, AGO, MARKED, PLEASE, RAW))
