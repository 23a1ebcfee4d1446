"""Who was chosen for what, as lists and short notes tell it: "elected Mr Moe as lay secretary", with how many votes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts import dates
from facts.extract.doings.asked import in_report, with_meeting
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.people.entries import is_office
from facts.extract.people.named import whole_name
from facts.honorifics import HONORIFIC

_TITLE = rf"(?:{HONORIFIC} )?"
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:(?:de|van|von|der) )*[A-Z][\w’'-]+){0,3})"
_ENDS = r"(?=[.,;(]| unopposed| by | for | in | at | with | on | until | from | without | after | and |$)"
_OFFICE = rf"(?:as )?(?:its |their |the )?(?P<office>(?:[\w’'-]+ ){{0,3}}?[\w-]+(?: of the [A-Z][\w’' -]+?)?){_ENDS}"
_VERB = r"(?P<verb>[Rr]e-?elected|[Ee]lected|[Rr]e-?appointed|[Aa]ppointed|[Cc]hose|chosen|[Nn]amed)"
ACTIVE = re.compile(
    rf"\W*{_VERB} {_TITLE}{_NAME} (?:{_OFFICE}|(?P<seat>to (?:fill|take) the seat of [A-Z][\w’'-]+ [A-Z][\w’'-]+))"
)
"""An item of a list of what a meeting did."""
PASSIVE = re.compile(rf"{_TITLE}{_NAME} was {_VERB} {_OFFICE}")
BESIDE = re.compile(
    rf"\b[Aa]n? (?P<office>(?:[a-z-]+ ){{0,2}}[a-z-]+), {_TITLE}{_NAME},(?: [^,]+,)? was {_VERB}(?! to)\b"
)
"""Somebody whose name stands beside the office."""
IN_PLACE = re.compile(
    rf"\bresigned as (?:the )?(?P<office>[\w-]+(?: of the [A-Z][\w’' -]+?)?), and "
    rf"{_TITLE}{_NAME} was {_VERB} in h\w+ place"
)
"""Who followed somebody who left an office."""
EARLIER = re.compile(r"\b(?:ago|earlier|had|last|previously)\b|[\"“”]")
"""What tells of another time than the meeting's, or is somebody's words."""
OFFICES = frozenset("archivist auditor captain commodore librarian master patron steward".split())
"""What one is chosen for in clubs and ports."""
POLLED = re.compile(rf"{_NAME} \((?P<count>\d[\d,]*)(?: votes)?\)")
"""Somebody with a number of votes in brackets."""
RETURNED = re.compile(
    rf"{_NAME}(?:, \d\d,)? (?:was (?:re-)?(?:elected|returned) with|won|took|polled|received) "
    r"(?P<count>\w+(?: of the [\w,]+)?) (?:of the votes|votes?)\b"
)
"""Somebody with a number of votes."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who was chosen for each office, and how many votes each candidate got."""
    for sentence in material.sentences:
        text = " ".join(sentence.span.text.split())
        for pattern in (ACTIVE, PASSIVE, BESIDE, IN_PLACE):
            found = pattern.match(text) if pattern is ACTIVE else pattern.search(text)
            if found is not None and _was_then(material, text[: found.end()]):
                yield from _chosen(material, sentence, found)
        if re.search(r"\b(?:[Ee]lected|votes)\b", text) and _was_then(material, text):
            for found in (*POLLED.finditer(text), *RETURNED.finditer(text)):
                yield from _polled(material, sentence, found)


def _chosen(material: Material, sentence: Sentence, found: re.Match[str]) -> Iterator[Draft]:
    name, told = whole_name(material, found["name"]), found.groupdict()
    office = told["office"]
    last = office.partition(" of ")[0].split()[-1] if office is not None else ""
    if office is not None and not is_office(last) and last.lower() not in OFFICES:
        return
    verb = {"chose": "chosen"}.get(told["verb"].lower(), told["verb"].lower())
    question = placed(material, f"Who was {verb} {office or told['seat']}?")
    if name is not None and question is not None:
        yield Draft("who", question, name, sentence_span(sentence), confidence=0.85, rule="role.chosen")


def _polled(material: Material, sentence: Sentence, found: re.Match[str]) -> Iterator[Draft]:
    name = whole_name(material, found["name"])
    question = placed(material, f"How many votes did {name} receive?")
    if name is not None and question is not None:
        yield Draft("how_many", question, found["count"], sentence_span(sentence), rule="tally.received")


def placed(material: Material, question: str) -> str | None:
    """A question with the article's meeting, or the report that tells of it where it has no name."""
    return with_meeting(material, question) if material.meeting_name else in_report(material, question)


def _was_then(material: Material, text: str) -> bool:
    """Whether words tell of no day before that of the article's meeting, and quote nobody."""
    if EARLIER.search(text) is not None:
        return False
    meeting, article = material.found_meeting.meeting, material.parsed.article
    held = meeting.date if meeting is not None and meeting.date else f"{article.date or ''}"
    first = held.partition("/")[0]
    return all(when.iso[: len(first)] >= first[: len(when.iso)] for when in dates.find(text, article.date))
