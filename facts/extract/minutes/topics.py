"""What minutes note below the items of their agenda: issues with notes, numbered paragraphs with a heading."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping

from facts.extract.draft import Draft, Material
from facts.extract.minutes.labels import LABELS
from facts.folding import fold, squeezed
from facts.parse.given_names import given_names
from facts.parse.parser import Paragraph
from facts.parse.words import ABBREVIATIONS

ISSUE = re.compile(r"(?P<topic>[^#?]{8,90}?)[\s:–-]*(?:[\w/-]*#\d+|\(#?\d+\))\s*:?")
"""A line that names the issue that those below it are about: "Repairs of the roof #12"."""
ENDS_IN_ISSUE = re.compile(r"#\d+\W*$")
HEADED = re.compile(
    r"(?P<number>(?:\(?\d[\d./-]*\)?[.:]?|Item \d+[.:]?)\s+)?(?P<topic>[A-Z][^.:;?!]{2,60}?)[.:]\s+"
    r"(?P<rest>[A-Z“\"(].*)",
    re.DOTALL,
)
"""A paragraph of minutes with its heading: "21/037 Play area. Three quotations were considered."."""
DASHED = re.compile(r"(?P<topic>[A-Z0-9][^–:?.#]{2,50}?)\s+[–-]\s+(?P<rest>[^–]{12,}[^?])")
"""An item with its notes behind a dash: "Boathouse roof – Ada, two offers came in"."""
LONGEST_TOPIC, LONGEST_PLAIN = 8, 4
"""How many words a heading has at most, with a number before it and without."""
FEWEST, MOST, MOST_LISTED = 3, 60, 118
"""How many words the notes of an item have that are an answer: at least, at most, at most where they are several."""
LINK = re.compile(r"\s*(?:[-–,:]\s*)?(?:<?https?://\S+>?|\((?:[^()]*)https?://[^()]*\))")
MARKED = re.compile(r"[#@<>|\[\]]|//|www\.")
EMPTY = re.compile(r"(?:none|no|n/a|closed|covered|done|nothing|skipped|roll call)\b[^;.]{0,30}$", re.IGNORECASE)
"""Notes that say nothing."""
FIRST = re.compile(r"(?:we|our|i|i['’]m|my)\b", re.IGNORECASE)
"""How notes begin that say "we" of nobody in particular."""
HANDLE = re.compile(r"\s*\(@[\w-]+\)|\s+\(?#\d+\)?(?=[.,;]?$)")
"""What somebody is called on a website, and the number of an issue at a note's end."""
PLAIN_HEADING = re.compile(r"[*_# ]*(?P<topic>[A-Z][\w’'&/ -]{3,50})[*_: ]*")
NO_TOPICS = frozenset(LABELS) | frozenset(
    (
        "agenda",
        "github issue",
        "links",
        "minutes",
        "next meeting",
        "previous meetings",
        "recording",
        "upcoming meetings",
    )
)
"""Headings without notes of their own."""
SAID = re.compile(r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)\s*[:,–-]\s+(?P<what>\w.*)")
"""What somebody said, behind her or his name."""
TOLD = re.compile(
    r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?) (?:also |has |had )?(?P<verb>asked for|confirmed|gave|mentioned|noted|"
    r"offered|outlined|presented|proposed|provided|raised|recommended|recommends|reported|requested|shared|suggested)"
    r"(?: that| on)? (?P<what>\w.*)"
)
ASKING = re.compile(r"(?:any|are|can|could|did|do|does|how|is|should|what|who|why|will|would)\b", re.IGNORECASE)
"""How a question begins that somebody put."""
ASKED = {
    **{"asked for": "ask for", "confirmed": "confirm", "gave": "give", "mentioned": "mention", "noted": "note"},
    **{"offered": "offer", "outlined": "outline", "presented": "present", "proposed": "propose", "provided": "provide"},
    **{"raised": "raise", "recommended": "recommend", "recommends": "recommend", "reported": "report"},
    **{"requested": "request", "shared": "share", "suggested": "suggest"},
}
"""Verbs of notes that tell what somebody said or brought, and how a question has them."""


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """An item of an agenda: what it is about, the paragraphs of its notes, the code points that all take."""

    topic: str
    notes: tuple[Paragraph, ...]
    span: tuple[int, int]


def items(material: Material) -> Iterator[Item]:
    """Yield the issues of an agenda with the notes below each."""
    paragraphs = material.parsed.paragraphs
    for n, paragraph in enumerate(paragraphs):
        topic = topic_of(paragraph)
        if topic is None:
            continue
        notes = _below(paragraphs, n)
        if notes:
            end = notes[-1].start + len(notes[-1].doc.original.rstrip())
            yield Item(topic, notes, (paragraph.start, end))


def topic_of(paragraph: Paragraph) -> str | None:
    """The issue that a line names, if it is such a line."""
    match = ISSUE.fullmatch(squeezed(paragraph.doc.original))
    topic = squeezed(match["topic"]).strip("* ") if match is not None else ""
    return topic if topic and topic.count('"') % 2 == 0 else None


def ends_topic(paragraph: Paragraph) -> bool:
    """Whether the notes of an issue end before a line."""
    text = paragraph.doc.original.strip()
    return paragraph.heading or topic_of(paragraph) is not None or ENDS_IN_ISSUE.search(text) is not None


def sections(material: Material) -> Iterator[Item]:
    """Yield the sections of minutes that have plain notes below their heading: "Announcements"."""
    paragraphs = material.parsed.paragraphs
    for n, paragraph in enumerate(paragraphs):
        match = PLAIN_HEADING.fullmatch(paragraph.doc.original.strip())
        if paragraph.bullet or match is None or fold(match["topic"]).strip() in NO_TOPICS:
            continue
        notes = _below(paragraphs, n)
        if notes and len(match["topic"].split()) <= LONGEST_TOPIC:
            end = notes[-1].start + len(notes[-1].doc.original.rstrip())
            yield Item(squeezed(match["topic"]), notes, (paragraph.start, end))


def _below(paragraphs: tuple[Paragraph, ...], n: int) -> tuple[Paragraph, ...]:
    """The items below a paragraph, up to one that names an issue of its own."""
    last = n + 1
    while last < len(paragraphs) and paragraphs[last].bullet and not ends_topic(paragraphs[last]):
        last += 1
    return paragraphs[n + 1 : last]


def notes(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what was noted about each item. `names` are those of the people present by what the minutes call them."""
    for item in (*items(material), *sections(material)):
        said = [note for note in (_plain(p.doc.original) for p in item.notes) if note]
        open_ones = sum(note.endswith("?") for note in said)
        if _tells("; ".join(said), len(said)) and open_ones <= len(said) / 3:
            yield _noted(item.topic, said, item.span, meeting)
    for paragraph in material.parsed.paragraphs:
        text = paragraph.doc.original.strip()
        match = HEADED.fullmatch(text) or (DASHED.fullmatch(text) if paragraph.bullet else None)
        if match is None or not _tells(rest := _plain(match["rest"]), 1):
            continue
        topic, span = match["topic"], (paragraph.start, paragraph.start + len(paragraph.doc.original.rstrip()))
        if topic in names:
            question = f"What did {names[topic]} say at {meeting}?"
            yield Draft("what", question, rest, span, confidence=0.85, rule="minutes.said")
        elif _is_heading(match, bullet=paragraph.bullet) and fold(topic) not in NO_TOPICS and not MARKED.search(topic):
            yield _noted(topic, [rest], span, meeting)


def _plain(note: str) -> str:
    """A note without links."""
    return squeezed(HANDLE.sub("", squeezed(LINK.sub("", note)))).rstrip(".")


def _tells(said: str, number: int) -> bool:
    """Whether notes are an answer: neither empty nor too long, without marks and without "we"."""
    most = MOST if number == 1 else MOST_LISTED
    unclear = MARKED.search(said) or EMPTY.match(said) or FIRST.match(said)
    return FEWEST <= len(said.split()) <= most and not unclear


def _is_heading(match: re.Match[str], *, bullet: bool) -> bool:
    """Whether words before a full stop, a colon or a dash are a heading and no sentence."""
    size = len(match["topic"].split())
    if match.re is DASHED:
        return size <= LONGEST_TOPIC
    numbered = match["number"] is not None
    if fold(match["topic"].split()[-1]) in ABBREVIATIONS:
        return False
    return size <= LONGEST_TOPIC if numbered else size <= LONGEST_PLAIN and not bullet


def _noted(topic: str, said: list[str], span: tuple[int, int], meeting: str) -> Draft:
    question = f"What was noted about “{topic}” at {meeting}?"
    if len(said) == 1:
        return Draft("what", question, said[0], span, confidence=0.85, rule="minutes.item")
    return Draft("list", question, "; ".join(said), span, value=said, confidence=0.85, rule="minutes.item")


def _speaker(name: str, names: Mapping[str, str]) -> str | None:
    """Who is called so: one of those present in full, or somebody whose first name is all that is said."""
    return names.get(name) or (name if fold(name.split()[0]) in given_names() else None)


def said_by(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what each of those present said or brought about an item: "Ada: the roof can wait until May"."""
    for item in items(material):
        for paragraph in item.notes:
            text = _plain(paragraph.doc.original)
            match = TOLD.fullmatch(text) or SAID.fullmatch(text)
            speaker = _speaker(match["who"], names) if match is not None else None
            asks = match is not None and ASKING.match(match["what"]) is not None
            if match is None or speaker is None or MARKED.search(text) or "?" in text or asks:
                continue
            if FEWEST < len(match["what"].split()) <= MOST:
                span = (paragraph.start, paragraph.start + len(paragraph.doc.original.rstrip()))
                asked = f"{ASKED[match['verb']]} under" if match.re is TOLD else "say about"
                question = f"What did {speaker} {asked} “{item.topic}” at {meeting}?"
                yield Draft("what", question, match["what"], span, confidence=0.85, rule="minutes.said")
