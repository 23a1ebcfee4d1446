"""When minutes in whole sentences say that the meeting ended, and when the next one is to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts import dates
from facts.dates.clock import IN_MINUTES
from facts.extract.draft import Draft, Material, sentence_span

_NEXT = re.compile(
    r"The next (?:\w+ )?meeting (?:is|will be|would be)(?: held| scheduled)? (?:for |on )(?P<said>[^;]+?)\.?\s*"
)
_ENDED = re.compile(
    r"(?:The )?(?:(?:meeting|session|sitting) (?:was )?(?:adjourned|closed|concluded|ended|finished)"
    r"|(?:[A-Z][\w.]+ ){1,4}(?:adjourned|closed) the (?:meeting|session|sitting)"
    r"|There being no (?:further|other) business,? [^.;]{0,40}\b(?:closed|ended|adjourned))"
    rf"(?: by [^.;]{{2,40}}?)? at (?P<time>{IN_MINUTES.pattern})",
    re.IGNORECASE,
)


def closing(material: Material, meeting: str) -> Iterator[Draft]:
    """Yield when the meeting ended, and for when the next one is called."""
    for sentence in material.sentences:
        text, span = sentence.span.text, sentence_span(sentence)
        if ended := _ENDED.match(text):
            question = f"At what time did {meeting} end?"
            yield Draft("when", question, ended["time"], span, confidence=0.88, rule="minutes.end")
        if told := _NEXT.fullmatch(text):
            found = dates.find(told["said"], material.parsed.article.date, "future")
            day = next((when.iso for when in found if when.precision == "day"), None)
            if day is not None:
                question = f"When is the next meeting after {meeting}?"
                yield Draft("when", question, told["said"], span, value=day, confidence=0.93, rule="minutes.next")
