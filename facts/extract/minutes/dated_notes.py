"""Days that notes of minutes give: "Regatta - 13 Oct", "Ticket sales close on 5 May", under an issue or a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from facts import dates
from facts.extract.draft import Draft, Material
from facts.extract.minutes.topics import ANNOUNCED, MARKED, Item, is_topic, items, plain, sections
from facts.folding import fold
from facts.months import MONTHS

_MONTH: Final = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY: Final = (
    r"(?P<day>(?:yesterday|today|tomorrow|this (?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|(?:(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? \d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? \d{{4}})?))"
)
_WHAT: Final = r"(?P<what>\w[\w.’'/&+()-]*(?: \(?\w[\w.’'/&+()-]*){0,6}?)"
_END: Final = r"(?=$|[,;.]| \(| (?:and(?! \d)|at|across|but|for|with)\b).*"
NOTES: Final = (
    ("When is “{what}”, as noted at {meeting}?",
     re.compile(rf"{_WHAT}(?: [–-]|:)(?: on)? {_DAY}{_END}", re.IGNORECASE)),
    ("When was “{what}” released, as noted at {meeting}?",
     re.compile(rf"{_WHAT} (?:(?:was )?released?|went out|came out) {_DAY}{_END}", re.IGNORECASE)),
    ("When does “{what}” {verb}, as noted at {meeting}?",
     re.compile(rf"{_WHAT} (?P<verb>begin|close|end|finish|open|start)e?s(?: on)? {_DAY}{_END}", re.IGNORECASE)),
    ("For when was “{what}” planned, as noted at {meeting}?",
     re.compile(rf"{_WHAT} (?:is |was )?(?:planned|scheduled|set) for {_DAY}{_END}", re.IGNORECASE)),
    ("Until when was “{what}” extended, as noted at {meeting}?",
     re.compile(rf"{_WHAT} (?:is |was |has been )?extended (?:to|until) {_DAY}{_END}", re.IGNORECASE)),
    ("When is “{what}”, as noted at {meeting}?",
     re.compile(rf"{_WHAT}(?: (?:is|happens|will be|will happen|will be held|takes place|will take place))?(?: on)? "
                rf"{_DAY}{_END}", re.IGNORECASE)),
)  # fmt: skip
"""How one asks for the day that a note gives, and how it is written."""
UNNAMED: Final = re.compile(
    r"\b(?:also|before|between|by|cancel\w*|from|happening|held|he|i|if|in|is|it|just|last|later|on|she|since|that|there|they|this|to|until|was"
    r"|we|were|when|will|would|you)\b|\bnext \w+$|^(?:agreed|cancel|done|meeting|on|planning|thanks?)\b"
    r"|\b(?:a|an|and|the)$",
    re.IGNORECASE,
)
"""What stands in no name of what a day is given for."""


def dated_notes(material: Material, meeting: str) -> Iterator[Draft]:
    """Yield for when something is, by the notes that name it and give one day."""
    for item in (*items(material), *sections(material)):
        if is_topic(item.topic) or fold(item.topic) in ANNOUNCED:
            yield from _of_item(material, item, meeting)


def _of_item(material: Material, item: Item, meeting: str) -> Iterator[Draft]:
    for paragraph in item.notes:
        note = plain(paragraph.doc.original)
        found = next(((asked, m) for asked, pattern in NOTES if (m := pattern.fullmatch(note)) is not None), None)
        if found is None or MARKED.search(note) or UNNAMED.search(found[1]["what"]) or "?" in note:
            continue
        asked, match = found
        days = dates.find(match["day"], material.parsed.article.date, "future")
        if len(days) != 1 or days[0].precision != "day" or len(dates.find(note, material.parsed.article.date)) != 1:
            continue
        told = {"verb": "", **match.groupdict()}
        under = "" if fold(item.topic) in ANNOUNCED else f" under “{item.topic}”"
        question = asked.format(what=told["what"], verb=told["verb"], meeting=meeting).replace(", as", f"{under}, as")
        span = (paragraph.start, paragraph.start + len(paragraph.doc.original.rstrip()))
        answer = dates.readable(days[0].iso)
        yield Draft("when", question, answer, span, value=days[0].iso, confidence=0.85, rule="minutes.dated")
