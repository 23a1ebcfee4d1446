"""Where the people of a list are from: "Ann Lee, Director, Wool Board", "Governor Bo Ek (Westmark)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from facts.extract.draft import Draft, Material
from facts.extract.given_away import COURTESY
from facts.extract.lists import enumerated
from facts.extract.people.entries import Entry, has_office, is_office, name_at_end
from facts.extract.people.offices import office_of, role_of, with_article
from facts.extract.people.rosters import Roster, rosters
from facts.folding import fold
from facts.model import Kind

SMALL = frozenset("a an and at by de del du for from in la of on the to & und".split())
"""Words of a body's name that begin with a small letter."""
LONGEST = 9
"""How many words the name of a body has at most."""
ABBREVIATED = frozenset({"Inc", "Jr", "LLC", "Ltd", "PLC", "PhD", "Sr"})
"""What follows a comma in the name of a company or person."""
FEWEST_LETTERS = 3
"""How many letters the name of a body has at least."""
MOST = 3
"""How many people of one body are asked for together."""
AT = re.compile(r"\s(?:at|with)\s(?:the\s)?")
STATE = re.compile(r"\b(?:Commonwealth|Kingdom|Republic|State of|Union of|States)\b")
"""Names of states, of which one does not ask as of an organisation."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who was at the article's meeting from which body, and which organization each is from."""
    for roster in rosters(material):
        bodies = {entry.label: body for entry in roster.entries if entry.name and (body := body_of(entry))}
        shared = Counter(bodies.values())
        for entry in roster.entries:
            body = bodies.get(entry.label)
            told = has_office(entry.behind) or any(map(is_office, entry.front.split())) or not entry.behind
            if body is not None and shared[body] <= MOST and not told and not _is_place(body, roster, material):
                question = f"Which organization is {entry.name} from?"
                yield Draft("which", question, body, _span(entry, roster, material), confidence=0.85, rule="role.from")
        if material.meeting_name is not None:
            yield from _from(roster, bodies, shared, material)


def _from(roster: Roster, bodies: dict[str, str], shared: Counter[str], material: Material) -> Iterator[Draft]:
    """Who came from each body."""
    for body, number in shared.items():
        entries = [entry for entry in roster.entries if bodies.get(entry.label) == body]
        if number > MOST or (number == 1 and office_of(role_of(entries[0])) is not None):
            continue
        question = f"Who from {with_article(body)} attended {material.meeting_name}?"
        labels = [entry.label for entry in entries]
        answer = enumerated(labels)
        span = _span(entries[0], roster, material) if len(entries) == 1 else roster.span
        several = labels if len(labels) > 1 else None
        kind: Kind = "list" if several else "who"
        yield Draft(kind, question, answer, span, value=several, confidence=0.85, rule="role.attended")


def body_of(entry: Entry) -> str | None:
    """The body, state or place that an item says its person is from.

    >>> from facts.extract.people.entries import entry
    >>> body_of(entry("Ann Lee, Director, Wool Board")), body_of(entry("Ann Lee, Chief Economist at Oxbow Foods"))
    ('Wool Board', 'Oxbow Foods')
    >>> body_of(entry("Ann Lee, Secretary of Energy")), body_of(entry("Governor Bo Ek (Westmark)"))
    (None, 'Westmark')
    """
    behind = re.sub(r"^(?:Jr|Sr|Ph\.?D|M\.?D)\.?,?\s+", "", entry.behind)
    if not behind:
        told = entry.notes[0] if entry.notes and entry.front and len(entry.notes) == 1 else ""
    elif has_office(behind):
        parts = re.split(r",\s+", behind)
        offices = [n for n, part in enumerate(parts) if has_office(part)]
        told = ", ".join(parts[offices[-1] + 1 :])
        if not told and (at := AT.search(parts[-1])) is not None:
            told = parts[-1][at.end() :]
    else:
        told = behind
    told = told.strip(" .")
    words = told.split()
    named = all(word[:1].isupper() or fold(word) in SMALL for word in words)
    inner = told.rpartition(", ")
    if not words or not named or len(words) > LONGEST or re.search(r"[\d;:()/]", told):
        return None
    if inner[0] and inner[2].rstrip(".") not in ABBREVIATED:  # "Office of Water, Ports Agency"
        return None
    return None if _is_no_body(words, told) else told


def _is_no_body(words: list[str], told: str) -> bool:
    """Whether words in capitals name no body: "Jr", "WY", "Board Member", "Policy and Advocacy of Oxbow Foods"."""
    initials = len(words) == 1 and words[0].isupper() and len(words[0]) < FEWEST_LETTERS
    if {"gentleman", "lady"} & {fold(word) for word in words}:
        return True  # "Second Lady of Norland"
    office = is_office(words[-1]) or is_office(words[0]) or "Member" in words
    if fold(words[-1]).rstrip(".") in COURTESY or name_at_end(told):
        return True
    joined = " and " in told.partition(" of ")[0]
    return initials or office or joined or words[0].rstrip(".") in ABBREVIATED or fold(words[0]) in SMALL - {"the"}


def _is_place(body: str, roster: Roster, material: Material) -> bool:
    """Whether a name is that of a state or place rather than of an organisation."""
    if STATE.search(body) or len(body.split()) < 2:
        return True
    start, end = roster.span
    paragraphs = (p for p in material.parsed.paragraphs if start <= p.start < end)
    return any(e.label_ in ("GPE", "LOC") and e.text == body for p in paragraphs for e in p.doc.ents)


def _span(entry: Entry, roster: Roster, material: Material) -> tuple[int, int]:
    """The code points of the line that names somebody."""
    text = material.parsed.article.text
    name = re.search(r"\s+".join(map(re.escape, str(entry.name).split())), text[slice(*roster.span)])
    if name is None:
        return roster.span
    at = roster.span[0] + name.start()
    start = max(text.rfind("\n", roster.span[0], at) + 1, roster.span[0])
    end = text.find("\n", at, roster.span[1])
    line = text[start : end if end >= 0 else roster.span[1]]
    mark = re.match(r"\s*(?:[-*•+‣·–]|\d+[.)])?\s*", line)
    begin = start + (mark.end() if mark is not None else 0)
    return begin, start + len(line.rstrip())
