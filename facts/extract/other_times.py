"""Numbers of another time than a question says: "the year before, the club had taken in £45,100"."""

from __future__ import annotations

import re
from typing import Final

from facts.extract.draft import Draft, Material

COUNTING: Final = frozenset({"amount", "count"})
"""Families whose answers are numbers, each of its own time."""
AGES: Final = frozenset({"count.age", "count.aged"})
"""Rules of numbers that are those of their people at any time."""
PERFECT: Final = re.compile(
    r"\bhad (?:\w+ ){0,2}?(?:\w+(?:ed|en|wn)|been|brought|come|cost|had|held|made|met|paid|sold|spent|taken)\b"
)
"""What tells of a time before that of which the text tells: "four of the nine had reported sick"."""
_PERIOD: Final = r"(?:decade|fortnight|half|month|period|quarter|season|term|week|year)"
PERIOD: Final = re.compile(
    rf"\b(?:the (?:{_PERIOD}|day) before|\w+ (?:{_PERIOD}|decade)s? (?:ago|before(?! [A-Z])|earlier)"
    rf"|(?:last|next|each|every|that) {_PERIOD}|the (?:coming|following|next|preceding|previous|prior|same) {_PERIOD}"
    rf"|(?:first|second|third|fourth|final|last) (?:half|quarter|\w+ months)|in the {_PERIOD} to"
    rf"|(?:until|by) then|at the time|so far|in (?:its|his|her|their) (?:first|last) {_PERIOD})\b",
    re.IGNORECASE,
)
"""What tells of when a number was or will be."""
SO_FAR: Final = re.compile(r"\bso far\b", re.IGNORECASE)
AS_REPORTED: Final = re.compile(r"[^?,]*\b(?:has|have)\b[^?]*, according to ")
"""A question for what has been done by the time of a report that it names."""
LATER: Final = re.compile(
    r"(?:A|An|One|Two|Three|Some|Several) (?:days?|weeks?|months?|years?) (?:after|before|earlier|later)\b"
)
"""How a sentence begins that tells of another day than the one before it did."""
MET: Final = re.compile(r"Who(?:m)? (?:did [^?]+ )?me(?:e)?t\b[^?]*, according to ")
"""A question for who met whom, of which only the report tells when."""
YEAR: Final = re.compile(r"\b\d{4}\b")


def is_of_another_time(draft: Draft, material: Material) -> bool:
    """Whether the sentence of a number tells its time and the question does not: "last year", "in the first half".

    Or that of a meeting: "A week after the vote, the mayor met with pilots".
    """
    said = material.parsed.article.text[slice(*draft.span)]
    if LATER.match(said) and MET.match(draft.question):
        return True
    if draft.rule.partition(".")[0] not in COUNTING or draft.rule in AGES:
        return False
    asked = draft.question.partition(", according to")[0]
    asked = asked.replace(material.full_name or "?", "").replace(material.label or "?", "")
    if PERFECT.search(said) and " had " not in asked and YEAR.search(asked) is None:
        return True
    if AS_REPORTED.match(draft.question):
        said = SO_FAR.sub("", said)
    told = PERIOD.search(said)
    return told is not None and YEAR.search(asked) is None and told[0].lower() not in asked.lower()
