"""People with what they are of behind their names: "Prime Minister Ann Lee of Norland", "Bo Ek of the Port Party"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.countries import COUNTRIES
from facts.dates import readable
from facts.extract.draft import Draft, Material, sentence_span
from facts.extract.people.before_names import before_name
from facts.extract.people.elected import full_name
from facts.extract.people.entries import has_office, is_full
from facts.extract.people.holders import is_of_its_time, month_of
from facts.extract.people.offices import offices_of
from facts.extract.people.sentence_people import SentencePeople, head_of, is_plural, people_of
from facts.folding import fold
from facts.parse.given_names import given_names
from facts.parse.name_words import is_role, title_of
from facts.parse.names import Person
from facts.parse.phrases import verbatim
from facts.parse.words import PLACE_ENTITIES

GOVERNING = frozenset(
    "adviser advisor ambassador chancellor director emperor governor king mayor minister premier president queen "
    "secretary secretary-general".split()
)
"""Offices that one holds of a country or place."""
NO_OFFICE = re.compile(r"\b(?:acting|ex|former|incoming|interim|late|outgoing|then)\b|-elect\b", re.IGNORECASE)
"""What tells that an office is not held, or only for a time."""
PARTY = re.compile(r"(?:the )?(?:[A-Z][\w’'-]*(?: of)? )+Party")
HONOURED = re.compile(
    r"^(?:(?:[Hh]is|[Hh]er|[Tt]heir) )?(?:Royal )?(?:Excellency|Highness|Holiness|Majesty),? (?:the )?"
)
"""How a person of rank is called before the office."""
LONGEST_ROLE, LONGEST_BODY = 9, 7
"""How many words a role and the name of a body have at most."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what each person is who is named with a country, a place or a body behind her or his name."""
    told: set[str] = set()
    for sentence in material.sentences:
        here = people_of(sentence)
        for person in here.named:
            name = full_name(person, sentence)
            if is_full(name) and fold(name) not in told and here.end > person.end + 1:
                found = list(_of_one(material, here, person, name))
                told |= {fold(name)} if found else set()
                yield from found


def _of_one(material: Material, here: SentencePeople, person: Person, name: str) -> Iterator[Draft]:
    end = place_end(here, person.end)
    if end is None:
        return
    sentence, span = here.sentence, sentence_span(here.sentence)
    place = verbatim(material.parsed.article.text, sentence.paragraph, person.end + 1, end)
    role = _role(material, here, person)
    if role is None:
        return
    bare = place.removeprefix("the ")
    placed = fold(bare) in COUNTRIES or (here.token(end - 1).ent_type_ == "GPE" and " of " not in bare)
    head = fold(role).replace("secretary general", "secretary-general").split()[-1] if role else ""
    if head in GOVERNING and placed:
        yield from _office(material, name, role, place, span)
    elif PARTY.fullmatch(place):
        yield Draft("which", f"Which party does {name} belong to?", place, span, rule="role.party")
    elif (
        not role
        and _is_given(name)
        and any(w[:1].isupper() for w in bare.split())
        and len(place.split()) <= LONGEST_BODY
        and _is_body(here, person.end + 1, end)
    ):
        yield Draft("which", f"Which organization is {name} from?", place, span, rule="role.of_body")


def _is_given(name: str) -> bool:
    """Whether a name begins as people's do: not that of a firm."""
    return fold(name.split()[0]) in given_names()


def _office(material: Material, name: str, role: str, place: str, span: tuple[int, int]) -> Iterator[Draft]:
    """Who somebody is that holds an office of a place, and who holds it."""
    yield Draft("who", f"Who is {name}?", f"{role} of {place}", span, confidence=0.88, rule="role.of")
    day = month_of(material)
    if not day or NO_OFFICE.search(role) or not is_of_its_time(material, day, span, "of"):
        return
    for office in offices_of(role):
        asked = f"Who was the {office} of {place} in {readable(day)}?"
        yield Draft("who", asked, name, span, confidence=0.86, rule="role.holder_of")


def _role(material: Material, here: SentencePeople, person: Person) -> str | None:
    """The role before a name, "" where none stands there; None where it is one of several people or unclear."""
    found = next(before_name(person, here), None)
    if found is None:
        before = here.token(person.start - 1) if person.start > here.start else None
        return None if before is not None and (is_role(before) or title_of(before)) and before.pos_ != "PROPN" else ""
    head = head_of(found.start, found.end, here)
    role = verbatim(material.parsed.article.text, here.sentence.paragraph, found.start, found.end)
    role = HONOURED.sub("", role)
    several = (head is not None and is_plural(head)) or _is_anothers(role)
    return None if several or len(role.split()) > LONGEST_ROLE or re.search(r"[,;:()]", role) else role


def _is_anothers(role: str) -> bool:
    """Whether words before a name begin with somebody else and her or his office.

    >>> _is_anothers("Envoy Moss and Harbour Minister"), _is_anothers("Deputy Premier and Harbour Minister")
    (True, False)
    """
    first, joined, _ = role.partition(" and ")
    return bool(joined) and not has_office(first.split()[-1]) and " of " not in first and " for " not in first


def place_end(here: SentencePeople, start: int) -> int | None:
    """The token behind the name of a place or a body that begins behind "of"; None where none is named there."""
    if here.token(start).lower_ != "of" or start + 1 >= here.end:
        return None
    first = start + 1 + (here.token(start + 1).lower_ == "the")
    end = first
    while end < here.end and _in_name(here, end):
        end += 1
    if end == first or end - first > LONGEST_BODY:
        return None
    if end + 1 < here.end and here.token(end).lower_ == "and" and here.token(end + 1).text[:1].isupper():
        whole = here.sentence.paragraph.doc.span(first, end + 2).text
        if fold(whole) in COUNTRIES:
            return end + 2
        alone = fold(here.sentence.paragraph.doc.span(first, end).text) in COUNTRIES
        next_one = end + 1 in here.at or is_role(here.token(end + 1)) or title_of(here.token(end + 1)) is not None
        if not (alone or next_one):
            return None  # "of Antler and Barrow" may be one name
    if here.token(end - 1).ent_type_ == "NORP" or here.token(end - 1).pos_ == "ADJ":
        return None  # "of the Norlandic harbour office"
    if end < here.end and here.token(end).text in ("'s", "'", "-", "&", "of"):
        return None
    return end


def _in_name(here: SentencePeople, i: int) -> bool:
    """Whether a token goes on a name: a capital, a hyphen in it, "of" and "the" inside an entity."""
    token = here.token(i)
    if i in here.at and not token.ent_type_:
        return False
    inside = token.ent_iob_ == "I" and token.ent_type_ in PLACE_ENTITIES | {"ORG"}
    hyphen = token.text == "-" and not token.whitespace_ and here.token(i - 1).text[:1].isupper()
    return inside or hyphen or (token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ"))


def _is_body(here: SentencePeople, start: int, end: int) -> bool:
    """Whether tokens are the name of an organization, and of no place."""
    first = start + (here.token(start).lower_ == "the")
    return end - first > 1 and all(here.token(i).ent_type_ == "ORG" for i in range(first, end))
