"""Who was in the chair for a part of a meeting only: one session of several, some items, until another took over."""

from __future__ import annotations

import re

from facts.extract.draft import Material, Sentence, sentence_span
from facts.folding import fold
from facts.parse.clauses import Argument, Clause

FOR_A_PART = re.compile(
    r"[^.;]*?\b(?:until|till|up to|from (?:item|then)|thereafter|at (?:first|the start|the beginning)"
    r"|(?:for|during) (?:items?|(?:the )?(?:part|half|most)|the (?:election|first(?! time)|last(?! time)|latter|opening"
    r"|second(?! time)|rest|remainder)))\b"
    r"|,? (?:for|during|over) (?:the|an?) (?:[\w’'-]+ ){0,4}?"
    r"(?:items?|debates?|discussions?|talks?|votes?|motions?|bills?)\b"
    r"|,? (?:after|once|when)\b|,? at (?:noon|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d)"
    r"|,? while the \w+ (?:dealt|discussed|debated|considered|voted|heard|decided)\b"
)
"""What tells that somebody was in the chair for a part of a meeting."""
LED_APART = frozenset({"debate", "discussion", "workshop"})
"""Nouns of what is led at a meeting and is not all of it, unless that is what it is called."""
PARTS = frozenset(
    """afternoon closed closing earlier evening final first fourth last later latter morning opening preliminary private
    public second third""".split()
)
"""Words that tell one session of a meeting from its others: "the morning session"."""
PART_NOUNS = frozenset({"day", "half", "item", "panel", "part", "plenary", "segment", "session", "sitting"})
"""Nouns of a part of a meeting."""
CHANGED_CHAIR = re.compile(
    r"\b(?:presid(?:ed|ing)|(?:took|taking|handed|yielded|left|vacated|leave|vacate|relinquished) (?:over )?the chair"
    r"|took over(?: as chair\w*)?|chaired|in the chair)\b"
)
"""How a text tells who was in the chair, also for a part."""
IN_CHAIR_TOO = re.compile(r"\bpresided\b|\b(?:handed|left|vacated|took) (?:over )?the chair\b")
"""The same in the sentence that tells who opened the meeting."""


def is_for_a_part(clause: Clause, thing: Argument | None) -> bool:
    """Whether a clause tells that somebody presided over a part of the meeting: "while the board voted"."""
    doc, last = clause.verb.doc, clause.verb.i
    if thing is not None and not clause.passive and thing.start > last:
        last = thing.head.i
    behind = doc.span(last, clause.verb.sent.end).text[len(doc[last].text) :]
    return FOR_A_PART.match(behind) is not None


def is_part(thing: Argument, meeting: str | None) -> bool:
    """Whether what was chaired is one session of several, or a day: "the morning session" of no morning session."""
    noun, named = thing.head.lemma_.lower(), fold(meeting or "").replace("discussions", "discussion").split()
    if noun in LED_APART:
        return not {noun, f"{noun}s"} & set(named)
    if noun not in PART_NOUNS:
        return False
    telling = {t.folded for t in thing.head.doc[thing.start : thing.head.i]} & PARTS
    return bool(telling - set(named))


def has_others(sentence: Sentence, material: Material) -> bool:
    """Whether a text tells elsewhere of somebody in the chair: then who opened the meeting need not have chaired it."""
    opened = sentence_span(sentence)
    others = (s.span.text for s in material.sentences if sentence_span(s) != opened)
    return IN_CHAIR_TOO.search(sentence.span.text) is not None or any(map(CHANGED_CHAIR.search, others))
