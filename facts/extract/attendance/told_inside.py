"""A meeting that only a clause of a report on something else tells of: who chaired it, and where it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from facts import dates
from facts.extract.attendance.chairs import called
from facts.extract.attendance.in_part import is_for_a_part
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import happened
from facts.parse.clauses import Clause
from facts.parse.words import GATHERING_NOUNS

TOLD: Final = re.compile(
    r"\ban? (?P<what>(?:(?!(?:an?|at|by|for|in|of|on|the|to)\b)[a-z-]+ ){0,3}(?P<noun>[a-z]+)) (?:held )?"
    r"(?P<at>(?:in|at) (?P<place>(?:the )?[A-Z][^,;:()]*?)) on (?P<day>(?:[A-Z][a-z]+day|\d)[^,;:()]*?)"
    r",? (?:(?:which|that) (?:was|had been) )?$"
)
"""A meeting with its place and its day before who chaired it: "a meeting in the Drill Hall on Tuesday, which"."""
ROLES: Final = {"chair": "chaired", "co-chair": "co-chaired", "moderate": "moderated"}


def facts(material: Material) -> Iterator[Draft]:
    """Yield who chaired a meeting that is told of in passing, by its place and day, where an article has no other."""
    if material.found_meeting.meeting is not None:
        return
    for sentence in material.sentences:
        for clause in sentence.clauses:
            if clause.passive and clause.verb.lemma_ in ROLES and happened(clause):
                yield from _chaired(material, sentence, clause)


def _chaired(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "It was announced at a packed meeting in the Drill Hall on Tuesday, which was chaired by Ada Wren"."""
    agent, opening = clause.first("agent"), sentence.span.start_char
    if agent is None:
        return
    told = TOLD.search(" ".join(clause.verb.doc.original[opening : clause.verb.idx].split()) + " ")
    if told is None or told["noun"] not in GATHERING_NOUNS or is_for_a_part(clause, None):
        return
    who = called(agent, sentence, material)
    found = dates.find(told["day"], material.parsed.article.date, "past")
    days = [when.iso for when in found if when.precision == "day"]
    if not who or len(days) != 1:
        return
    day, verb, span = dates.readable(days[0]), ROLES[clause.verb.lemma_], sentence_span(sentence)
    yield Draft("who", f"Who {verb} the {told['what']} {told['at']} on {day}?", who, span, rule="chair.another")
    people = [p.name for p in sentence.people if agent.start <= p.start < agent.end]
    if len(people) == 1:
        question = f"Where was the {told['what']} {verb} by {people[0]} on {day}?"
        yield Draft("where", question, told["place"], span, rule="chair.place")
