"""Which role a sentence gives to which of its named people, a role in the plural to each of several."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from facts.extract.people.before_names import before_name, in_front, labelled
from facts.extract.people.behind_names import behind_name
from facts.extract.people.role_verbs import by_verbs
from facts.extract.people.sentence_people import RoleMention, SentencePeople, head_of, is_plural
from facts.parse.name_words import title_of
from facts.parse.names import Person


def role_mentions(here: SentencePeople) -> Iterator[RoleMention]:
    """Yield what a sentence says of each named person."""
    if not here.named:
        return
    for person in here.named:
        for read in (before_name, behind_name, in_front, labelled):
            for item in read(person, here):
                yield _grouped(item, here) if read is not behind_name else item
    yield from by_verbs(here)


def _grouped(item: RoleMention, here: SentencePeople) -> RoleMention:
    """A role in the plural goes to every name of the list behind it."""
    person, head = item.person, head_of(item.start, item.end, here)
    if head is None or not is_plural(head):
        return item
    others: list[Person] = []
    after = _past_apposition(person, here)
    for other in here.named:
        if other.start <= person.start:
            continue
        between = [here.token(i) for i in range(after, other.start)]
        if not between or not all(t.text in (",", ";", ".") or t.lower_ == "and" or title_of(t) for t in between):
            break
        others.append(other)
        after = _past_apposition(other, here)
    return dataclasses.replace(item, others=tuple(others), plural=True)


def _past_apposition(person: Person, here: SentencePeople) -> int:
    found = next(behind_name(person, here), None)
    return max(person.end, found.end if found else 0)
