"""Those whom a text calls by their office alone, by the name that it tells elsewhere: "the clerk" is Ann Poole."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.draft import Material
from facts.folding import fold
from facts.parse.clauses import Argument
from facts.parse.names import Person
from facts.parse.tree import Doc
from facts.parse.words import HONORIFICS, PERSON_NOUNS

REACH = 9
"""How many tokens an office has at most, before or behind the name of who holds it."""
LONGEST = 3
"""How many words an office has at most: "the chief finance officer"."""
SHARED = frozenset(
    """adviser advisor attendee citizen colleague councillor delegate farmer guest lawyer leader member
    official parent participant person representative resident scientist senator speaker student worker""".split()
)
"""Nouns of people of whom there may always be others."""
BELOW = frozenset("acting assistant associate deputy ex former outgoing sub under vice".split())
"""What stands before an office that is not the one it names."""
BREAKS = frozenset({".", ";", ":", "(", ")", '"', "–", "—"})


def holder(material: Material, subject: Argument) -> str | None:
    """The whole name of the only one in an article to whom it gives an office: "the minister"; None where unsure."""
    head, doc = subject.head, subject.head.doc
    office = [t.folded for t in doc[subject.start + 1 : subject.end]]
    plain = doc[subject.start].lower_ == "the" and head.i == subject.end - 1 and 1 <= len(office) <= LONGEST
    made = all(t.dep_ in ("amod", "compound") or t.text == "-" for t in doc[subject.start + 1 : head.i])
    noun = office[-1] if office else ""
    if not plain or not made or noun not in PERSON_NOUNS or noun in SHARED or head.tag_ not in ("NN", "NNP"):
        return None
    names = list(_holders(material, office))
    lasts = {fold(name).split()[-1] for name in names}
    whole = [name for name in names if " " in name]
    return whole[0] if len(lasts) == 1 and whole else None


def _holders(material: Material, office: list[str]) -> Iterator[str]:
    for sentence in material.sentences:
        doc = sentence.paragraph.doc
        for person in sentence.people:
            before = _part(doc, range(person.start - 1, max(sentence.span.start, person.start - REACH) - 1, -1))
            behind = _part(doc, range(person.end + 1, min(sentence.span.end, person.end + REACH)))
            apposed = person.end < len(doc) and doc[person.end].text == ","
            if _has(before[::-1], office) or (apposed and _has(behind, office)) or _is_called(person, office):
                yield person.name


def _part(doc: Doc, places: range) -> list[str]:
    """The folded words of some tokens up to a sign, a verb, "and" or "to": no assistant to the mayor is she."""
    words: list[str] = []
    for i in places:
        token = doc[i]
        comma = token.text == "," and not HONORIFICS.issuperset(words)
        if token.text in BREAKS or comma or token.lower_ in ("and", "to") or token.pos_ in ("VERB", "AUX"):
            break
        words.append(token.folded)
    return words


def _has(words: list[str], office: list[str]) -> bool:
    """Whether words name an office, and not one below it: no assistant clerk is the clerk."""
    size = len(office)
    found = (at for at in range(len(words) - size + 1) if words[at : at + size] == office)
    return any(not BELOW & {*words[max(0, at - 2) : at]} for at in found)


def _is_called(person: Person, office: list[str]) -> bool:
    """Whether an office stands in a name itself: "President Wren"."""
    return [fold(person.name).split()[0]] == office
