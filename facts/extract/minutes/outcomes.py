"""What notes on the items of an agenda begin by: what was agreed, proposed, asked, is needed; how things stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material
from facts.extract.minutes.topics import ANNOUNCED, FEWEST, MARKED, MOST, is_topic, issue_of, items, plain, sections
from facts.folding import fold, squeezed
from facts.parse.given_names import given_names
from facts.parse.parser import Paragraph

OUTCOMES = (
    ("minutes.agreed", "What was agreed about “{topic}” at {meeting}?",
     re.compile(r"(?:(?:It was |We )?(?:[Aa]greed|[Dd]ecided|[Rr]esolved)|Agreement|Consensus|Conclusion|Decision|"
                r"Resolution)(?: (?:is|was))?[:,]? (?:[–-] )?(?P<said>(?:to|that|on)\b.*)"
                r"|(?:Agreed|Conclusion|Decided|Decision|Resolved): (?P<more>\w.*)")),
    ("minutes.actions", "What action was to be taken on “{topic}” after {meeting}?",
     re.compile(r"(?:Actions?(?: items?)?|AIs?|TODO|To do)\s*[:–-]\s*(?P<said>\w.*)", re.IGNORECASE)),
    ("minutes.step", "What was the next step on “{topic}” after {meeting}?",
     re.compile(r"(?:The )?next steps?(?: is| are|\s*[:–-])\s+(?P<said>\w.*)", re.IGNORECASE)),
    ("minutes.planned", "What was to be done about “{topic}” after {meeting}?",
     re.compile(r"[Ww]ill (?P<said>(?!be |have |need |not |re(?:quire|visit) |see )[a-z].*)")),
    ("minutes.plan", "What was the plan for “{topic}” at the time of {meeting}?",
     re.compile(r"(?:The |current )*plan(?:ning)?(?: is| was)? (?P<said>(?:for|to)\b.*)", re.IGNORECASE)),
    ("minutes.needed", "What was still needed for “{topic}” at the time of {meeting}?",
     re.compile(r"(?:(?:it |we )?still )?needs? (?P<said>(?!for )\w.*)", re.IGNORECASE)),
    ("minutes.waiting", "What was being waited for on “{topic}” at the time of {meeting}?",
     re.compile(r"(?:(?:still|just|currently) )?waiting (?:on|for) (?P<said>\w.*)", re.IGNORECASE)),
    ("minutes.proposed", "What was proposed about “{topic}” at {meeting}?",
     re.compile(r"(?:The )?(?:proposal|suggestion)(?: is| was|:)(?: now)? (?P<said>\w.*)"
                r"|(?:proposed|suggest(?:ed|ing)?) (?P<more>(?:that|to)\b.*)", re.IGNORECASE)),
    ("minutes.recommended", "What was recommended about “{topic}” at {meeting}?",
     re.compile(r"recommend(?:ation|ed|s)?(?: is| was)?:? (?P<said>\w.*)", re.IGNORECASE)),
    ("minutes.asked", "What was asked for about “{topic}” at {meeting}?",
     re.compile(r"ask(?:ed|ing)? (?P<said>that\b.*)|ask(?:ed|ing)? for (?P<more>\w.*)", re.IGNORECASE)),
    ("minutes.discussed", "What was discussed about “{topic}” at {meeting}?",
     re.compile(r"discuss(?:ed|ing|ion)(?: is| was)?(?: (?:about|around|of|on))? "
                r"(?P<said>(?!a few|again|and |at |by |continue|in |last |lots?\b|on |this |today|will |with )"
                r"\w.*?)(?:, [A-Z]\w+ (?:to|will) .*)?",
                re.IGNORECASE)),
    ("minutes.open", "What was left open about “{topic}” at {meeting}?",
     re.compile(r"(?:(?:left |still )?open|outstanding|unresolved)(?: issues?| points?| questions?)?\s*[:–-]\s*"
                r"(?P<said>\w.*)", re.IGNORECASE)),
    ("minutes.concern", "What concern was raised about “{topic}” at {meeting}?",
     re.compile(r"(?P<said>(?:(?:some|one|the|main) )*(?:concerns?|objections?) .*)", re.IGNORECASE)),
    ("minutes.received", "How was “{topic}” received at {meeting}?",
     re.compile(r"(?P<said>no (?:(?:major|new|other) )?(?:concerns?|disagreements?|objections?|opposition)\b.*)",
                re.IGNORECASE)),
    ("minutes.question", "What question was raised about “{topic}” at {meeting}?",
     re.compile(r"(?:(?:the|one|main|remaining|open) )*question (?:is|was)(?: then)?:? (?P<said>(?!not )\w.*)",
                re.IGNORECASE)),
    ("minutes.work", "What was being worked on for “{topic}” at the time of {meeting}?",
     re.compile(r"(?:(?:still|currently|now) )?working (?:on|through) (?P<said>\w.*)", re.IGNORECASE)),
    ("minutes.state", "How did things stand with “{topic}” at the time of {meeting}?",
     re.compile(r"(?P<said>(?:(?:draft|board|new|the|first|still|now|almost|making) )*(?:approved|blocked|complete|"
                r"done|in progress|in review|landed|merged|moving|on hold|on track|PRs?(?: \d)?|progress\w*|ready|"
                r"stalled|votes?|voting)\b.*)", re.IGNORECASE)),
)  # fmt: skip
"""The rules by what a note begins with, and how one asks for them."""
POINTING = re.compile(r"\b(?:it|this|that|them|these|those)\b")
EARLIER = re.compile(
    r"\b(?:at|from|in) (?:the )?(?:last|previous|prior)\b|^Agreement with\b|\bproposed\b", re.IGNORECASE
)
"""What was agreed before, or with others."""
HOUSEKEEPING = re.compile(r", done$|\b(?:agenda|label|tag|close|(?:next|another) (?:meeting|week))\b", re.IGNORECASE)
"""What only tells how an item was filed."""
SHORT = 8
"""A note of fewer words that points to something says nothing by itself."""
FEWEST_TOPICS, FEWEST_OF_PART, MOST_TOPICS = 3, 2, 14
"""How many items an agenda that is asked for has: at least, at least under one of its headings, at most."""
LONGEST_NAME = 3
"""How many words a line has at most that is somebody's name: candidates are no items of an agenda."""
REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
"""A heading that names whose issues stand below it."""
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
    for item in (*items(material), *(s for s in sections(material) if fold(s.topic) not in ANNOUNCED)):
        notes = [(plain(p.doc.original), p) for p in item.notes]
        for rule, phrasing, pattern in OUTCOMES:
            found = [(m[m.lastgroup or "said"], p) for note, p in notes if (m := pattern.fullmatch(note)) is not None]
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
    """Yield what was on the agenda, the issues that its lines name, and which of them under each of its headings."""
    groups: dict[str, list[tuple[str, Paragraph]]] = {}
    heading = ""
    for paragraph in material.parsed.paragraphs:
        topic = issue_of(paragraph)
        if topic is not None:
            groups.setdefault(heading, []).append((squeezed(topic).rstrip("."), paragraph))
        elif not paragraph.bullet:
            heading = squeezed(paragraph.doc.original)
    whole = [line for lines in groups.values() for line in lines]
    found = _listed(material, whole, FEWEST_TOPICS, f"What was on the agenda of {meeting}?")
    if found is not None:
        yield found
    for heading, lines in groups.items():
        question = f"Which issues of {heading} were on the agenda of {meeting}?"
        named = REPOSITORY.fullmatch(heading) and (found is None or len(lines) < len(whole))
        part = _listed(material, lines, FEWEST_OF_PART, question) if named else None
        if part is not None:
            yield part


def _listed(material: Material, lines: list[tuple[str, Paragraph]], fewest: int, question: str) -> Draft | None:
    """The topics of some lines of an agenda; None where they are too few, too many, or stand too far apart."""
    topics = list(dict.fromkeys(topic for topic, _ in lines))
    words = sum(len(topic.split()) for topic in topics)
    if not fewest <= len(topics) <= MOST_TOPICS or words > LONGEST_AGENDA or any(map(_is_name, topics)):
        return None
    first, last = lines[0][1], lines[-1][1]
    span = (first.start, last.start + len(last.doc.original.rstrip()))
    text = material.parsed.article.text
    if span[1] - span[0] > LONGEST_QUOTE or NO_AGENDA.search(text[slice(*span)]):
        return None
    return Draft("list", question, "; ".join(topics), span, value=topics, confidence=0.85, rule="minutes.agenda")


def _is_name(topic: str) -> bool:
    return len(topic.split()) <= LONGEST_NAME and fold(topic.split()[0]) in given_names()
