"""A meeting as its article tells of it, where a person put it right: by that other reports of it know it as well.

Where what a person wrote stands in the article itself, the compiler had misread it, and by what it took for the day or
the name it is known to nobody; else the article has it wrong, as another report may.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

import msgspec

from facts.folding import content_words, fold
from facts.model import Meeting
from facts.pages.meeting_told import compiled_as, is_said
from facts.pages.where_said import Key

if TYPE_CHECKING:
    from facts.pages.page import Page

_WRITTEN: Final[tuple[Key, ...]] = ("date", "place")
SLIP: Final = datetime.timedelta(days=10)
"""How far from the day of a meeting one may stand in a report by mistake; a number of a series bears any mistake."""


def known_as(page: Page) -> Meeting | None:
    """The meeting as the article of a page tells of it; None where that is what the page has."""
    meeting = page.meeting
    if meeting is None or (read := _as_read(page, meeting)) is None:
        return None
    known = read
    if meeting.date is None or is_said(page, "date", meeting.date) or _is_far(meeting, read):
        known = msgspec.structs.replace(known, date=meeting.date)
    if _is_another_name(meeting.name, read.name) and _has(page, meeting.name):
        known = msgspec.structs.replace(
            known, name=meeting.name, aliases=meeting.aliases, series=meeting.series, number=meeting.number
        )
    return known if known != meeting else None


def _as_read(page: Page, meeting: Meeting) -> Meeting | None:
    """The meeting as it was read; a day or place that was not, and that a person wrote, as facts tell it of the meeting
    by the name that it has now."""
    read = page.compiled.read_meeting
    written = [key for key in _WRITTEN if getattr(meeting, key) and getattr(read, key, None) is None]
    told = {key: value for key in written if (value := compiled_as(page, key))}
    return msgspec.structs.replace(read or meeting, **told) if told else read


def is_undated(page: Page) -> bool:
    """Whether a person took the date of a page's meeting away."""
    meeting, read = page.meeting, page.compiled.read_meeting
    return meeting is not None and meeting.date is None and read is not None and read.date is not None


def _is_far(meeting: Meeting, read: Meeting) -> bool:
    """Whether two days are too far from each other for one to be a slip."""
    days = [_first_day(each.date) for each in (meeting, read)]
    numbered = meeting.number is not None and meeting.number == read.number
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > SLIP and not numbered


def _first_day(iso: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((iso or "").partition("/")[0])
    except ValueError:
        return None


def _is_another_name(name: str, other: str) -> bool:
    """Whether neither name has all words of the other: "the Weir Board" is the Weir Board of Lunn."""
    mine, its = content_words(name), content_words(other)
    return not (mine <= its or its <= mine)


def _has(page: Page, name: str) -> bool:
    texts = [page.article.title or "", *(sentence.text for sentence in page.sentences)]
    return any(fold(name) in fold(text) for text in texts)
