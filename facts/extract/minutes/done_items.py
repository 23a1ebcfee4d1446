"""What a meeting did, as items below "In other business, the council:" tell it: "approved a budget of £6 million"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from facts.extract.clear import POINTING
from facts.extract.doings.asked import in_report, with_meeting
from facts.extract.draft import Draft, Material, sentence_span
from facts.extract.lists import Bullets, bullets
from facts.model import Kind

_WHO = (
    r"(?P<who>[Mm]embers|[Dd]elegates|[Cc]ouncillors|[Ss]hareholders|[Tt]rustees|[Gg]overnors|[Tt]he (?:two |three )?"
    r"(?:assembly|board|commission|commissioners|committee|conference|congress|council|delegates|delegations|governors|"
    r"leaders|members|ministers|parties|senate|shareholders|sides|synod|trustees))"
)
LEAD_IN = re.compile(rf"(?:.*[.!?] )?(?:In (?:other|further) business,? |Also,? )?{_WHO}(?: also| in particular)?:")
"""A sentence that breaks off behind those of whom the items below tell what they did."""
SENTENCE = re.compile(rf"{_WHO}(?: (?:also|formally|further|then|unanimously))? (?P<item>\w+ed\b.*)", re.IGNORECASE)
"""A sentence that tells by itself what they did."""
DONE = {
    "abolished": "abolish", "accepted": "accept", "adopted": "adopt", "approved": "approve",
    "awarded": "award", "banned": "ban", "cancelled": "cancel", "created": "create", "deferred": "defer",
    "endorsed": "endorse", "established": "establish", "exchanged": "exchange", "extended": "extend",
    "launched": "launch", "outlawed": "outlaw", "postponed": "postpone", "prolonged": "prolong", "put off": "put off",
    "ratified": "ratify", "rejected": "reject", "set up": "set up", "suspended": "suspend", "tabled": "table",
    "took note of": "take note of", "turned down": "turn down", "welcomed": "welcome",
}  # fmt: skip
"""What is done to something, and how a question says it."""
RESOLVED = {
    "agreed": "agree", "decided": "decide", "declined": "decline", "pledged": "pledge", "refused": "refuse",
    "resolved": "resolve", "undertook": "undertake", "voted": "vote",
}  # fmt: skip
"""What is said of what somebody is to do."""
_WITHIN = r"(?<=\d)[.,](?=\d)|(?:(?<=Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec)|(?<=Sept))\.(?= \d)"
"""Signs in a number or in the short name of a month, which end nothing."""
_VOTE = r"\d+[-–]\d+|by [\w-]+ votes to [\w-]+"
ITEM = re.compile(
    rf"(?P<verb>{'|'.join(DONE)})(?:, (?:(?P<by>{_VOTE})|[^,]{{5,40}}),)?(?! (?:by|to|until)\b) "
    rf"(?P<what>(?:(?! (?:because|until (?!the end))\b)[^,;.(]|{_WITHIN})++)(?!, [^,]*, of\b)"
    rf"|(?P<will>{'|'.join(RESOLVED)})(?: (?P<vote>{_VOTE})| unanimously)? to (?P<do>(?:[^,;.(]|{_WITHIN})+)",
    re.IGNORECASE,
)
_WHOM = r"(?P<whom>(?:(?:the|a|an) )?(?:[A-Z][\w’'-]*|of|the|and|&|de)(?: (?:[A-Z][\w’'-]*|of|the|and|&|de|for))*)"
_SAID = rf"(?:[^,;.(]|{_WITHIN})+"
TOLD_OF_WHOM = (
    (re.compile(rf"(?P<verb>admitted|confirmed|readmitted|reappointed|recognised) {_WHOM} as (?P<what>{_SAID})"),
     "Who was {verb} as {what}?", "whom"),
    (re.compile(rf"(?P<verb>awarded|granted) {_WHOM} (?P<what>(?:an?|the) (?:(?!\bto\b)[^,;.(])+)"),
     "Who was {verb} {what}?", "whom"),
    (re.compile(r"(?P<verb>asked|authorised|authorized|directed|instructed|invited|ordered|tasked|urged) "
                r"(?P<whom>(?:(?:the|its) )?[\w’' -]{3,60}?) to (?P<what>(?!the\b|an?\b|its\b)" + _SAID + ")"),
     "What did {who} {base} {whom} to do?", "what"),
)  # fmt: skip
"""What was given to somebody or asked of somebody, how that is asked for, and which part answers."""
BASES = {
    "asked": "ask", "authorised": "authorise", "authorized": "authorize", "directed": "direct",
    "instructed": "instruct", "invited": "invite", "ordered": "order", "tasked": "task", "urged": "urge",
}  # fmt: skip
FATE = re.compile(r" to (?:January|February|March|April|May|June|July|August|September|October|November|December)$")
"""Until when something was put off, which is no part of what was."""
FEWEST = 2
"""How many words what was done has at least."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what those at the article's meeting did and agreed to do, an item each."""
    for found in bullets(material):
        lead = LEAD_IN.fullmatch(" ".join(found.heading.split()))
        if lead is not None:
            yield from _items(material, found, lead["who"].lower())
    for sentence in material.sentences:
        told = SENTENCE.match(" ".join(sentence.span.text.split()))
        if told is not None and not sentence.paragraph.bullet:
            yield from _of_whom(material, told["item"], told["who"].lower(), sentence_span(sentence))


def _items(material: Material, found: Bullets, who: str) -> Iterator[Draft]:
    for item in found.items:
        yield from _of_whom(material, item, who, _span(material, found, item))
    told = [(item, match) for item in found.items if (match := ITEM.match(item)) is not None]
    verbs = Counter((match["verb"] or match["will"]).lower() for _, match in told)
    for item, match in told:
        verb = (match["verb"] or match["will"]).lower()
        answer = FATE.sub("", (match["what"] or match["do"]).strip())
        asked = f"What did {who} {DONE.get(verb) or f'{RESOLVED[verb]} to do'}?"
        question, span = _placed(material, asked), _span(material, found, item)
        if match["vote"] and span and not POINTING.search(answer):
            vote = _placed(material, f"By what vote did {who} decide to {answer}?")
            if vote is not None:
                yield Draft("how", vote, match["vote"].removeprefix("by "), span, rule="tally.listed")
        if match["by"] and span and not POINTING.search(answer):
            vote = _placed(material, f"By what vote did {who} {DONE[verb]} {answer}?")
            if vote is not None:
                yield Draft("how", vote, match["by"].removeprefix("by "), span, rule="tally.listed")
        # Of two things done by one verb no question tells which.
        if verbs[verb] == 1 and question and span and len(answer.split()) >= FEWEST and not POINTING.search(answer):
            yield Draft("what", question, answer, span, confidence=0.85, rule="decision.listed")


def _of_whom(material: Material, item: str, who: str, span: tuple[int, int] | None) -> Iterator[Draft]:
    """ "admitted Norland as an observer", "asked the clerk to write to the county": whom, and to do what."""
    for pattern, phrasing, part in TOLD_OF_WHOM:
        match = pattern.match(item)
        if match is None or span is None:
            continue
        told = {name: " ".join(text.split()) for name, text in match.groupdict().items()}
        verb = told["verb"]
        asked = phrasing.format(who=who, base=BASES.get(verb, verb), **told)
        question, answer = _placed(material, asked), told[part]
        if question is not None and not POINTING.search(answer):
            kind: Kind = "who" if part == "whom" else "what"
            yield Draft(kind, question, answer, span, confidence=0.85, rule="decision.of_whom")


def _placed(material: Material, question: str) -> str | None:
    """A question with the meeting, or the report that tells of it where that has no name."""
    return with_meeting(material, question) if material.meeting_name else in_report(material, question)


def _span(material: Material, found: Bullets, item: str) -> tuple[int, int] | None:
    """The code points of the sentence that an item begins with."""
    start, end = found.span
    sentence = re.split(r"(?<=[a-z\d]\.) (?=[A-Z])", item)[0]
    words = re.search(r"\s+".join(map(re.escape, sentence.split())), material.parsed.article.text[start:end])
    return (start + words.start(), start + words.end()) if words is not None else None
