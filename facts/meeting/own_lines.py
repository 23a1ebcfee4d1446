"""Sentences without a subject that say when and where a document's own meeting was: "Held on 6 April 2030 in Osk.",
"Done at Osk, 6 April 2030."."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from facts import dates
from facts.meeting.mention import LEAD, MeetingMention, text_of
from facts.months import MONTH_NAMES
from facts.parse.sentences import SentenceParse

_HELD = re.compile(r"Held (?:at|in|on)\b")
_DATED = re.compile(rf"(?:[A-Z][a-z]+day,? )?\d{{1,2}} (?:{MONTH_NAMES}) (?:19|20)\d\d\b", re.IGNORECASE)
"""How a line begins that says when it was: "Thursday 4 April 2030, upper room"."""
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?:, [A-Z][\w’'-]+)?"
_MONTH = rf"(?:{MONTH_NAMES})\b"
_HELD_IN = re.compile(
    rf"\b(?:at|in) (?P<place>(?:the [\w’' -]+? (?:at|in|of) )?(?!{_MONTH})(?:the )?{_NAME})(?=[,.;]| on\b|$)"
)
_DONE = re.compile(r"Done (?:at|in) (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})(?=[,.;]| on\b| this\b)")
_STATEMENT = re.compile(r"\b(?:communiqu[eé]|declaration|statement)\b", re.IGNORECASE)
_CLOSING = 6
"""How many sentences of a document may be signatures and the like, with the line that says where it was done."""


def own_line(title: str | None, sentences: Sequence[SentenceParse]) -> MeetingMention | None:
    """The sentence by which minutes begin, or a communiqué ends, that says when and where the meeting was."""
    told = [parse for parse in sentences if not parse.paragraph.heading]
    held = (parse for parse in told[:LEAD] if _HELD.match(text_of(parse.span)))
    done = (parse for parse in told[-_CLOSING:] if _STATEMENT.search(title or "") and _DONE.match(text_of(parse.span)))
    parse = next(held, None) or next(done, None)
    return MeetingMention(parse.paragraph, parse.span, None, parse.span.root) if parse is not None else None


def day_above(sentences: Sequence[SentenceParse], written: datetime.date | None) -> str | None:
    """The day that the first line of minutes begins with."""
    first = next((text_of(parse.span) for parse in sentences if not parse.paragraph.heading), "")
    match = _DATED.match(first)
    return next((w.iso for w in dates.find(match[0], written) if w.precision == "day"), None) if match else None


def day_of_line(line: MeetingMention, written: datetime.date | None) -> str | None:
    """The day or days that such a sentence names first."""
    found = dates.find(text_of(line.sentence), written)
    return next((w.iso for w in found if w.precision in ("day", "range")), None)


def place_of_line(line: MeetingMention) -> str | None:
    """The place that such a sentence names."""
    text = text_of(line.sentence)
    match = _DONE.match(text) or _HELD_IN.search(text)
    return match["place"] if match else None
