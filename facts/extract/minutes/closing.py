"""When minutes in whole sentences say that the meeting ended, and when the next one is to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.dates.clock import IN_MINUTES
from facts.extract.draft import Draft, Material, sentence_span
from facts.extract.minutes.next_meeting import next_meeting

_NEXT = re.compile(
    r"The next (?:\w+ )?meeting (?:is|will be|would be)(?: held| scheduled)? (?:for |on )(?P<said>[^;]+?)\.?\s*"
)
_HEADING = re.compile(
    r"\W*(?:Item )?(?:\d[\d./-]*\.?\s+)?(?:Date (?:and (?:place|time) )?of (?:the )?next meeting|Next meeting)\W*",
    re.IGNORECASE,
)
"""A heading below which it is told when the next meeting is."""
_ENDED = re.compile(
    r"(?:The )?(?:(?:meeting|session|sitting) (?:was )?(?:adjourned|closed|concluded|ended|finished)"
    r"|(?:[A-Z][\w.]+ ){1,4}(?:adjourned|closed) the (?:meeting|session|sitting)"
    r"|There being no (?:further|other) business,? [^.;]{0,40}\b(?:closed|ended|adjourned))"
    rf"(?: by [^.;]{{2,40}}?)? at (?P<time>{IN_MINUTES.pattern})",
    re.IGNORECASE,
)

_STATED = re.compile(
    rf"(?:Meeting |Session )?(?:adjourned|closed|ended)(?: (?:at|by))?:? (?P<time>{IN_MINUTES.pattern})\W*",
    re.IGNORECASE,
)
"""How a line of minutes states the end: "ADJOURNED at 8:37 p.m."."""
_BEGUN = re.compile(
    r"(?:[^.;]{0,80}?\bcalled (?:the|this) (?:\w+ )?(?:meeting|session) to order"
    r"|(?:The )?(?:meeting|session) (?:began|opened|started)"
    rf"|Opened|(?:Meeting )?[Cc]alled to order)(?: at)?:? (?P<time>{IN_MINUTES.pattern})"
)
"""How minutes tell when the meeting began."""


def closing(material: Material, meeting: str) -> Iterator[Draft]:
    """Yield when the meeting ended, and for when the next one is called."""
    before = ""
    for sentence in material.sentences:
        text, span = sentence.span.text, sentence_span(sentence)
        if begun := _BEGUN.match(text):
            question = f"At what time did {meeting} begin?"
            yield Draft("when", question, _whole(begun["time"]), span, confidence=0.88, rule="minutes.start")
        if ended := _ENDED.match(text) or _STATED.match(text):
            question = f"At what time did {meeting} end?"
            yield Draft("when", question, _whole(ended["time"]), span, confidence=0.88, rule="minutes.end")
        if told := _NEXT.fullmatch(text):
            yield from next_meeting(material, told["said"], span, meeting)
        elif _HEADING.fullmatch(before):
            yield from next_meeting(material, text.strip().rstrip("."), span, meeting)
        before = text.strip()


def _whole(time: str) -> str:
    """A time with the last full stop of "p.m.", behind which no word goes on.

    >>> _whole("8.37 p.m"), _whole("8.37 pm")
    ('8.37 p.m.', '8.37 pm')
    """
    return f"{time}." if time.endswith(".m") else time
