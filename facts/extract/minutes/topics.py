"""What minutes note below the items of their agenda: issues with notes, numbered paragraphs with a heading."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence

from facts.extract.draft import Draft, Material
from facts.extract.minutes.labels import LABELS
from facts.extract.minutes.readable import by_paragraph, is_note, is_readable
from facts.folding import fold, squeezed
from facts.parse.given_names import given_names
from facts.parse.parser import Paragraph
from facts.parse.words import ABBREVIATIONS, FINITE

_NUMBERED = r"(?P<topic>[^#?]{8,90}?)[\s:–-]*(?:[\w/-]*#\d+|\(#?\d+\))"
ISSUE = re.compile(rf"{_NUMBERED}\s*:?")
"""A line that names the issue that those below it are about: "Repairs of the roof #12"."""
_ISSUE_WORD = re.compile(r"[\s,(–-]+(?:for|in|see) (?:issue|PR|pull request)$", re.IGNORECASE)
"""What a line says before the number of an issue: "Promises, see issue #11"."""
NOTED_ISSUE = re.compile(rf"{_NUMBERED}\s*[:–-]+\s+(?P<rest>[^#]{{6,}})")
"""An issue with its note on the same line: "Repairs of the roof #12 - two offers came in"."""
ISSUE_LINE = re.compile(
    r"(?P<topic>[^#]{8,90}?)[\s:–-]*(?:[\w/-]*#\d+|\(#?\d+\))\s*:?\s*(?P<rest>(?:[:–-]+\s|[A-Z])[^#]*)?"
)
"""A line that names an issue of an agenda, also as a question or with its note."""
MARKS = re.compile(r"\[[^\]]*\]|(?<!\w)@(?=\w)|[`*$]")
"""Marks in the titles of issues: labels in brackets, handles, signs of code."""
SENTENCE_END = re.compile(r"[a-z]{2}[.!] [A-Z]|![ )]")
"""What shows that words before a number are a note, and no name of an issue."""
REFERRING = re.compile(r"\b(?:at|by|for|from|in|of|on|or|see|to|upon|via|with)$")
"""How the words before a number end that only point to an issue: "blocked by #12"."""
OTHER_BUSINESS = re.compile(r"(?:AOC?B|any other (?:competent )?business|other business)\b", re.IGNORECASE)
"""How a line begins below which nothing is about the item before it."""
ENDS_IN_ISSUE = re.compile(r"#\d+\W*$")
HEADED = re.compile(
    r"(?P<number>(?:\(?\d[\d./-]*\)?[.:]?|Item \d+[.:]?)\s+)?"
    r"(?P<topic>[A-Z][^.:;?!\n]{2,60}?)(?:[.:]\s+|(?P<line>\s*\n\s*))"
    r"(?P<rest>[A-Z“\"(£$€].*)",
    re.DOTALL,
)
"""A paragraph of minutes with its heading: "21/037 Play area. Three quotations were considered."."""
NUMBER = re.compile(r"\b\d[\d./]*[.)]?[ \t]*\Z")
"""The number of an item, before what it says on its line."""
NOTE_BEHIND = re.compile(r"\s*\([^()]*\)$")
"""What stands in brackets behind a heading: the number of a paper."""
DASHED = re.compile(r"(?P<topic>[A-Z0-9][^–:?.#()]{2,50}?)\s+[–-]\s+(?P<rest>(?!after |before )[^–]{12,}[^?])")
"""An item with its notes behind a dash: "Boathouse roof – Ada, two offers came in"."""
LONGEST_TOPIC, LONGEST_PLAIN = 8, 4
"""How many words a heading has at most, with a number before it and without."""
FEWEST, MOST = 5, 36
"""How many words the notes of an item have that are an answer, at least and at most."""
MOST_NOTES, SHORTEST = 4, 3
"""How many notes an answer has at most, and how many words a note that tells something."""
SENTENCES = re.compile(r"[.;] ")
"""Where a note goes on with another sentence."""
LABELLED = re.compile(r"[\w./-]+:\s")
"""How a note begins that is about something else, or somebody's word."""
AGO = re.compile(
    r"\b(?:(?:earlier|later) this|today|tomorrow|yesterday|(?:last|next|this) (?:week|month|\w+day))\b(?! of)",
    re.IGNORECASE,
)
"""Days that only those at the table know."""
LINK = re.compile(r"\s*(?:[-–,:]\s*)?(?:<?https?://\S+>?|\((?:[^()]*)https?://[^()]*\))")
MARKED = re.compile(r"[#@<>|\[\]]|//|www\.")
EMPTY = re.compile(r"(?:none|no|n/a|closed|covered|done|nothing|skipped|roll call)\b[^;.]{0,30}$", re.IGNORECASE)
"""Notes that say nothing."""
RAW = re.compile(
    r"[+-]1\b|^extracted from\b|\bno (?:news|updates?)\b|\bin the (?:issue|repo|PR|thread)\b"
    r"|\b(?:add|remov)\w*\b[^;]* (?:label|tag)\b|\bplease (?:review|see)\b"
    r"|\b(?:a|an|and|are|at|but|by|for|from|if|in|is|of|on|or|see|that|the|to|unless|was|were|with)(?:$|;)",
    re.IGNORECASE,
)
"""What only those at the table understand: votes, labels, where a list came from, requests, notes that break off."""
ROUTINE = re.compile(
    r"(?:was|were|had been|has been|have been) (?:considered|discussed|heard|noted|obtained|presented|read|received)$"
    r"|^(?:the )?(?:amended |substantive )?(?:amendment|motion)\b|^(?:a |the )?(?:quorum|apologies)\b"
    r"|^(?:\S+ ){1,5}?(?:introduced|named|presented|reported on|spoke)\b|\ba (?:second|third|fourth)$",
    re.IGNORECASE,
)
"""Notes that tell no more than that something was before the meeting, or who spoke, how a vote ended."""
POINTING = re.compile(
    r"\b(?:he|him|his|it|its|same|she|such|that|them|they|this|those|these|we|us|our|you)\b", re.IGNORECASE
)
"""Words by which somebody's words are clear only to those who know of what they were said."""
ANNOUNCED = frozenset({"announcement", "announcements"})
"""Headings of what was announced."""
FIRST = re.compile(r"(?:we|our|i|i['’]m|my)\b", re.IGNORECASE)
"""How notes begin that say "we" of nobody in particular."""
HANDLE = re.compile(r"\s*\(@[\w-]+\)|\s+\(?#\d+\)?(?=[.,;]?$)")
"""What somebody is called on a website, and the number of an issue at a note's end."""
SPOKEN = re.compile(r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)\s*[:,–-]\s")
"""How a note begins that somebody is named in front of."""
PLAIN_HEADING = re.compile(r"[*_# ]*(?P<topic>[A-Z][\w’'&/ -]{3,50})[*_: ]*")
NO_TOPICS = frozenset(LABELS) | frozenset(
    (
        "adjournment",
        "agenda",
        "approval of minutes",
        "call to order",
        "github issue",
        "links",
        "minutes",
        "next meeting",
        "previous meetings",
        "recording",
        "reminders",
        "upcoming meetings",
    )
)
"""Headings without notes of their own."""

VAGUE_TOPICS = frozenset(
    """any other business|aob|board meeting updates|board update|matters arising|misc|miscellaneous|other business|
    standup|strategic initiatives|updates""".replace("\n    ", "").split("|")
)
"""Headings under which notes on different things stand."""
NO_TOPIC = re.compile(
    r"^\d{4}-|^(?:\w+day,? )?\d{1,2} [a-z]+ \d{4}$|^\w+, [a-z]|\w,\w|[.]$|^[\w.-]+/[\w.-]+(?: \w)?$"
    r"|^(?:all|any|date of|next meetings?|how|no|none|see|should|what|why|will)\b",
    re.IGNORECASE,
)
"""Headings that are a day, a question, two things run together, or the end of a sentence."""


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """An item of an agenda: what it is about, the paragraphs of its notes, the code points that all take.

    A `section` stands under a heading ("Announcements"), another is an issue by its name.
    """

    topic: str
    notes: tuple[Paragraph, ...]
    span: tuple[int, int]
    section: bool = False


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
    topic = _ISSUE_WORD.sub("", squeezed(MARKS.sub("", match["topic"]))) if match is not None else ""
    whole = topic.count('"') % 2 == 0 and SENTENCE_END.search(topic) is None
    return topic if topic and whole else None


def issue_of(paragraph: Paragraph) -> str | None:
    """The issue that a line of an agenda names, be it a question or with its note on the same line."""
    line = squeezed(LINK.sub("", squeezed(paragraph.doc.original)))
    match = ISSUE_LINE.fullmatch(line)
    topic = _ISSUE_WORD.sub("", squeezed(match["topic"]).strip("* ")) if match is not None else ""
    told = match is not None and match["rest"] and topic[:1].islower()
    return topic if topic and topic.count('"') % 2 == 0 and not told and not REFERRING.search(topic) else None


def ends_topic(paragraph: Paragraph) -> bool:
    """Whether the notes of an issue end before a line."""
    text = paragraph.doc.original.strip()
    other = paragraph.heading or OTHER_BUSINESS.match(text) is not None
    return other or topic_of(paragraph) is not None or ENDS_IN_ISSUE.search(text) is not None


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
            yield Item(squeezed(match["topic"]), notes, (paragraph.start, end), section=True)


def _below(paragraphs: tuple[Paragraph, ...], n: int) -> tuple[Paragraph, ...]:
    """The items below a paragraph, up to one that names an issue of its own."""
    last = n + 1
    while last < len(paragraphs) and paragraphs[last].bullet and not ends_topic(paragraphs[last]):
        last += 1
    return paragraphs[n + 1 : last]


def notes(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what was noted about each item. `names` are those of the people present by what the minutes call them."""
    sentences = by_paragraph(material)
    for item in (*items(material), *sections(material)):
        told = [(plain(p.doc.original), p) for p in item.notes]
        unspoken = [(note, p) for note, p in told if note and note not in names and not _is_spoken(note, names)]
        said = list(_first([note for note, _ in unspoken]))
        if not is_topic(item.topic) or len(said) < len(unspoken):
            continue
        whole = all(is_readable(p, sentences) or is_note(p, sentences) for _, p in unspoken)
        whole = whole and not any(p.doc.original.rstrip().endswith(":") for _, p in unspoken)  # what follows is told
        if said and whole and tells("; ".join(said)) and not any("?" in note for note in said):
            yield _noted(item.topic, said, item.span, meeting)
    for paragraph in material.parsed.paragraphs:
        text = paragraph.doc.original.strip()
        issue = NOTED_ISSUE.fullmatch(squeezed(text))
        if issue is not None and not is_readable(paragraph, sentences, text.find(issue["rest"][:8])):
            continue
        if issue is not None and tells(rest := plain(issue["rest"])) and issue["topic"].count('"') % 2 == 0:
            span = (paragraph.start, paragraph.start + len(paragraph.doc.original.rstrip()))
            yield _noted(squeezed(issue["topic"]).strip("* "), [rest], span, meeting)
            continue
        match = HEADED.fullmatch(text) or (DASHED.fullmatch(text) if _is_note(paragraph) else None)
        if match is None or not tells(rest := plain(match["rest"])):
            continue
        if SENTENCES.search(rest) is None and ROUTINE.search(rest) is not None:
            continue
        if _is_spoken(rest, names) or not is_readable(paragraph, sentences, match.start("rest")):
            continue
        topic, span = (
            NOTE_BEHIND.sub("", HANDLE.sub("", match["topic"])),
            (paragraph.start, paragraph.start + len(paragraph.doc.original.rstrip())),
        )
        if topic in names and "?" not in rest and not POINTING.search(rest):
            question = f"What did {names[topic]} say at {meeting}?"
            yield Draft("what", question, rest, span, confidence=0.85, rule="minutes.said")
        elif (
            topic not in names
            and is_heading(match, paragraph, material.parsed.article.text)
            and is_topic(topic)
            and not MARKED.search(topic)
        ):
            yield _noted(topic, [rest], span, meeting)


def is_topic(words: str) -> bool:
    """Whether the heading of an item says to a stranger what it is about.

    >>> is_topic("Boathouse roof"), is_topic("Standup"), is_topic("James,Oars"), is_topic("2020-10-20, Version 15")
    (True, False, False, False)
    """
    return fold(words).partition(" - ")[0] not in NO_TOPICS | VAGUE_TOPICS and NO_TOPIC.search(words) is None


def _first(notes: list[str]) -> Iterator[str]:
    """The first of some notes: as many as together are an answer, up to one that begins something else."""
    words = 0
    for note in notes[:MOST_NOTES]:
        words += len(note.split())
        if words > MOST or len(note.split()) < SHORTEST or LABELLED.match(note):
            return
        yield note


def _is_spoken(note: str, names: Mapping[str, str]) -> bool:
    """Whether a note is what somebody said: "Ada, the roof can wait"."""
    who = SPOKEN.match(note[:1].upper() + note[1:])
    return who is not None and (who["who"] in names or fold(who["who"].split()[0]) in given_names())


def _is_note(paragraph: Paragraph) -> bool:
    """Whether a paragraph is an item that is told something in, and names no issue."""
    return paragraph.bullet and not ends_topic(paragraph)


def plain(note: str) -> str:
    """A note without links, as an answer has it."""
    return squeezed(HANDLE.sub("", squeezed(LINK.sub("", note)))).rstrip(".")


def tells(said: str) -> bool:
    """Whether notes are an answer: whole, neither empty nor too long, without marks, votes and "we"."""
    unclear = MARKED.search(said) or EMPTY.match(said) or FIRST.match(said) or RAW.search(said)
    return FEWEST <= len(said.split()) <= MOST and not unclear


def is_heading(match: re.Match[str], paragraph: Paragraph, text: str) -> bool:
    """Whether words before a full stop, a colon or a dash are a heading and no sentence."""
    size, bullet = len(match["topic"].split()), paragraph.bullet
    if match.re is DASHED:
        return size <= LONGEST_TOPIC
    numbered = match["number"] is not None or NUMBER.search(text, max(0, paragraph.start - 8), paragraph.start)
    if fold(match["topic"].split()[-1]) in ABBREVIATIONS:
        return False
    if numbered or match["line"]:  # a line of its own without a number may be a wrapped text
        return bool(numbered) and size <= LONGEST_TOPIC
    return size <= LONGEST_PLAIN and not bullet and not _is_told(paragraph, match)


def _is_told(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether the words of a heading are a sentence of their own: "Norland hosted the forum."."""
    end = match.end("topic") + len(match.string) - len(match.string.lstrip())
    words = [token for token in paragraph.doc if token.idx < end]
    return any(
        token.tag_ in FINITE and any(c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i for c in token.children)
        for token in words
    )


def _noted(topic: str, said: list[str], span: tuple[int, int], meeting: str) -> Draft:
    announced = fold(topic) in ANNOUNCED
    question = f"What was announced at {meeting}?" if announced else f"What was noted about “{topic}” at {meeting}?"
    if len(said) == 1:
        return Draft("what", question, said[0], span, confidence=0.85, rule="minutes.item")
    return Draft("list", question, "; ".join(said), span, value=said, confidence=0.85, rule="minutes.item")


def together(question: str, notes: Sequence[tuple[str, Paragraph]], rule: str, confidence: float) -> Draft:
    """What several notes of an item tell, each with its paragraph, as one answer, a list of more than one."""
    said = [text for text, _ in notes]
    first, last = notes[0][1], notes[-1][1]
    span = (first.start, last.start + len(last.doc.original.rstrip()))
    several = said if len(said) > 1 else None
    return Draft(
        "list" if several else "what", question, "; ".join(said), span, value=several, confidence=confidence, rule=rule
    )
