"""A time phrase as an answer: the date that it means, how often, how long."""

from __future__ import annotations

import re

from facts import dates
from facts.dates.clock import time_in

AMOUNT = (
    r"(?:about|almost|around|more than|nearly|over|at least|up to|some|an?|\d[\d,.]*|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|several|many|half)"
)
PERIOD = r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade|centur(?:y|ie))s?"
DURATION = re.compile(rf"^for\s+{AMOUNT}[\s-]+(?:\w+[\s-]+)?{PERIOD}$", re.IGNORECASE)
FREQUENCY = re.compile(
    r"^(?:(?:bi)?(?:annually|monthly|weekly|yearly|daily)|quarterly|regularly"
    r"|(?:every|each) (?:\w+ )?(?:day|week|month|quarter|year|summer|winter|spring|autumn|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?"
    r"|(?:once|twice|\w+ times) (?:a|per|every|each) \w+|on (?:mon|tues|wednes|thurs|fri|satur|sun)days)$",
    re.IGNORECASE,
)
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


def frequency_or_duration(text: str) -> str | None:
    """ "How often" or "For how long" where a phrase says that, else None.

    >>> [frequency_or_duration(t) for t in ("every month", "for three days", "on Monday")]
    ['How often', 'For how long', None]
    """
    if FREQUENCY.match(text):
        return "How often"
    return "For how long" if DURATION.match(text) else None
