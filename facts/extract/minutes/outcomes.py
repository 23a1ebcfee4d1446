"""What came of the items of an agenda: what was agreed, which actions are to be taken, what the next step is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material
from facts.extract.minutes.topics import FEWEST, MARKED, MOST, is_topic, issue_of, items, plain
from facts.folding import fold, squeezed
from facts.parse.given_names import given_names

OUTCOMES = (
    ("minutes.agreed", "What was agreed about “{topic}” at {meeting}?",
     re.compile(r"(?:(?:It was |We )?(?:[Aa]greed|[Dd]ecided|[Rr]esolved)|Agreement|Consensus|Conclusion|Decision|"
                r"Resolution)(?: (?:is|was))?[:,]? (?:[–-] )?(?P<said>(?:to|that|on)\b.*)")),
    ("minutes.actions", "What action was to be taken on “{topic}” after {meeting}?",
     re.compile(r"(?:Actions?(?: items?)?|AIs?|TODO|To do)\s*[:–-]\s*(?P<said>\w.*)", re.IGNORECASE)),
    ("minutes.step", "What was the next step on “{topic}” after {meeting}?",
     re.compile(r"Next steps?\s*[:–-]\s*(?P<said>\w.*)", re.IGNORECASE)),
)  # fmt: skip
"""The rules by what a note begins with, and how one asks for them."""
POINTING = re.compile(r"\b(?:it|this|that|them|these|those)\b")
EARLIER = re.compile(
    r"\b(?:at|from|in) (?:the )?(?:last|previous|prior)\b|^Agreement with\b|\bproposed\b", re.IGNORECASE
)
"""What was agreed before, or with others."""
MARKS = re.compile(r"\[[^\]]*\]|(?<!\w)@(?=\w)|[`*$]")
"""Marks in the titles of issues: labels in brackets, handles, signs of code."""
HOUSEKEEPING = re.compile(r"\b(?:agenda|label|tag|close|(?:next|another) (?:meeting|week))\b", re.IGNORECASE)
"""What only tells how an item was filed."""
SHORT = 8
"""A note of fewer words that points to something says nothing by itself."""
FEWEST_TOPICS, MOST_TOPICS = 3, 14
"""How many items an agenda has that is asked for as a whole."""
LONGEST_NAME = 3
"""How many words a line has at most that is somebody's name: candidates are no items of an agenda."""
NO_AGENDA = re.compile(
    r"\b(?:last|previous) meeting\b|^\W*(?:minutes|present|attendees)\W*$", re.IGNORECASE | re.MULTILINE
)
"""What shows that lines are not of one agenda: a look back at the last one, the list of those present."""
LONGEST_AGENDA = 60
"""How many words it has at most."""
LONGEST_QUOTE = 1500
"""Code points of the longest passage that is still quoted for it."""


def outcomes(material: Material, meeting: str) -> Iterator[Draft]:
    """Yield what came of each item of an agenda."""
    for item in items(material):
        notes = [(plain(p.doc.original), p) for p in item.notes]
        for rule, phrasing, pattern in OUTCOMES:
            found = [(m["said"], p) for note, p in notes if (m := pattern.fullmatch(note)) is not None]
            said = [text for text, _ in found]
            answer = "; ".join(said)
            if not found or not FEWEST <= len(answer.split()) <= MOST or MARKED.search(answer) or "?" in answer:
                continue
            if EARLIER.search(answer) or HOUSEKEEPING.search(answer) or not is_topic(item.topic):
                continue
            if POINTING.search(answer) and len(answer.split()) < SHORT:
                continue
            first, last = found[0][1], found[-1][1]
            span = (first.start, last.start + len(last.doc.original.rstrip()))
            several = said if len(said) > 1 else None
            question = phrasing.format(topic=item.topic, meeting=meeting)
            yield Draft(
                "list" if several else "what", question, answer, span, value=several, confidence=0.85, rule=rule
            )


def agenda(material: Material, meeting: str) -> Iterator[Draft]:
    """Yield what was on the agenda: the issues that its lines name."""
    lines = [(topic, p) for p in material.parsed.paragraphs if (topic := issue_of(p)) is not None]
    topics = list(dict.fromkeys(squeezed(MARKS.sub("", topic)).rstrip(".") for topic, _ in lines))
    words = sum(len(topic.split()) for topic in topics)
    if not FEWEST_TOPICS <= len(topics) <= MOST_TOPICS or words > LONGEST_AGENDA or any(map(_is_name, topics)):
        return
    first, last = lines[0][1], lines[-1][1]
    span = (first.start, last.start + len(last.doc.original.rstrip()))
    text = material.parsed.article.text
    if span[1] - span[0] > LONGEST_QUOTE or NO_AGENDA.search(text[slice(*span)]):
        return
    question = f"What was on the agenda of {meeting}?"
    yield Draft("list", question, "; ".join(topics), span, value=topics, confidence=0.85, rule="minutes.agenda")


def _is_name(topic: str) -> bool:
    return len(topic.split()) <= LONGEST_NAME and fold(topic.split()[0]) in given_names()
