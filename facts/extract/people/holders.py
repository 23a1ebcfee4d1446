"""Who held an office, with the time: "Who was the Director of the Harbour Office in May 2021?"."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.dates import readable
from facts.extract.draft import Draft, Material
from facts.extract.people.offices import lacks_state, office_of, offices_of

TIMELESS = frozenset({"as", "is", "label"})
"""How a role is told that may have been held at another time, or be one in the meeting alone."""
BEFORE = re.compile(r"\b(?:then|had|late|once|formerly|previously|ago|in the \d{4}s|predecessor|succe\w+|resign\w+)\b")
"""What tells of another time than that of the report."""
LONGEST = 26
"""How many words a question has at most."""
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclasses.dataclass(frozen=True, slots=True)
class RoleHolding:
    """A person and what the text says that she or he is.

    A `stateless` one is an office that many states have, of which it is not said.
    """

    name: str
    role: str
    span: tuple[int, int]
    rule: str
    stateless: bool = False


def facts(material: Material, name: str, role: str, span: tuple[int, int], rule: str) -> Iterator[Draft]:
    """Yield who held each office of a role at the time of the article's meeting, or of the report."""
    day = month_of(material)
    if rule in TIMELESS or not is_of_its_time(material, day, span, rule):
        return
    for part in offices_of(role):
        office = office_of(part)
        if office is None:
            continue
        if not lacks_state(office):
            question = f"Who was {office} in {readable(day)}?" if day else f"Who is {office}?"
        elif material.meeting_name is not None:
            question = f"Who was {office} at the time of {material.meeting_name}?"
        else:
            continue
        if len(question.split()) > LONGEST:
            continue
        yield Draft("who", question, name, span, confidence=0.86, rule="role.holder")


def month_of(material: Material) -> str:
    """The month of the article's meeting, else that of the report (ISO); "" where neither is told."""
    meeting = material.found_meeting.meeting
    planned = material.found_meeting.planned
    told = (meeting.date or "").partition("/")[0] if meeting is not None and not planned else ""
    if len(told) >= len("2021-05"):
        return told[: len("2021-05")]
    day = material.parsed.article.date
    return f"{day:%Y-%m}" if day is not None else ""


def is_of_its_time(material: Material, day: str, span: tuple[int, int], rule: str) -> bool:
    """Whether a sentence tells of the time of the meeting: no other year, nothing that had been before."""
    if rule == "line":
        return True
    said = material.parsed.article.text[slice(*span)]
    return BEFORE.search(said) is None and all(year == (day[:4] or year) for year in YEAR.findall(said))
