"""Of a change "from eight to ten hours" the side that is asked for: before the change it is eight, after it ten."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.difference_asked import asks_difference
from bot.question.tokens import content_terms
from facts.dates import tense_at
from facts.expressions import expression
from facts.months import MONTHS

_NUMBER: Final = rf"(?!(?:19|20)\d\d\b){COUNT}(?: (?:hundred|thousand|million|billion)| ?%| per ?cent\b)?"
_NO_DAY: Final = rf"(?! ?(?:{'|'.join(MONTHS)}|[ap]\.?m\b|o['’]clock))"
_THEN: Final = (
    r"(?: (?:in|during|last|the) (?:[a-z]+ ){0,3}?"
    rf"(?:quarter|half|year|month|week|spring|summer|autumn|winter|{'|'.join(MONTHS)}|(?:19|20)\d\d)(?: \d{{4}})?)?"
)
"""When it was so before a change: "in the third quarter"."""
_CHANGE: Final = expression(
    r"\b(?P<ahead>(?:[\w’'-]+ ){0,3})(?P<verb>lengthen|shorten|extend|rais|ris|rose|cut|reduc|increas|lower|fall|fell|"
    r"drop|gr[eo]w|went|go(?:es|ing)?|put up|widen|expand|shr[aiu]nk|chang|mov|climb|decreas|narrow|bring|brought)"
    rf"(?P<ending>\w*)\b[^,;:.]{{0,60}}? from (?P<before>{_NUMBER}){_NO_DAY}(?: [\w’'-]+){{0,3}}?(?P<then>{_THEN}) "
    rf"to (?P<after>{_NUMBER}(?P<unit>(?: "
    r"(?!(?:a|after|and|as|at|but|by|for|from|if|in|last|next|on|or|over|since|the|this|to|under|when|with)\b)"
    rf"[a-z][\w’'-]*){{0,2}})){_NO_DAY}",
    re.IGNORECASE,
)
"""How much something was before a change, and after it."""
_RISEN: Final = expression(
    r"\b(?P<ahead>(?:[\w’'-]+ ){0,3})(?P<verb>ris|rose|fall|fell|cut|rais|reduc|increas|lower|drop|gr[eo]w|went|gone|"
    rf"climb|shr[aiu]nk|chang)(?P<ending>\w*)\b[^,;:.]{{0,40}}? to (?P<after>[£$€]?{_NUMBER}"
    rf"(?P<unit>(?: [a-z]+){{0,2}}?)){_NO_DAY},? (?:up |down )?from (?P<before>[£$€]?{_NUMBER}){_NO_DAY}"
    rf"(?P<then>{_THEN})",
    re.IGNORECASE,
)
"""The same told the other way round: "risen to 9 million crowns from 7 million"."""
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
_ASKS_NEXT: Final = expression(
    r"\b(?:will|shall|would|going to|in (?:the )?future|to be|new|"
    rf"(?:from|as of|starting) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:next|{'|'.join(MONTHS)}))\b",
    re.IGNORECASE,
)
_ASKS_BEFORE: Final = expression(
    r"\b(?:before|until (?:now|then)|previous(?:ly)?|formerly|used to|original(?:ly)?|old|supposed to|at first|"
    r"(?:first|initially) (?:planned|meant|due|estimated|budgeted))\b",
    re.IGNORECASE,
)
_ASKS_IN_VAIN: Final = expression(r"\b(?:should|was|were|ought)\b[^?]{0,60}? have (?:been|\w+ed)\b")
"""How it is asked when something was to be that was not then."""
_ONCE_MEANT: Final = expression(r"\b(?:first|had|initial\w*|original\w*|was|were)\b")
_BECAME: Final = expression(
    r"\b(?:(?:is|are) now (?:planned|due|expected|scheduled|set|meant)|(?:put off|postponed|delayed|moved|put back) "
    r"(?:to|until|till))\b",
    re.IGNORECASE,
)
"""What tells what took the place of a plan."""
_BY_HOW_MUCH: Final = expression(r"\bby how (?:much|many)\b", re.IGNORECASE)
_WANTED: Final = expression(r"\b(?:want|seek|demand|call|ask|propos)\w*\b[^;.]*\b(?:an?|the) $", re.IGNORECASE)
"""What stands before a change that is a noun and not done: "wants a cut"."""
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
    """
    change = _told(question, sentence)
    if change is None or _ASKS_CHANGE.search(question.text):
        return span
    before, after = change.span("before"), change.span("after")
    side = _side_asked(question.text, change)
    if side is None or not (overlap(span, before) and overlap(span, after)):
        return span
    return before if side == "before" else after


def is_other_number(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the number at a span of a sentence is of the other side of a change than a question asks for, or of
    either where the difference is asked for; or a day is what a plan became or is still to come, and when something
    was to have been is asked for.

    >>> from bot.question import read
    >>> told = "The cost has risen to 9 million crowns from 7 million."
    >>> asked = "What was it supposed to cost?", "By how much did it rise?", "What does it cost?"
    >>> [is_other_number(read(each), told, (22, 38)) for each in asked]
    [True, True, False]
    >>> told = "Takings fell from 9 crowns in the third quarter to 7 crowns."
    >>> [is_other_number(read(f"Takings{when}"), told, (51, 59)) for when in (" in the third quarter", "")]
    [True, False]
    """
    if _ASKS_BEFORE.search(question.text) and _BECAME.search(sentence, 0, span[0]):
        return question.analysis.answer_type in {"when", *_AMOUNTS}
    if question.analysis.answer_type == "when" and _ASKS_IN_VAIN.search(question.text):
        return tense_at(sentence, *span) == "future" and _ONCE_MEANT.search(sentence, 0, span[0]) is None
    change = _told(question, sentence)
    if change is None:
        return False
    on_before, on_after = overlap(span, change.span("before")), overlap(span, change.span("after"))
    if on_before == on_after:
        return False
    if _BY_HOW_MUCH.search(question.text) or asks_difference(question.text):
        return True
    if _ASKS_CHANGE.search(question.text):
        return False
    then = content_terms(change["then"])
    if then and then <= {word.term for word in question.tokens}:
        return on_after
    return _side_asked(question.text, change) == ("after" if on_before else "before")


def _told(question: Question, sentence: str) -> re.Match[str] | None:
    """The first change that a sentence tells from one number to another, where a question may ask for an amount."""
    if question.analysis.answer_type not in {None, *_AMOUNTS}:
        return None
    return _CHANGE.search(sentence) or _RISEN.search(sentence)


def _side_asked(text: str, change: re.Match[str]) -> str | None:
    """Which side of a change a question asks for; None where it does not say, or not whether the change is done."""
    if _ASKS_BEFORE.search(text):
        return "before"
    if _ASKS_NEXT.search(text):
        return "after"
    if not _ASKS_NOW.search(text) or _DECIDED.search(change["ahead"]):
        return None
    verb = change["verb"].lower() + change["ending"]
    ahead = change.string[: change.start("verb")]
    if _TO_COME.search(change["ahead"]) or verb in _COMES or _WANTED.search(ahead):
        return "before"
    return "after" if verb in _DONE else None
