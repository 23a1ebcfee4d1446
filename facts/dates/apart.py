"""A day told by how far it is from one told before: "a day earlier", "three days later", "the following day"."""

from __future__ import annotations

import datetime
import re
from typing import Final

from facts.dates.finding import When, as_told
from facts.dates.readings import number_of
from facts.dates.words import NUMBERS
from facts.expressions import expression

_COUNT: Final = r"\d{1,2}|" + "|".join(sorted(NUMBERS, key=len, reverse=True))
_APART: Final = expression(
    rf"\b(?:(?P<n>{_COUNT}|the) days? (?P<way>(?:earlier|later|afterwards)\b(?! than\b)|(?:before|after)\b(?! \w))"
    r"|the (?P<side>previous|preceding|following|next) day\b(?![-’']))",
    re.IGNORECASE,
)
_BACK: Final = frozenset(("earlier", "before", "previous", "preceding"))
_APPOSED: Final = expression(r"(?:, | \()(?:on )?(?:the )?$")
"""What stands between such words and the day itself."""


def day_apart(text: str, span: tuple[int, int], before: str, anchor: datetime.date | None) -> tuple[bool, str | None]:
    """Whether words at a span of a sentence tell a day by its distance from another, and its ISO form; None where that
    other day is neither told ahead of them nor the only one in the sentence `before`.

    >>> told = "The board backed it on Thursday; the club had done so a day earlier."
    >>> day_apart(told, (54, 67), "", datetime.date(2031, 1, 24))
    (True, '2031-01-22')
    """
    found = next((each for each in _APART.finditer(text) if each.start() < span[1] and span[0] < each.end()), None)
    if found is None or (found["n"] == "the" and found["way"] not in ("before", "after")):
        return False, None
    own = _days(text, anchor)
    apposed = [day for day in own if _APPOSED.fullmatch(text[found.end() : day.span[0]])]
    if apposed:
        return True, apposed[0].iso
    ahead = [day for day in own if day.span[1] <= found.start()]
    told = ahead[-1:] or _days(before, anchor)
    if len(told) != 1:
        return True, None
    count = 1 if found["side"] or found["n"].lower() == "the" else number_of(found["n"])
    back = (found["way"] or found["side"]).lower() in _BACK
    day = datetime.date.fromisoformat(told[0].iso) + datetime.timedelta(-count if back else count)
    return True, day.isoformat()


def _days(text: str, anchor: datetime.date | None) -> list[When]:
    return [when for when in as_told(text, anchor) if when.precision == "day" and len(when.iso) == len("2020-06-30")]
