"""Questions to which there are many answers: "What did the government announce in May 2020?"."""

from __future__ import annotations

import re
from typing import Final

from facts.countries import COUNTRIES
from facts.months import MONTHS

_BODIES: Final = (
    r"administration|agency|bureau|cabinet|commission|congress|department|(?:central )?bank|government|house of "
    r"(?:commons|lords|representatives)|ministry|parliament|senate|treasury|union|united (?:kingdom|nations|states)|"
    r"white house"
)
_DEEDS: Final = (
    r"adopt|announce|approve|award|create|establish|fund|introduce|issue|launch|open|order|pass|propose|publish|"
    r"release|sign|unveil"
)
BROAD: Final = re.compile(
    rf"What (?:did|had|has|have) (?:the )?"
    rf"(?P<who>(?:[\w’'-]+ ){{0,3}}?(?:{_BODIES})(?: of (?:the )?[\w-]+(?: and [\w-]+)?)?|[A-Z][\w ]+) "
    rf"(?:{_DEEDS})(?:e?d)?(?: (?:in|since|by) (?:(?:{'|'.join(MONTHS)}) )?\d{{4}})?\?",
    re.IGNORECASE,
)
"""A question for what somebody did in a month or a year, or at no time that it tells."""
LARGE: Final = re.compile(rf"\b(?:{_BODIES})\b", re.IGNORECASE)
"""A body that does many things of a kind in a month."""
_STATES: Final = frozenset(name.lower() for name in COUNTRIES)


def is_broad(question: str) -> bool:
    """Whether a question asks a large body for one of the many things that it did in a month, without naming it.

    >>> is_broad("What did the Norland Government issue in May 2020?"), is_broad("What did Ada Wren issue in May 2020?")
    (True, False)
    >>> is_broad("What did the Norland Government issue on harbours in May 2020?")
    False
    """
    broad = BROAD.fullmatch(question)
    return broad is not None and (LARGE.search(broad["who"]) is not None or broad["who"].lower() in _STATES)
