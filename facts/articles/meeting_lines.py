"""Lines above minutes that say when and where a meeting was, and who came: "Date: 4 May 2021", "Venue: Town Hall"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facts.articles.date_lines import day_of_minutes
from facts.folding import fold
from facts.line_marks import LABEL_OF_MEETING
from facts.parse.words import BODY_NOUNS, MEETING_NOUNS

HEAD_MAX = 8
"""Paragraphs at the start among which they are looked for."""

_LINE = re.compile(
    rf"(?:^|;)[ \t]*(?:[-•*][ \t]+)?[*_]*{LABEL_OF_MEETING}[*_]*:[*_]*[ \t]*(?P<value>[^\n;]*)",
    re.IGNORECASE | re.MULTILINE,
)
_MINUTES_OF = re.compile(r"(?:(?:approved|draft|unconfirmed) )?(?:minutes|notes) (?:of|from) \w", re.IGNORECASE)
_NAMED = BODY_NOUNS | MEETING_NOUNS
_SMALL = frozenset("and for in of on the".split())


def is_meeting_line(line: str) -> bool:
    """Whether a line says when or where a meeting was, or who was there."""
    return _LINE.match(line) is not None


def is_minutes_line(line: str) -> bool:
    """Whether a line says which meeting the minutes below it are of, or which day: "Minutes of the annual meeting"."""
    return _MINUTES_OF.match(line) is not None or day_of_minutes(line) is not None


def is_minutes_head(lines: Sequence[str]) -> bool:
    """Whether lines are what stands above minutes: names of bodies, and of which meeting or day they are.

    >>> is_minutes_head(["Ostford Town Council", "Minutes, 4 May 2021"]), is_minutes_head(["Ostford Council votes"])
    (True, False)
    """
    return bool(lines) and all(is_body_line(line) or is_minutes_line(line) for line in lines)


def is_body_line(line: str) -> bool:
    """Whether a line is the name of a body or of its meeting: "Ostford Town Council", and not "Apologies".

    >>> [is_body_line(line) for line in ("Board of Trustees", "Annual Meeting 2024", "Matters arising", "Agenda")]
    [True, True, False, False]
    """
    words = re.findall(r"[\w’'&-]+", line)
    loose = [word for word in words if word[0].islower() and word not in _SMALL | MEETING_NOUNS]
    return len(words) > 1 and not loose and any(fold(word) in _NAMED for word in words)


def meeting_lines(text: str, spans: Sequence[tuple[int, int]]) -> dict[str, str]:
    """What lines among the first paragraphs say of a meeting: its date, its place, its time, who was there (people).

    Nothing where but one of these is told, by a label that other texts have, too: "Date: 4 May 2021" alone is when a
    text was written.

    >>> text = "Date: 4 May 2021\\nVenue: Town Hall, Ostford"
    >>> meeting_lines(text, [(0, len(text))])
    {'date': '4 May 2021', 'place': 'Town Hall, Ostford'}
    """
    found: dict[str, str] = {}
    sure = False
    for start, end in spans[:HEAD_MAX]:
        for line in _LINE.finditer(text[start:end]):
            name = next(each for each in ("of", "date", "place", "people", "time") if line[each])
            sure |= name == "of"
            found.setdefault("date" if name == "of" else name, line["value"].strip(" \t*_"))
    return found if sure or len(found) > 1 else {}
