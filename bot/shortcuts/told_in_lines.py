"""What shortcuts find in the sentences of a report by their form, where no fact tells it: the headings of the items of
minutes, how many were present, who is called the chair of the meeting.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Final

from bot.replies import Answer
from facts.expressions import expression
from facts.folding import fold
from facts.line_marks import LABEL_OF_MEETING
from facts.model import Kind

ITEMS: Final = 3
"""So many headings, at least, have minutes that have any."""
_HEAD: Final = 6
"""In so many of its first lines a text says that it is minutes."""
_LONGEST: Final = 12
"""Words of a heading, at most."""
_ENDS: Final = (".", "!", "?", ";", ",", "”", '"')
_MINUTES: Final = expression(r"\bminutes\b(?! (?:of (?:the )?(?:last|previous)|were))")
_LABELLED: Final = expression(rf"\s*[*_]*(?:{LABEL_OF_MEETING})[*_]*\s*:")
_NUMBERED: Final = expression(r"\s*(?:item )?\(?\d{1,4}(?:[./]\d{1,4})*[.):]*\s+(?P<title>[A-Z“\"‘(].*)")
_A_LABEL: Final = expression(r"\S+(?: \S+)?: ")
_A_NAME: Final = expression(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Cllr|Councillor)\b")

_PEOPLE: Final = (
    r"(?:attendees|citizens|councillors|delegates|deputies|directors|governors|guests|members|ministers|observers|"
    r"officials|parents|participants|people|persons|representatives|residents|shareholders|spectators|students|"
    r"trustees|villagers|visitors|voters)"
)
_NUMBER: Final = (
    rf"(?:(?:more than|fewer than|less than|at least|up to|some|about|around|over|nearly|almost) )?"
    rf"(?:\d[\d,]*|an? (?:dozen|hundred)|(?:dozens|hundreds) of|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    rf"twelve)"
    rf"(?: [a-z-]+)? {_PEOPLE}\b(?: from \d+ [a-z]+)?"
)
_CAME: Final = (
    r"(?:attended|took part|were (?:also )?present|participated|gathered|turned up|turned out|came together|"
    r"watched|followed|looked on|filled|packed|crowded|assembled|were in attendance)"
)
_PRESENT: Final = expression(
    rf"(?P<first>{_NUMBER})(?: [^,;.]{{0,60}})? {_CAME}\b"
    rf"|\b(?:attended by|brought together|drew|in the presence of|attendance of|attracted|gathering of) "
    rf"(?P<then>{_NUMBER})",
)
"""How sentences tell how many were present (folded)."""
_NOT_THERE: Final = expression(r"\b(?:absent|apolog\w+|did not|next|not|previous|last year|will|would)\b")

_EVENTS: Final = (
    "assembly conference congress convention council forum meeting seminar session summit symposium workshop"
)
_CHAIR: Final = expression(
    rf"\b(?P<of>{_EVENTS.replace(' ', '|')}) (?:chair|chairman|chairwoman|chairperson),? "
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Prof\.?|Professor|Cllr|Councillor)\.? )?"
    r"[A-Z][\w’'.-]*(?: (?:(?:de|der|van|von|bin|al|la|di) )*[A-Z][\w’'.-]*)+)"
)


def items(sentences: Sequence[Answer]) -> list[Answer]:
    """The headings of the items of minutes, in their order; none where a text is not minutes or has hardly any."""
    lines = [each.evidence for each in sentences]
    labelled = [place for place, line in enumerate(lines) if _LABELLED.match(line)]
    titles = [sentences[0].title or "", *lines[:_HEAD]] if sentences else []
    if len(labelled) < 2 and not any(_MINUTES.search(fold(title)) for title in titles):
        return []
    numbered = [(each, match["title"]) for each in sentences if (match := _NUMBERED.fullmatch(each.evidence))]
    found = [(each, title) for each, title in numbered if _is_title(title)]
    if len(found) < ITEMS:
        head = max((place for place in labelled if place < 2 * _HEAD), default=0)
        found = [
            (each, each.evidence)
            for place, each in enumerate(sentences)
            if place > head and _is_heading(each.evidence, "".join(lines[place + 1 : place + 2]))
        ]
    if len(found) < ITEMS:
        return []
    return [dataclasses.replace(each, answer=title.strip(" *_:")) for each, title in found]


def _is_title(text: str) -> bool:
    return len(text.split()) <= _LONGEST and not text.rstrip().endswith(_ENDS)


def _is_heading(line: str, behind: str) -> bool:
    """Whether a line without a number is a heading: short, no label, no name, and a sentence stands below it."""
    plain = line.strip(" *_")
    if not _is_title(plain) or not plain[:1].isupper() or " – " in plain or plain.endswith(":"):
        return False
    if _LABELLED.match(line) or _A_LABEL.match(plain) or _A_NAME.match(plain):
        return False
    return behind.rstrip().endswith((*_ENDS, ":"))


def numbers_present(sentences: Sequence[Answer]) -> Iterator[Answer]:
    """How many were present, as sentences tell it: "more than 900 delegates from 27 countries"."""
    for each in sentences:
        text = each.evidence
        found = _PRESENT.search(fold(text)) if len(fold(text)) == len(text) else _PRESENT.search(text.lower())
        if found is None or _NOT_THERE.search(fold(text)):
            continue
        group = "first" if found["first"] else "then"
        yield _marked(each, *found.span(group), "how_many")


def called_chair(sentences: Sequence[Answer], meeting: str) -> Answer | None:
    """Who is called the chair of the meeting itself: "conference chair Ada Wren" of a conference."""
    own = set(fold(meeting).split()) | {"meeting", "session"}
    for each in sentences:
        for found in _CHAIR.finditer(each.evidence):
            if found["of"].lower() in own:
                return _marked(each, *found.span("name"), "who")
    return None


def _marked(sentence: Answer, begin: int, end: int, kind: Kind) -> Answer:
    """A sentence as an answer in some of its words."""
    said = sentence.evidence[begin:end].rstrip(".,'’")
    return dataclasses.replace(sentence, answer=said, kind=kind, marked=(begin, begin + len(said)))
