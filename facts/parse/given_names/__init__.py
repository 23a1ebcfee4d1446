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
    lines = Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
