"""When, where and by whom the next of numbered meetings is held: "The 7th conference is scheduled for May 2028"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts import dates
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.rounds import NOT_HELD, PLACE
from facts.extract.schedule.timing import said_date
from facts.folding import fold
from facts.parse.numbers import ORDINAL_WORDS
from facts.parse.words import MEETING_NOUNS

_NTH = rf"\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINAL_WORDS)}"
OWN = re.compile(rf"the (?P<nth>{_NTH}) (?P<rest>\S.*)", re.IGNORECASE)
"""The name of a numbered meeting: "the 6th Lake Ministers' Conference"."""
_HOST = r"(?P<host>(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)(?= (?:in|on|at)\b|[.,;]|$)"
NEXT = re.compile(
    rf"(?:The|Its|Their) (?P<nth>{_NTH}) (?P<noun>[A-Za-z][\w-]*)(?: of the [A-Z][\w-]*)? "
    rf"(?:will (?:therefore |then )?(?:be held|take place|be hosted by {_HOST})"
    r"|is (?:to be held|to take place|scheduled|planned|due)(?: to be held)?)(?P<rest>[^;]*)"
)
"""How a text tells of the meeting after its own, and what it tells."""
MORE = re.compile(r", (?:after|and|at|before|but|on|when|where|which|while|with)\b")
"""Where a sentence goes on to something else."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield when and where the meeting after a numbered one is to be held, and who hosts it."""
    meeting, label = material.found_meeting.meeting, OWN.fullmatch(material.label or "")
    if meeting is None or meeting.number is None or label is None or material.found_meeting.planned:
        return
    name = f"the {_ordinal(meeting.number + 1, label['nth'])} {label['rest']}"
    last = (meeting.date or f"{material.parsed.article.date or ''}").rpartition("/")[2]
    for sentence in material.sentences:
        found = NEXT.match(" ".join(sentence.span.text.split()))
        if found is None or _number(found["nth"]) != meeting.number + 1 or NOT_HELD.search(found[0]):
            continue
        if found["noun"].lower() in MEETING_NOUNS or fold(found["noun"]) in fold(f"{material.label} {meeting.aliases}"):
            yield from _told(material, sentence, found, name, last)


def _told(material: Material, sentence: Sentence, found: re.Match[str], name: str, last: str) -> Iterator[Draft]:
    """When, where and by whom a meeting is to be held, in a day after the last one of this."""
    span, rest = sentence_span(sentence), MORE.split(found["rest"])[0]
    days = dates.find(rest, material.parsed.article.date, "future")
    if len(days) > 1:
        return  # one of them is of something else
    first = days[0].iso.partition("/")[0] if days else ""
    if days and days[0].precision in ("day", "month", "year", "range") and first > last[: len(first)]:
        when = dates.readable(days[0].iso) if days[0].precision == "range" else said_date(days[0], days[0].text)
        asked = f"When is {name} to be held?"
        yield Draft("when", asked, when, span, value=days[0].iso, rule="schedule.next_when")
        rest = rest[: days[0].span[0]] + " | " + rest[days[0].span[1] :]
    place = PLACE.search(rest)
    if place is not None:
        yield Draft("where", f"Where is {name} to be held?", place["place"], span, rule="schedule.next_where")
    if found["host"]:
        yield Draft("who", f"Who is to host {name}?", found["host"], span, rule="schedule.next_host")


def _number(nth: str) -> int | None:
    """The number that an ordinal stands for."""
    return int(re.sub(r"\D", "", nth)) if nth[0].isdigit() else ORDINAL_WORDS.get(nth.lower())


def _ordinal(number: int, like: str) -> str:
    """A number as an ordinal, in words or figures like another one.

    >>> _ordinal(7, "6th"), _ordinal(12, "Eleventh"), _ordinal(21, "20th"), _ordinal(22, "Twentieth")
    ('7th', 'Twelfth', '21st', '22nd')
    """
    words = {number: word for word, number in ORDINAL_WORDS.items() if word != "inaugural"}
    if not like[0].isdigit() and number in words:
        return words[number].capitalize() if like[0].isupper() else words[number]
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
