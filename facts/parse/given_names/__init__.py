"""Given names of many countries: a plain table made from Faker's lists (MIT) by deploy/lexicon/given_names.py."""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def given_names() -> frozenset[str]:
    """The given names, folded.

    >>> {"susan", "jean-marc"} <= given_names(), "treasurer" in given_names()
    (True, False)
    """
    return frozenset(_table())


def gender_of(name: str) -> str | None:
    """Whose a folded given name is: "m" of men alone, "f" of women alone, None where it may be either's.

    >>> gender_of("susan"), gender_of("philip"), gender_of("robin"), gender_of("treasurer")
    ('f', 'm', None, None)
    """
    return _table().get(name)


@functools.cache
def _table() -> dict[str, str | None]:
    lines = Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {name: gender or None for name, _, gender in entries}
