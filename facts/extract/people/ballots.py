"""Who was elected to which office, as minutes list it below "Elections": "Secretary: Carl Holm, unopposed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material
from facts.extract.people.entries import is_name, is_office
from facts.honorifics import HONORIFIC

HEADED = re.compile(
    r"\b(?:elections?|elected|office[ -]bearers|(?:new|following) (?:committee|officers))\b", re.IGNORECASE
)
"""What the lines above such a list say."""
LONGEST_HEADING = 30
"""How many words those have at most."""
LINE = re.compile(r"\W*(?P<office>[A-Z][\w/ -]{2,40}?): +(?P<rest>\S.*)")
_NAME = rf"(?:{HONORIFIC} )?(?P<name>[A-Z][\w’'-]{{0,30}}\.?(?: [A-Z][\w’'.-]{{0,30}}){{1,3}})"
CHOSEN = re.compile(rf"{_NAME}(?= ?[,(;–-]| re-?elected| elected| unopposed|\.?$)(?P<how>.*)")
"""Somebody with how the choice was made."""
POLLED = re.compile(rf"{_NAME} (?P<count>\d+)(?= votes|[,;.]|$)")
"""Somebody with a number of votes."""
LEFT_OPEN = re.compile(
    r"\b(?:no nominations?|to fill|to be elected|vacan\w+|withdr\w+ by|outgoing|retiring)\b", re.IGNORECASE
)


def facts(material: Material) -> Iterator[Draft]:
    """Yield who was elected to each office that is listed below what tells of elections."""
    if material.meeting_name is None or material.found_meeting.planned:
        return
    listed = False
    for text, start in _lines(material):
        line = LINE.fullmatch(text)
        if line is None or not is_office(line["office"].split()[-1]):
            listed = HEADED.search(text) is not None and len(text.split()) <= LONGEST_HEADING and "?" not in text
        elif listed:
            yield from _elected(line["office"], line["rest"], (start, start + len(text)), str(material.meeting_name))


def _lines(material: Material) -> Iterator[tuple[str, int]]:
    """The lines of an article, each with where it begins."""
    for paragraph in material.parsed.paragraphs:
        for line in re.finditer(r"[^\n]+", paragraph.doc.original):
            text = line[0].strip()
            if text:
                yield text, paragraph.start + line.start() + line[0].find(text)


def _elected(office: str, rest: str, span: tuple[int, int], meeting: str) -> Iterator[Draft]:
    """Who was elected to an office, and how many votes each got."""
    if LEFT_OPEN.search(rest):
        return
    called = office if office.isupper() else office.lower()
    polled = [(match["name"], int(match["count"])) for match in POLLED.finditer(rest) if is_name(match["name"].split())]
    asked = f"Who was elected {called} at {meeting}?"
    if len(polled) > 1:
        (first, most), (_, next_most) = sorted(polled, key=lambda each: -each[1])[:2]
        if most > next_most:
            yield Draft("who", asked, first, span, confidence=0.9, rule="vote.officer")
        for name, count in polled:
            question = f"How many votes did {name} receive at {meeting}?"
            yield Draft("how_many", question, str(count), span, value=count, rule="vote.count")
        return
    chosen = CHOSEN.fullmatch(rest)
    if chosen is not None and is_name(chosen["name"].rstrip(".").split()):
        yield Draft("who", asked, chosen["name"].rstrip("."), span, confidence=0.9, rule="vote.officer")
