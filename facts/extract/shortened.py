"""Answers that are too long without what only adds something: offices behind names, "which …", "including …"."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from facts.extract.clear import LONGEST_ANSWER
from facts.extract.draft import Draft
from facts.extract.lists import enumerated
from facts.extract.people.entries import has_office, name_at_end
from facts.extract.scores import scores
from facts.folding import fold
from facts.parse.given_names import given_names
from facts.parse.name_words import english

WHO: Final = re.compile(r"chair\.(?:chaired|co-chaired|convened|host|hosted|led|moderated|opened|presided)$")
"""Rules whose answers are people, of whom their names are enough."""
WHAT: Final = frozenset({"event.about", "event.what", "event.what_of"})
"""Rules whose answers are things."""
VOTED_ON: Final = WHAT | {"statement.spoken"}
"""Those whose things may be voted on."""
ASIDE: Final = re.compile(r",(?: and)? (?:including|which|whose)\b(?:(?!, (?:as|for|on|that|to) )[^;])*$")
"""What a thing goes on with that tells no more which one it is."""
BY: Final = re.compile(r",?(?: also)?(?: by)?(?: an? (?:vote|margin) of)? $")
"""What leads from what was voted on to the votes."""
FEWEST: Final = 4
"""How many words are left at least of a thing."""


def shortened(draft: Draft) -> Draft:
    """A draft whose answer is too long with as much of it as tells who or what it is; else as it was.

    By how many votes something was rejected is no part of what it is, however short.
    """
    if draft.rule in VOTED_ON:
        draft = dataclasses.replace(draft, answer=_without_votes(draft.answer))
    if len(draft.answer.split()) <= LONGEST_ANSWER:
        return draft
    if WHO.match(draft.rule):
        names = names_in(draft.answer)
        return dataclasses.replace(draft, answer=names) if names else draft
    if draft.rule in WHAT:
        thing = ASIDE.sub("", draft.answer)
        return dataclasses.replace(draft, answer=thing) if len(thing.split()) >= FEWEST else draft
    return draft


def _without_votes(thing: str) -> str:
    """A thing without the votes behind it: "the car park scheme by nine votes to five"."""
    ended = next((start for start, end in scores(thing) if end == len(thing)), None)
    return thing if ended is None else BY.sub("", thing[:ended]) or thing


def names_in(people: str) -> str:
    """The names of several people without their offices; "" where not each part of the text is a name or an office.

    >>> names_in("Ada Wren, Director of Ports, and Harbour Clerk Ann Lee")
    'Ada Wren and Ann Lee'
    >>> names_in("Ada Wren, who is ill, and Ann Lee")
    ''
    >>> names_in("Ada Wren, Head of Roads, and with help from Clerk Ann Lee")
    ''
    """
    names: list[str] = []
    for part in people.split(", "):
        words = part.removeprefix("and ")
        name = name_at_end(words)
        office = words.removesuffix(name).strip()
        if not words[:1].isupper() or (office and not has_office(office)) or _names_somebody(office):
            return ""
        if name:
            names.append(name)
        elif part != words:
            return ""
    return enumerated(names) if len(names) > 1 else ""


def _names_somebody(office: str) -> bool:
    """Whether somebody's first name stands in what is taken for an office: "Head of the Roads Council Jan Moe"."""
    return any(fold(word) in given_names() and fold(word) not in english() for word in office.split())
