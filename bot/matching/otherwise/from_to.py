"""Of a change "from eight to ten hours" the side that is asked for: before the change it is eight, after it ten."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import overlap
from bot.question import Question
from facts.expressions import expression
from facts.months import MONTHS

_NUMBER: Final = rf"(?!(?:19|20)\d\d\b){COUNT}(?: (?:hundred|thousand|million|billion)| ?%| per ?cent\b)?"
_NO_DAY: Final = rf"(?! ?(?:{'|'.join(MONTHS)}|[ap]\.?m\b|o['’]clock))"
_CHANGE: Final = expression(
    r"\b(?P<ahead>(?:[\w’'-]+ ){0,3})(?P<verb>lengthen|shorten|extend|rais|ris|rose|cut|reduc|increas|lower|fall|fell|"
    r"drop|gr[eo]w|went|go(?:es|ing)?|put up|widen|expand|shr[aiu]nk|chang|mov|climb|decreas|narrow|bring|brought)"
    rf"(?P<ending>\w*)\b[^,;:.]{{0,60}}? from (?P<before>{_NUMBER}){_NO_DAY}(?: [\w’'-]+){{0,3}}? "
    rf"to (?P<after>{_NUMBER}(?P<unit>(?: "
    r"(?!(?:a|after|and|as|at|but|by|for|from|if|in|last|next|on|or|over|since|the|this|to|under|when|with)\b)"
    rf"[a-z][\w’'-]*){{0,2}})){_NO_DAY}",
    re.IGNORECASE,
)
"""How much something was before a change, and after it."""
_TURNED: Final = expression(
    r"\b(?P<ahead>(?:[\w’'-]+ ){0,3})(?P<verb>lengthen|shorten|extend|rais|ris|rose|cut|reduc|increas|lower|fall|fell|"
    r"drop|gr[eo]w|went|up|down|climb|decreas)"
    rf"(?P<ending>\w*) to (?P<after>{_NUMBER}(?: [a-z]+)?),? from (?P<before>{_NUMBER}(?P<unit>)){_NO_DAY}",
    re.IGNORECASE,
)
"""The same with the level first: "has risen to £9 from £7"."""
_WANTED: Final = expression(
    r"\b(?:ask|call|demand|hop|plan|press|propos|push|seek|urg|want|wish)\w*\b[^.;:]*$", re.IGNORECASE
)
"""What makes a change that stands behind it one that is not done."""
_TO_COME: Final = expression(
    r"\b(?:to|will|would|shall|may|might|could|should|plans? (?:for|on|of)) (?:\w+ly )?(?:be )?$", re.IGNORECASE
)
"""What stands before a verb of change that is still to be done, or only wanted."""
_DECIDED: Final = expression(r"\b(?:agreed|decided|voted|resolved)\b", re.IGNORECASE)
"""By what a change may be done by now, or still to come."""
_DONE: Final = frozenset(
    "brought cut dropped expanded extended fell grew grown increased lengthened lowered moved "
    "narrowed raised reduced rose shortened shrank shrunk went widened climbed changed decreased risen fallen".split()
)
"""Forms that tell a change as done, where nothing else tells it as to come."""
_COMES: Final = frozenset("climbs drops falls goes grows increases raises rises".split())
_ASKS_NOW: Final = expression(
    r"\b(?:is|are|do|does|has|have|costs?|now|today|currently|at present|at the moment|still)\b"
)
_ASKS_NEXT: Final = expression(r"\b(?:will|shall|would|going to|in (?:the )?future|to be|new)\b", re.IGNORECASE)
_ASKS_BEFORE: Final = expression(
    r"\b(?:before|until (?:now|then)|previous(?:ly)?|formerly|used to|original(?:ly)?|initial(?:ly)?|"
    r"at first|supposed to|meant to|old)\b",
    re.IGNORECASE,
)
_ASKS_CHANGE: Final = expression(
    r"\b(?:by how|chang\w*|from what|differ\w*|more|less|fewer|longer|shorter|if|plan\w*|propos\w*|want\w*)\b",
    re.IGNORECASE,
)
_AMOUNTS: Final = frozenset({"how", "how_many", "what", "which"})


def own_side(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or where it has both numbers of a change, that which is of the time asked about.

    >>> from bot.question import read
    >>> told = "The guild wants to lengthen shifts from eight to ten hours."
    >>> [told[slice(*own_side(read(f"How long {so}?"), told, (40, 58)))] for so in ("are shifts", "will shifts be")]
    ['eight', 'ten hours']
    >>> told = "Its cost has risen to £9 million from £7 million."
    >>> asked = read("What was it supposed to cost?"), read("What does it cost?")
    >>> [told[slice(*own_side(each, told, (22, 32)))] for each in asked]
    ['£7 million', '£9 million']
    """
    change = _CHANGE.search(sentence) or _TURNED.search(sentence)
    if change is None or question.analysis.answer_type not in _AMOUNTS or _ASKS_CHANGE.search(question.text):
        return span
    before, after = change.span("before"), change.span("after")
    side = _side_asked(question.text, change)
    if side is None or not overlap(span, after) or not (side == "before" or overlap(span, before)):
        return span
    return before if side == "before" else after


def _side_asked(text: str, change: re.Match[str]) -> str | None:
    """Which side of a change a question asks for; None where it does not say, or not whether the change is done."""
    if _ASKS_BEFORE.search(text):
        return "before"
    if _ASKS_NEXT.search(text):
        return "after"
    if not _ASKS_NOW.search(text) or _DECIDED.search(change["ahead"]):
        return None
    verb = change["verb"].lower() + change["ending"]
    if _TO_COME.search(change["ahead"]) or verb in _COMES or _WANTED.search(change.string[: change.start("verb")]):
        return "before"
    return "after" if verb in _DONE else None
