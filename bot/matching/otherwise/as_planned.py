"""What was planned beside what is: of "a deficit of £6 million against a planned deficit of £5 million" the deficit is
6, and the target of "missed the 18-minute target" 18 minutes."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_PLANNED: Final = (
    r"(?:planned|budgeted|forecast|expected|projected|predicted|estimated|targeted|target|anticipated|original)"
)
_SUM: Final = rf"{COUNT}(?: (?:hundred|thousand|million|billion|tonnes|per ?cent)|%)?"
_AGAINST_PLAN: Final = expression(
    rf"\b(?P<noun>[a-z]{{3,}}) (?:of|at|was|stood at|reached|came to) (?P<is>{_SUM})[^;.]*?"
    rf"\b(?:against|compared (?:with|to)|versus|than|instead of|not) (?:an?|the|its|their) {_PLANNED} "
    rf"(?P<same>[a-z]{{3,}})(?: of| at)? (?P<plan>{_SUM})"
)
_ASKS_PLAN: Final = expression(
    rf"\b{_PLANNED}\b|\b(?:plan|budget|forecast|expect|project|predict|target|should|suppose|meant|aim)", re.IGNORECASE
)
_LIMIT: Final = r"target|limit|deadline|cap|ceiling|threshold|quota|ban|majority|discount|surcharge"
_ASKS_LIMIT: Final = expression(
    rf"\b(?:what(?:['’]?s| is| was| are| were)?|which|how (?:long|high|much|big|large)(?: is| was)?)"
    rf"(?: (?:the|its|their))?(?: [\w-]+){{0,3}}? (?P<limit>{_LIMIT})\b"
    rf"|^\W*(?P<bare>{_LIMIT})\b(?! (?:for|of) (?:when|who))",
    re.IGNORECASE,
)
_LIMITED: Final = rf"\b(?P<number>{COUNT}[- ](?:[a-z]+|%)) (?:[a-z]+ )?{{limit}}\b"


def own_actual(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or of what was planned and what is the one that a question asks for.

    >>> from bot.question import read
    >>> told = "It had a loss of 9 crowns against a planned loss of 7 crowns."
    >>> [told[slice(*own_actual(read(f"What was the {loss}?"), told, (52, 60)))] for loss in ("loss", "planned loss")]
    ['9', '7 crowns']
    """
    for found in _AGAINST_PLAN.finditer(sentence):
        if stem(found["noun"]) != stem(found["same"]) or stem(found["noun"]) not in question.analysis.terms:
            continue
        wanted, other = ("plan", "is") if _ASKS_PLAN.search(question.text) else ("is", "plan")
        if overlap(span, found.span(other)):
            return found.span(wanted)
    return span


def own_limit(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or what it tells a limit or target to be that a question asks for.

    >>> from bot.question import read
    >>> told = "Ada Wren, clerk since 2031, hailed the 18-minute target."
    >>> told[slice(*own_limit(read("What is the target time?"), told, (22, 26)))]
    '18-minute'
    """
    asked = _ASKS_LIMIT.search(question.text)
    if asked is None or question.analysis.answer_type in ("who", "where", "yes_no", "why"):
        return span
    limit = (asked["limit"] or asked["bare"]).lower()
    told = list(re.finditer(_LIMITED.format(limit=limit), sentence, re.IGNORECASE))
    if len(told) != 1 or limit in sentence[slice(*span)].lower() or overlap(span, told[0].span("number")):
        return span
    return told[0].span("number") if not content_terms(sentence[slice(*span)]) & {stem(limit)} else span
