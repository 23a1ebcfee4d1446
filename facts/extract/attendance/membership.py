"""Who belongs to a body: its members, listed below a sentence or in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.attendance.chairs import called, in_full, names_somebody
from facts.extract.attendance.presence import parts
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.lists import bullets, inside, is_role
from facts.extract.people.entries import entry
from facts.folding import fold, squeezed
from facts.parse.clauses import Clause
from facts.parse.phrases import is_body, is_person, verbatim

CONSISTING = frozenset({"comprise", "compose", "consist"})
JOINED = frozenset({"board", "commission", "committee", "council", "force", "group", "jury", "panel"})
"""Bodies that people are on."""
_MEMBERS = re.compile(
    r"(?:the )?members of (?P<of>(?:the )?[A-Z][^:;.,]*?)\s+(?:are|include|were|included)"
    r"(?: (?:the following|as follows))?:",
    re.IGNORECASE,
)
FEWEST = 2
"""How many members a list names at least."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield the members of bodies that an article lists."""
    for found in bullets(material):
        match = _MEMBERS.fullmatch(squeezed(found.heading) + ":")
        entries = tuple(map(entry, found.items))
        if match is not None and len(entries) >= FEWEST and in_full(match["of"]):
            yield _members(match["of"], "; ".join(e.label for e in entries), [e.text for e in entries], found.span)
    for sentence in material.sentences:
        for clause in sentence.clauses:
            yield from _consists(material, sentence, clause)
            yield from _includes(material, sentence, clause)


def _consists(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The River Panel consists of A, B and C"."""
    words = sentence.words_of(clause) if clause.verb.lemma_ in CONSISTING and not clause.negated else None
    subject = clause.subject
    if words is None or subject is None or not is_body(subject.head):
        return
    listed = clause.first("object") if clause.verb.lemma_ == "comprise" and not clause.passive else None
    listed = listed or next((inside(a) for a in clause.all("oblique") if a.preposition == "of"), None)
    if listed is None or not in_full(words.subject) or not names_somebody(listed):
        return
    text = material.parsed.article.text
    items = parts(listed, text, sentence)
    if len(items) >= FEWEST:
        answer = verbatim(text, sentence.paragraph, listed.start, listed.end)
        yield _members(words.subject, answer, items, sentence_span(sentence))


def _includes(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The Coastal Task Force includes officials from nine ports": who is on it."""
    subject, listed = clause.subject, clause.first("object")
    if clause.verb.lemma_ != "include" or clause.verb.tag_ != "VBZ" or clause.negated:
        return
    words = sentence.words_of(clause)
    if subject is None or listed is None or words is None or words.bare or fold(subject.head.text) not in JOINED:
        return
    if in_full(words.subject) and (is_person(listed.head) or is_role(listed.head)):
        answer = called(listed, sentence, material)
        if answer:
            yield Draft("who", f"Who is on {words.subject}?", answer, sentence_span(sentence), rule="role.on")


def _members(body: str, answer: str, items: list[str], span: tuple[int, int]) -> Draft:
    question = f"Who are the members of {body}?"
    return Draft("list", question, answer, span, value=items, confidence=0.85, rule="role.members")
