"""What minutes note below the items of their agenda: issues with notes, numbered paragraphs with a heading."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping

from facts.extract.draft import Draft, Material
from facts.extract.minutes.labels import LABELS
from facts.folding import fold, squeezed
from facts.parse.parser import Paragraph

ISSUE = re.compile(r"(?P<topic>[^#?]{8,90}?)[\s:–-]*(?:[\w/-]*#\d+|\(#?\d+\))\s*:?")
"""A line that names the issue that those below it are about: "Repairs of the roof #12"."""
ENDS_IN_ISSUE = re.compile(r"#\d+\W*$")
HEADED = re.compile(
    r"(?P<number>(?:\(?\d[\d./-]*\)?[.:]?|Item \d+[.:]?)\s+)?(?P<topic>[A-Z][^.:;?!]{2,60}?)[.:]\s+"
    r"(?P<rest>[A-Z“\"(].*)",
    re.DOTALL,
)
"""A paragraph of minutes with its heading: "21/037 Play area. Three quotations were considered."."""
LONGEST_TOPIC = 8
"""How many words a heading has at most; half of that where no number is before it."""
FEWEST, MOST = 3, 60
"""How many words the notes of an item have that are an answer."""
LINKED = re.compile(r"https?:|www\.|[#@<>|\[\]]")
EMPTY = re.compile(r"(?:none|no updates?|n/a|closed|done|nothing|roll call)\b[^;.]{0,20}$", re.IGNORECASE)
"""Notes that say nothing."""
FIRST = re.compile(r"\b(?:we|our|us|i|i['’]m|my)\b", re.IGNORECASE)


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
        last = n + 1
        while last < len(paragraphs) and paragraphs[last].bullet and not ends_topic(paragraphs[last]):
            last += 1
        notes = paragraphs[n + 1 : last]
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


def notes(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what was noted about each item. `names` are those of the people present by what the minutes call them."""
    for item in items(material):
        said = [squeezed(p.doc.original).rstrip(".") for p in item.notes]
        if _tells(" ".join(said)) and not any(note.endswith("?") for note in said):
            yield _noted(item.topic, said, item.span, meeting)
    for paragraph in material.parsed.paragraphs:
        match = HEADED.fullmatch(paragraph.doc.original.strip())
        if match is None or not _tells(rest := squeezed(match["rest"])):
            continue
        topic, span = match["topic"], (paragraph.start, paragraph.start + len(paragraph.doc.original.rstrip()))
        if topic in names:
            question = f"What did {names[topic]} say at {meeting}?"
            yield Draft("what", question, rest, span, confidence=0.85, rule="minutes.said")
        elif _is_heading(match, bullet=paragraph.bullet) and fold(topic) not in LABELS:
            yield _noted(topic, [rest], span, meeting)


def _tells(said: str) -> bool:
    """Whether notes are an answer: neither empty nor too long, without links and without "we"."""
    words = len(said.split())
    return FEWEST <= words <= MOST and not (LINKED.search(said) or EMPTY.match(said) or FIRST.search(said))


def _is_heading(match: re.Match[str], *, bullet: bool) -> bool:
    """Whether words before a full stop or colon are a heading and no sentence."""
    numbered = match["number"] is not None
    size = len(match["topic"].split())
    return size <= LONGEST_TOPIC if numbered else size <= LONGEST_TOPIC / 2 and not bullet


def _noted(topic: str, said: list[str], span: tuple[int, int], meeting: str) -> Draft:
    question = f"What was noted about “{topic}” at {meeting}?"
    if len(said) == 1:
        return Draft("what", question, said[0], span, confidence=0.85, rule="minutes.item")
    return Draft("list", question, "; ".join(said), span, value=said, confidence=0.85, rule="minutes.item")


def said_by(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what each of those present said about an item: "Ada: the roof can wait until May"."""
    for item in items(material):
        for paragraph in item.notes:
            text = squeezed(paragraph.doc.original)
            match = re.fullmatch(r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)\s*[:,–-]\s+(?P<what>\w.*)", text)
            speaker = names.get(match["who"]) if match is not None else None
            if match is None or speaker is None or LINKED.search(text) or "?" in text:
                continue
            if FEWEST < len(match["what"].split()) <= MOST:
                span = (paragraph.start, paragraph.start + len(paragraph.doc.original.rstrip()))
                question = f"What did {speaker} say about “{item.topic}” at {meeting}?"
                yield Draft("what", question, match["what"], span, confidence=0.85, rule="minutes.said")
