"""Which of those on a list are of a kind: "Which mayors attended …?", "Which nurse attended …?"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from facts.extract.draft import Draft, Material
from facts.extract.lists import enumerated
from facts.extract.people.entries import Entry, is_office
from facts.extract.people.offices import MANY, role_of
from facts.extract.people.rosters import Roster, rosters
from facts.folding import fold

MOST, LONGEST = 5, 8
"""How many are asked for together, and how many words say what somebody is."""
TITLE = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}")
COURTESY = frozenset({"dr", "mr", "mrs", "ms", "prof", "professor", "sir", "the"})
UNASKED = re.compile(r"\b(?:former|candidate|resident|member|participant|attendee)\b|[,;:()/\d]", re.IGNORECASE)
"""What tells too little, or more than one thing."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who of each kind was at the article's meeting."""
    for roster in rosters(material) if material.meeting_name is not None else ():
        if not roster.speaking:
            yield from _titled(roster, str(material.meeting_name))
            yield from _described(roster, str(material.meeting_name))


def _titled(roster: Roster, meeting: str) -> Iterator[Draft]:
    """ "Mayor Ann Lee", "Mayor Bo Ek": which mayors; one of several senators where a place tells which."""
    by_title: dict[str, list[Entry]] = defaultdict(list)
    for entry in roster.entries:
        if entry.name is not None and entry.front and is_office(entry.front.split()[-1]):
            by_title[entry.front].append(entry)
    for titles in _with_women(list(by_title)):
        title, entries = titles[0], [entry for each in titles for entry in by_title[each]]
        rest = any(fold(t) in fold(e.text) for t in titles for e in roster.entries if e not in entries)
        if len(entries) > MOST or rest or not all(map(TITLE.fullmatch, titles)) or fold(title) in COURTESY:
            continue
        named = [str(entry.name) for entry in entries]
        if len(entries) > 1:
            asked = " and ".join(_several(_small(each)) for each in titles)
            question, answer = f"Which {asked} attended {meeting}?", enumerated(named)
            yield Draft("list", question, answer, roster.span, value=named, rule="attendance.kind")
        elif MANY.search(title) and _small(title)[:1].isupper():
            yield Draft(
                "who", f"Which {_small(title)} attended {meeting}?", named[0], roster.span, rule="attendance.kind"
            )


def _with_women(titles: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Titles, those of one office for women and for men together.

    >>> list(_with_women(["Congressman", "Mayor", "Congresswoman"]))
    [('Congressman', 'Congresswoman'), ('Mayor',)]
    """
    for title in titles:
        woman = f"{title.removesuffix('man')}woman" if title.endswith("man") else ""
        if woman in titles:
            yield title, woman
        elif not title.endswith("woman") or f"{title.removesuffix('woman')}man" not in titles:
            yield (title,)


def _described(roster: Roster, meeting: str) -> Iterator[Draft]:
    """ "Ann Lee, nurse and volunteer": which nurse and volunteer."""
    roles = {id(entry): role_of(entry) for entry in roster.entries if entry.name is not None}
    for entry in roster.entries:
        role = roles.get(id(entry), "")
        words = role.split()
        if not 1 < len(words) <= LONGEST or UNASKED.search(role) or not role[1:].islower():
            continue
        if sum(fold(other) == fold(role) for other in roles.values()) == 1:
            question = f"Which {role[:1].lower()}{role[1:]} attended {meeting}?"
            yield Draft("who", question, str(entry.name), roster.span, rule="attendance.which")


def _several(title: str) -> str:
    return f"{title[:-2]}en" if title.endswith("man") else f"{title}s"


def _small(title: str) -> str:
    """A title with small letters but for the place before it.

    >>> _small("State Senator"), _small("Westmark State Senator"), _small("Mayor")
    ('state senator', 'Westmark state senator', 'mayor')
    """
    words = title.split()
    first = next((n for n in range(len(words), 0, -1) if not (is_office(words[n - 1]) or words[n - 1] == "State")), 0)
    return " ".join([*words[:first], *(word.lower() for word in words[first:])])
