"""When and where minutes say that the next meeting is: "Tuesday 3 June 2025, 7.30 pm, Village Hall"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from facts import dates
from facts.dates.clock import IN_MINUTES
from facts.extract.draft import Draft, Material
from facts.extract.schedule.rounds import asked_next
from facts.extract.schedule.timing import said_date
from facts.meeting import is_distant
from facts.months import MONTHS

PARTED: Final = re.compile(r"\s*(?:[,;]|\s[–—-])\s+(?!\d{4}\b)|\s+(?=(?:at|in) (?:the |our )?[A-Za-z])")
"""Where the place may begin behind the day and the time."""
IN: Final = re.compile(r"^(?:to be held )?(?:at|in) (?=the |[A-Z])|^(?:place|venue): ?", re.IGNORECASE)
PLACE: Final = re.compile(r"(?:the [A-Za-z]|[A-Z])[^.;:()]{3,70}")
TIMELY: Final = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|am|pm|noon|midday)\b|{IN_MINUTES.pattern}"
    r"|\btb[ac]\b|\bconfirm|\btime\b|\b\d{1,2}(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
"""What stands in no place: days, times, and that the place is yet to be told."""
OPEN: Final = re.compile(r"\(|\b(?:confirm\w*|if|or|provisional\w*|tb[ac]|unless)\b", re.IGNORECASE)
"""What leaves it open when or where the next meeting is, or says more of it."""
LONGEST: Final = 30
"""Words of a line that tells no more than when and where."""


def next_meeting(material: Material, said: str, span: tuple[int, int], meeting: str) -> Iterator[Draft]:
    """Yield when and where the next meeting is, of what stands behind "Next meeting:"."""
    found = dates.find(said, material.parsed.article.date, "future")
    day = next((when for when in found if when.precision != "time"), None)
    if day is None or len(said.split()) > LONGEST:
        return
    body = asked_next(material)
    asked = f"{{}} is {body or f'the next meeting after {meeting}'}?"
    place = _place(said)
    single = body is not None and len(found) == 1 and day.precision == "day" and not OPEN.search(said)
    answer = said_date(day, said) if single else said
    yield Draft("when", asked.format("When"), answer, span, value=day.iso, confidence=0.93, rule="minutes.next")
    if single and place:
        yield Draft("where", asked.format("Where"), place, span, confidence=0.9, rule="minutes.next_place")


def _place(said: str) -> str:
    """The place behind the day and the time; "" where none is told.

    >>> _place("Tuesday 3 June 2025, 7.30 pm, Village Hall, Mill Lane"), _place("3 June 2025 at 7 pm in the library")
    ('Village Hall, Mill Lane', 'the library')
    >>> _place("3 June 2025 at 7 pm"), _place("Monday, 3 June 2025 – Zoom")
    ('', '')
    """
    parts = list(PARTED.finditer(said))
    last = max((n for n, part in enumerate(parts) if TIMELY.search(_behind(said, parts, n))), default=-1)
    if last + 1 >= len(parts):
        return ""
    place = IN.sub("", said[parts[last + 1].end() :].strip(" .,;"))
    return place if PLACE.fullmatch(place) and not is_distant(place) else ""


def _behind(said: str, parts: list[re.Match[str]], n: int) -> str:
    """What stands between a part's beginning and the next one's."""
    return said[parts[n].end() : parts[n + 1].start() if n + 1 < len(parts) else len(said)]
