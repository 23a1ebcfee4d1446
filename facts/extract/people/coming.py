"""Whether an office that a text gives to somebody is one that she or he only has from some day on."""

from __future__ import annotations

import re

from facts.months import MONTHS

_DAY = (
    r"(?:the\s)?(?:(?:beginning|end|middle|start) of\s|early\s|late\s|mid-?\s?)?"
    rf"(?:(?:1[89]|20)\d\d\b|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{'|'.join(MONTHS)})\b|(?:{'|'.join(MONTHS)})\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|next\s|tomorrow\b|(?:spring|summer|autumn|winter)\b)"
)
_BEGINS = re.compile(
    rf"[^,;.()]*?\b(?:from|as of|effective(?: on)?|starting(?: in| on)?|beginning(?: in| on)?)\s{_DAY}"
    rf"|[^;.()]*?,?\s?\beffective\s{_DAY}",
    re.IGNORECASE,
)
"""How a role goes on that begins on a day: "clerk of Tarn from 1 January"."""
_NEXT = re.compile(r"(?:the\s)?(?:future|next|prospective|soon)\b")
"""How a role begins that somebody does not have yet: "the next mayor of Tarn"."""


def begins_later(told: str) -> bool:
    """Whether a text from a role on tells of one that begins on a day, or is yet to come.

    >>> begins_later("clerk of Tarn from 1 January, spoke"), begins_later("clerk of Tarn, spoke from 1 January")
    (True, False)
    >>> begins_later("the next mayor of Tarn"), begins_later("head of Next Ferries"), begins_later("delegate from Tarn")
    (True, False, False)
    """
    return _NEXT.match(told) is not None or _BEGINS.match(told) is not None
