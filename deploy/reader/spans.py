"""Where in a sentence an answer stands that is not written there letter by letter: dates and numbers."""

from __future__ import annotations

import re

from deploy.reader.groups import Span
from facts.reader.window import MONTHS

NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()

_WEEKDAY = "monday tuesday wednesday thursday friday saturday sunday".replace(" ", "|")
_RELATIVE = re.compile(
    rf"\b(?:(?:on|last|this|next)\s+(?:{_WEEKDAY})|(?:{_WEEKDAY})|yesterday|today|tonight|tomorrow|"
    r"(?:last|this|next|earlier this)\s+(?:week|month|year|night)|(?:same|following|previous)\s+day)\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


def find(sentence: str, answers: list[str]) -> Span | None:
    """Where the first answer that stands in a sentence stands, as it is or as a date or number in other words.

    >>> find("He resigned on 5 April.", ["2019-04-05"])
    (15, 22)
    >>> find("Eight people spoke.", ["8"])
    (0, 5)
    """
    for answer in answers:
        if found := _as_written(sentence, answer) or _as_date(sentence, answer) or _as_number(sentence, answer):
            return found
    if any(_ISO.match(answer) for answer in answers):
        relative = list(_RELATIVE.finditer(sentence))
        if len(relative) == 1:
            return relative[0].span()
    return None


def find_all(sentence: str, answers: list[str]) -> Span | None:
    """From the first to the last of answers that are all wanted; None where one of them is missing."""
    found = [find(sentence, [answer]) for answer in answers]
    known = [span for span in found if span]
    return (min(span[0] for span in known), max(span[1] for span in known)) if len(known) == len(found) else None


def _as_written(sentence: str, answer: str) -> Span | None:
    words = r"\s+".join(map(re.escape, answer.split()))
    found = re.search(rf"(?<!\w){words}(?!\w)", sentence, re.IGNORECASE) if words else None
    return found.span() if found else None


def _as_date(sentence: str, answer: str) -> Span | None:
    iso = _ISO.match(answer)
    if not iso or not iso[2]:
        return None
    name = MONTHS[int(iso[2]) - 1]
    month = rf"(?:{name}|{name[:3]}\.?|{name[:4]}\.)"
    year = rf"(?:,?\s+{iso[1]})?"
    if iso[3]:
        day = rf"0?{int(iso[3])}(?:st|nd|rd|th)?"
        pattern = rf"\b(?:{month}\s+{day}\b{year}|(?:the\s+)?{day}\s+(?:of\s+)?{month}(?!\w){year})"
    else:
        pattern = rf"\b{month}(?!\w){year}"
    found = re.search(pattern, sentence, re.IGNORECASE)
    return found.span() if found else None


def _as_number(sentence: str, answer: str) -> Span | None:
    if answer.isdigit() and int(answer) < len(NUMBERS):
        return _as_written(sentence, NUMBERS[int(answer)])
    return _as_written(sentence, str(NUMBERS.index(answer.lower()))) if answer.lower() in NUMBERS else None
