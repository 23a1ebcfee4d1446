"""A resolved date as an answer."""

from __future__ import annotations

import re

from facts import dates
from facts.dates.clock import time_in

LEADING = re.compile(r"^(?:on|in|at|by|for|during|since|until|till|from|of)\s+(?:the\s+)?", re.IGNORECASE)


def said_date(when: dates.When, phrase: str) -> str:
    """A resolved date for people; a vague phrase stands in front of what it was taken to mean."""
    if when.precision == "time":
        return when.text
    text = dates.readable(when.iso)
    if when.precision == "range" or when.approximate:
        bare = LEADING.sub("", phrase)
        return bare if text.lower() in bare.lower() else f"{bare} ({text})"
    if when.time:
        text = f"{text}, {time_in(phrase) or when.time}"
    return text
