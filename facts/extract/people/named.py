"""The whole name of somebody whom a text names, by whichever part of it."""

from __future__ import annotations

from facts.extract.draft import Material
from facts.extract.people.entries import is_full, is_name


def whole_name(material: Material, name: str) -> str | None:
    """A person's name in full, as an article gives it; None where it gives none, or two of one surname."""
    known = {person.name for sentence in material.sentences for person in sentence.people if " " in person.name}
    if " " in name:
        return name if is_full(name) and (name in known or is_name(name.split())) else None
    people = {person for person in known if person.split()[-1] == name}
    return people.pop() if len(people) == 1 else None
