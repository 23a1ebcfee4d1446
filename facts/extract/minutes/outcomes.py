"""What came of the items of an agenda: what was agreed, which actions are to be taken, what an item waits for."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Final

from facts.extract.draft import Draft, Material
from facts.extract.minutes.topics import (
    LINK,
    MARKED,
    MARKS,
    MOST,
    RAW,
    is_topic,
    issue_of,
    items,
    plain,
    together,
)
from facts.folding import fold, squeezed
from facts.parse.given_names import given_names


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """A kind of note that says what came of its item: its rule, how one asks, how it is written, its fewest words."""

    rule: str
    question: str
    pattern: re.Pattern[str]
    fewest: int


_BEHIND: Final = (
    r"(?=$|[.;]|,? will\b|, [A-Z][\w’'-]+ (?:to|will) |,? (?:and|but|so) (?:we|will)\b| \("
    r"|(?: in (?:[\w]+ ){0,3}meeting)? today\b)"
)
"""Where a note goes on with what somebody is to do, or to another thing."""
_BEHIND_CLAUSE: Final = r"(?=$|[;]|\. |,? no (?:concerns|objections))"
OUTCOMES: Final = (
    Outcome(
        "minutes.agreed", "What was agreed about “{topic}” at {meeting}?",
        re.compile(r"(?:(?:It was |We )?(?:[Aa]greed|[Dd]ecided|[Rr]esolved)|Agreement|Consensus|Conclusion|Decision|"
                   r"Resolution)(?: (?:is|was))?[:,]? (?:[–-] )?(?P<said>(?:to|that|on)\b.*?)"
                   r"(?:(?:, |\. )[A-Z][\w’'-]+ (?:to|will) .*)?"), 4,
    ),
    Outcome(
        "minutes.actions", "What action was to be taken on “{topic}” after {meeting}?",
        re.compile(r"(?:Actions?(?: items?)?|AIs?|TODO|To do)\s*[:–-]\s*(?P<said>\w.*)", re.IGNORECASE), 5,
    ),
    Outcome(
        "minutes.step", "What was the next step on “{topic}” after {meeting}?",
        re.compile(r"[Nn]ext [Ss]teps?\s*(?:[:–-]\s*|(?:is|are|will be)(?: that (?=[A-Z])| (?=to\b))"
                   r"|(?=[A-Z][\w’-]+ will ))(?P<said>\w.*?)(?:,? (?:and|but|so) (?:we|will)\b.*)?"), 5,
    ),
    Outcome(
        "minutes.needs", "What did “{topic}” still need at the time of {meeting}?",
        re.compile(rf"(?:[Ss]till )?[Nn]eeds? (?P<said>(?!to be\b|to\b)\w.*?){_BEHIND}.*"), 2,
    ),
    Outcome(
        "minutes.waits", "What was “{topic}” waiting for at the time of {meeting}?",
        re.compile(r"(?:(?:[Jj]ust |[Ss]till )?[Ww]aiting|[Bb]locked|[Pp]ending)(?: on| for) "
                   rf"(?P<said>\w.*?){_BEHIND}.*"), 1,
    ),
    Outcome(
        "minutes.status", "What was the status of “{topic}” at the time of {meeting}?",
        re.compile(r"(?:(?:[Aa]lready|[Dd]iscussion|[Hh]as been|[Nn]ow|[Ww]as)(?: been)? )?"
                   r"(?P<said>(?:[Aa]pproved|[Cc]losed|[Cc]ompleted?|[Ff]ixed|[Ll]anded|[Mm]erged"
                   rf"|[Rr]eady to (?:land|merge)|(?:intentionally )?[Tt]abled"
                   rf"|(?:will be )?[Dd]eferred (?:to|until) )(?:[^,.;]*?)){_BEHIND}.*"), 1,
    ),
    Outcome(
        "minutes.response", "What was the response to “{topic}” at {meeting}?",
        re.compile(r"(?:[^.;]*, )?(?P<said>[Nn]o (?:initial )?(?:concerns?|objections?)\b(?=.*?\w{4}).*?)"
                   rf"{_BEHIND}.*"), 2,
    ),
    Outcome(
        "minutes.why", "Why was “{topic}” on the agenda of {meeting}?",
        re.compile(r"(?:(?:It was |[A-Z]\w+ )?(?:[Aa]dded|[Pp]ut)(?: (?:as an? )?FYI)? (?:to|on)|On)(?: the)? agenda "
                   rf"(?P<said>(?:as|because|due to|for|since|so that|to)\b.*?){_BEHIND_CLAUSE}.*", re.IGNORECASE), 2,
    ),
    Outcome(
        "minutes.unspoken", "Why was “{topic}” not discussed at {meeting}?",
        re.compile(r"(?P<said>(?:[Dd]id ?n[o’']t have|[Rr]an out of|[Nn]o) time)\b[^.;,]*"), 3,
    ),
    Outcome(
        "minutes.skipped", "Why was “{topic}” skipped at {meeting}?",
        re.compile(r"(?:[Ss]kip(?:ped|ping)?(?: for now)?)(?:,| as| because| since| due to) (?P<said>[^.;]+)"), 2,
    ),
)  # fmt: skip
"""The kinds of notes by what they begin with."""
EARLIER: Final = re.compile(
    r"\b(?:at|from|in) (?:the )?(?:last|previous|prior)\b|^Agreement with\b|\bproposed\b", re.IGNORECASE
)
"""What was agreed before, or with others."""
LINKED: Final = re.compile(LINK.pattern + r"\s+\w")
"""A link within a note, without which its words are not whole."""
HOUSEKEEPING: Final = re.compile(r"\b(?:agenda|label|tag|close|(?:next|another) (?:meeting|week))\b", re.IGNORECASE)
"""What only tells how an item was filed, if it is said in few words."""
POINTING: Final = re.compile(r"\b(?:it|this|that|them|these|those|happen|update)\b")
SHORT: Final = 8
"""A note of fewer words that points to something, or tells how an item was filed, says nothing by itself."""
FEWEST_TOPICS, MOST_TOPICS = 3, 14
"""How many items an agenda has that is asked for as a whole."""
LONGEST_NAME = 3
"""How many words a line has at most that is somebody's name: candidates are no items of an agenda."""
NO_AGENDA = re.compile(
    r"\b(?:last|previous) meeting\b|^\W*(?:minutes|present|attendees)\W*$", re.IGNORECASE | re.MULTILINE
)
"""What shows that lines are not of one agenda: a look back at the last one, the list of those present."""
LONGEST_AGENDA = 80
"""How many words it has at most."""
LONGEST_QUOTE = 2400
"""Code points of the longest passage that is still quoted for it."""


def outcomes(material: Material, meeting: str) -> Iterator[Draft]:
    """Yield what came of each item of an agenda."""
    for item in items(material):
        if not is_topic(item.topic):
            continue
        notes = [(plain(p.doc.original), p) for p in item.notes if not LINKED.search(p.doc.original)]
        for kind in OUTCOMES:
            found = [(squeezed(m["said"]), p) for note, p in notes if (m := kind.pattern.fullmatch(note)) is not None]
            if found and _tells("; ".join(said for said, _ in found), kind.fewest):
                question = kind.question.format(topic=item.topic, meeting=meeting)
                yield together(question, found, kind.rule, 0.85)


def _tells(answer: str, fewest: int) -> bool:
    """Whether what came of an item is an answer by itself."""
    words = len(answer.split())
    if not fewest <= words <= MOST or MARKED.search(answer) or "?" in answer:
        return False
    if EARLIER.search(answer) or RAW.search(answer):
        return False
    return words >= SHORT or not (POINTING.search(answer) or HOUSEKEEPING.search(answer))


def agenda(material: Material, meeting: str) -> Iterator[Draft]:
    """Yield what was on the agenda: the issues that its lines name."""
    issues = ((issue_of(paragraph), paragraph) for paragraph in material.parsed.paragraphs)
    lines = [(topic, paragraph) for topic, paragraph in issues if topic and not _is_task(topic)]
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


def _is_task(topic: str) -> bool:
    """Whether a line with a number tells what somebody is to do: "Ada to open an issue: #12"."""
    first, _, rest = topic.partition(" ")
    return rest.startswith(("to ", "will ")) and fold(first) in given_names()
