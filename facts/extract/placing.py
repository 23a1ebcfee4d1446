"""Questions without the report that tells of it, where what they name makes them clear to a stranger by itself."""

from __future__ import annotations

import dataclasses
import re

from facts.extract.clear import unclear
from facts.extract.draft import Draft, Material
from facts.folding import fold
from facts.parse.words import TITLES

REPORT = re.compile(r", according to the (?:\d{1,2} [A-Z][a-z]+ \d{4} )?report (?:on |“).*\?$")
"""The report that a question names at its end."""
TOLD_BY_NAMES = re.compile(
    r"event\.(?:when|where|at_place|who_did|whom|how_long)$|amount\.(?:sum|change|worth)$|count\.(?:how_many|share)$"
)
"""Rules of deeds and numbers, of which names tell enough; what somebody said was said at some meeting or other."""
NAME = re.compile(r"(?:[A-Z][\w’'.-]*\w)(?: (?:of (?:the )?|the |and )?[A-Z][\w’'.-]*\w)*")
"""A name in a question."""
MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?= \d{4})"
)
ONCE = re.compile(
    r"\b(?:acquitted|born|die|died|follow|join|leave|replace|replaced|resign|resigned|retire|retired|step down|"
    r"stepped down|succeed|succeeded|succeeds|take office|take over|term (?:as [\w ]{3,30} )?end)\b"
    r"|^(?:Until when was|Since when has)\b"
)
"""What somebody does or is once, so that a name tells of which time."""
ENOUGH = 2
"""How many names tell a stranger what a question is about."""
TELLING, WHOLE = 12, 3
"""How many words of a question tell what a body did, and how many of its name tell which body."""


def placed(material: Material, draft: Draft) -> Draft:
    """A draft whose question names no report where the names in it tell what it is about, else as it was.

    "When did Ada Wren replace Bo Tam, according to the report on the Tarn assembly on 8 May 2020?" needs none.
    """
    if TOLD_BY_NAMES.match(draft.rule) is None or REPORT.search(draft.question) is None:
        return draft
    asked = dataclasses.replace(draft, question=REPORT.sub("?", draft.question))
    names = _names(asked.question)
    person = any(name in _people(material) for name in names)
    told = len(names) >= ENOUGH or (person and ONCE.search(asked.question) is not None)
    told = told or (len(asked.question.split()) >= TELLING and any(len(name.split()) >= WHOLE for name in names))
    return asked if told and unclear(asked) is None else draft


def _names(question: str) -> set[str]:
    """The names in a question, each once and without titles: neither its first word nor months."""
    words = MONTH.sub("in", question.partition(" ")[2])
    found = (" ".join(w for w in name[0].split() if fold(w).strip(".") not in TITLES) for name in NAME.finditer(words))
    return {re.sub(r"[’']s$", "", name) for name in found if not name.isupper()}


def _people(material: Material) -> set[str]:
    """The whole names of those who are named in an article."""
    return {person.name for sentence in material.sentences for person in sentence.people if " " in person.name}
