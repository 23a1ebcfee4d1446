"""Who somebody was at the time of an article: a stale "is" for an office is dated, and what is told twice told once."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from facts.dates import readable
from facts.extract.draft import Draft, Material
from facts.extract.people.entries import has_office, is_office
from facts.extract.people.holders import is_of_its_time, month_of
from facts.extract.people.offices import offices_of
from facts.folding import fold

WHO_IS = re.compile(r"Who is (?P<name>[^?]+)\?")
UNHELD = frozenset("a an author co-founder former founder late owner winner".split())
"""Words of what somebody is that is no office of the day."""
HOLDERS = frozenset({"role.holder", "role.holder_of"})
"""Rules that ask for the one who held an office."""


def in_office(material: Material, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, those for who somebody is told as of their day: which position somebody held in which month.

    Who holds an office today is not on record, only who held it then. Somebody whose every office is asked for ("Who
    was the Mayor of Tarn in May 2021?") is not asked for again. What else somebody is, or was before, stays as it is.
    """
    drafts = list(drafts)
    held = [fold(draft.answer) for draft in drafts if draft.rule in HOLDERS]
    for draft in drafts:
        who = WHO_IS.fullmatch(draft.question) if draft.rule.startswith("role.") else None
        if who is None:
            yield draft
        elif held.count(fold(who["name"])) < len(offices_of(draft.answer)) or not _is_held(draft):
            yield _dated(material, draft, who["name"])


def _is_held(draft: Draft) -> bool:
    words = fold(draft.answer).partition(",")[0].split()
    office = has_office(draft.answer) or is_office(words[-1])
    return office and UNHELD.isdisjoint(words) and draft.rule != "role.is"


def _dated(material: Material, draft: Draft, name: str) -> Draft:
    month = month_of(material)
    if (
        not month
        or not _is_held(draft)
        or not is_of_its_time(material, month, draft.span, draft.rule.partition(".")[2])
    ):
        return draft
    asked = f"Which position did {name} hold in {readable(month)}?"
    return dataclasses.replace(draft, kind="which", question=asked, answer=draft.answer.removeprefix("the "))
