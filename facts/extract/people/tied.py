"""Whether a role says of what: a bare office ("clerk", "Commerce Secretary") tells a stranger nobody."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from facts.folding import fold
from facts.parse.words import BODY_NOUNS, MEETING_NOUNS, PERSON_NOUNS, PLACE_ENTITIES, TITLES

HELD_IN_A_BODY = frozenset(
    """chair chairman chairperson chairwoman chief clerk commissioner delegate director envoy governor head leader
    manager member minister negotiator officer organiser president principal representative secretary senator speaker
    spokesman spokesperson spokeswoman steward superintendent treasurer trustee vice-chair vice-chairman vice-president
    whip""".split()
)
"""Offices that one holds in some body, country or place, without which they say nothing."""
SHARED = frozenset(
    """affairs agricultural agriculture aviation borough branch city civil commerce committee community county court
    cultural culture defence defense development district economic economy education employment energy environment
    environmental external field finance financial fiscal fisheries foreign general health home housing industrial
    industry information interior internal justice labor legal library local media medical member municipal national
    operations opposition parent parents parish park parliamentary peace permanent petroleum planning police press
    principal property public rebel regional residents revenue road school security senior services show social sports
    state supplies teachers technical tourism town township trade transport treasury tribal village water welfare works
    youth""".split()
)
"""Words of what an office is about, or of what sort of place, that many bodies share."""
COMMON = BODY_NOUNS | MEETING_NOUNS | PERSON_NOUNS | TITLES | SHARED
_LETTERS = re.compile(r"[A-Z]{2,}(?:[a-z]?[A-Z]*)|[A-Z](?:\.[A-Z])+|[A-Z][a-z]+[A-Z]\w*")
"""Letters that stand for a body, and names with a capital inside."""
_OF_A_PEOPLE = re.compile(r"[A-Z]\w{2,}(?:[ai]n|ese|ic|ish)")
"""How the adjectives of countries and peoples end: "Norlandic"."""
_UNNAMED = frozenset("ceo cfo coo cto evp gm mp svp vp".split())
_WORD = re.compile(r"[\w.&-]+")
_RANKS = frozenset("acting assistant associate chief deputy executive former joint lead managing senior vice".split())
_OF_PLACE = frozenset("borough city county district parish town village".split())


def named_words(entities: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The words of the names in a text that tell one country, place or body from others; of pairs of label and text."""
    found: set[str] = set()
    for label, text in entities:
        if label in PLACE_ENTITIES or label in ("NORP", "ORG"):
            words = [w for w in _WORD.findall(text) if w[:1].isupper() and fold(w).rstrip("s") not in COMMON]
            found.update(w for w in words if fold(w) not in COMMON)
    return frozenset(found)


def is_tied(role: str, known: frozenset[str]) -> bool:
    """Whether a role says of which body, country or place it is, or needs none.

    >>> known = named_words([("GPE", "Lunn"), ("ORG", "Harbour Board")])
    >>> [is_tied(role, known) for role in ("Lunn's chief negotiator", "Commerce Secretary", "a potter", "Board chair")]
    [True, False, True, False]
    """
    words = [re.sub(r"[’']s?$", "", w.strip(".,()")) for w in role.split()]
    if not any(fold(w).rsplit("-", 1)[-1] in HELD_IN_A_BODY or fold(w) in HELD_IN_A_BODY for w in words):
        return True
    if any(w in known or (_LETTERS.fullmatch(w) and fold(w) not in _UNNAMED) for w in words):
        return True
    if any(_OF_A_PEOPLE.fullmatch(w) and fold(w) not in COMMON for w in words) or _names_body(words):
        return True
    owner = re.match(r"(?:[Tt]he )?(?:[A-Z]\S* )*?(?P<owner>[A-Z][\w-]+)(?:[’']s|(?<=s)[’'])\s", role)
    if owner is not None and fold(owner["owner"]).rstrip("s") not in COMMON and fold(owner["owner"]) not in COMMON:
        return True
    inner = re.search(r"\b(?:at|for|from|in|of|to) (?:the )?(?P<of>.+)$", role)
    return inner is not None and any(w[:1].isupper() and fold(w) not in COMMON for w in _WORD.findall(inner["of"]))


def _names_body(words: list[str]) -> bool:
    """Whether words of a role are the name of a body: "Harbour Agency"."""
    pairs = itertools.pairwise(words)
    return any(
        one[:1].isupper() and two[:1].isupper() and fold(two) in BODY_NOUNS and fold(one) not in COMMON | _RANKS
        for one, two in pairs
    )


def with_place(role: str, body: str | None) -> str | None:
    """A local office with the place of the body that met, which is of the same sort; None where that ties it to none.

    >>> with_place("Village Treasurer", "Lunn Village Board"), with_place("Town Engineer", "Tarn Town Council")
    ('Lunn Village Treasurer', 'Tarn Town Engineer')
    >>> with_place("Village Treasurer", "Lunn School Board")
    """
    sort = role.split()[0]
    place = re.match(rf"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*) {re.escape(sort)}\b", body or "", re.IGNORECASE)
    if fold(sort) not in _OF_PLACE or place is None or " of " in role:
        return None
    return f"{place['place']} {role}"
