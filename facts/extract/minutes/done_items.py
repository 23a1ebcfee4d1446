"""What a meeting did, as items below "In other business, the council:" tell it: "approved a budget of £6 million"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from facts.extract.clear import POINTING
from facts.extract.doings.asked import with_meeting
from facts.extract.draft import Draft, Material
from facts.extract.lists import Bullets, bullets

LEAD_IN = re.compile(
    r"(?:.*[.!?] )?(?:In (?:other|further) business,? |Also,? )?"
    r"(?P<who>[Mm]embers|[Dd]elegates|[Cc]ouncillors|[Tt]he (?:two |three )?(?:assembly|board|commission|committee|"
    r"conference|congress|council|delegates|delegations|leaders|members|ministers|parties|sides|synod))(?: also)?:"
)
"""A sentence that breaks off behind those of whom the items below tell what they did."""
DONE = {
    "abolished": "abolish", "accepted": "accept", "adopted": "adopt", "approved": "approve",
    "awarded": "award", "banned": "ban", "cancelled": "cancel", "created": "create", "deferred": "defer",
    "endorsed": "endorse", "established": "establish", "exchanged": "exchange", "launched": "launch",
    "outlawed": "outlaw", "postponed": "postpone", "ratified": "ratify", "rejected": "reject", "set up": "set up",
    "suspended": "suspend", "turned down": "turn down",
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
    rf"(?P<verb>{'|'.join(DONE)})(?! to) (?P<what>(?:(?! (?:because|until)\b)[^,;.(]|{_WITHIN})+)"
    rf"|(?P<will>{'|'.join(RESOLVED)})(?: (?P<vote>{_VOTE})| unanimously)? to (?P<do>(?:[^,;.(]|{_WITHIN})+)",
    re.IGNORECASE,
)
FATE = re.compile(r" to (?:January|February|March|April|May|June|July|August|September|October|November|December)$")
"""Until when something was put off, which is no part of what was."""
FEWEST = 2
"""How many words what was done has at least."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what those at the article's meeting did and agreed to do, an item each."""
    if material.meeting_name is None:
        return
    for found in bullets(material):
        lead = LEAD_IN.fullmatch(" ".join(found.heading.split()))
        if lead is not None:
            yield from _items(material, found, lead["who"][:1].lower() + lead["who"][1:])


def _items(material: Material, found: Bullets, who: str) -> Iterator[Draft]:
    told = [(item, match) for item in found.items if (match := ITEM.match(item)) is not None]
    verbs = Counter((match["verb"] or match["will"]).lower() for _, match in told)
    for item, match in told:
        verb = (match["verb"] or match["will"]).lower()
        answer = FATE.sub("", (match["what"] or match["do"]).strip())
        asked = f"What did {who} {DONE.get(verb) or f'{RESOLVED[verb]} to do'}?"
        question, span = with_meeting(material, asked), _span(material, found, item)
        if match["vote"] and span and not POINTING.search(answer):
            vote = with_meeting(material, f"By what vote did {who} decide to {answer}?")
            if vote is not None:
                yield Draft("how", vote, match["vote"].removeprefix("by "), span, rule="tally.listed")
        # Of two things done by one verb no question tells which.
        if verbs[verb] == 1 and question and span and len(answer.split()) >= FEWEST and not POINTING.search(answer):
            yield Draft("what", question, answer, span, confidence=0.85, rule="decision.listed")


def _span(material: Material, found: Bullets, item: str) -> tuple[int, int] | None:
    """The code points of the sentence that an item begins with."""
    start, end = found.span
    sentence = re.split(r"(?<=[a-z\d]\.) (?=[A-Z])", item)[0]
    words = re.search(r"\s+".join(map(re.escape, sentence.split())), material.parsed.article.text[start:end])
    return (start + words.start(), start + words.end()) if words is not None else None
