"""Whose votes of a score they are: of "beat Bo Lusk by 41 votes to 25" his are 25."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_ASKS: Final = expression(
    r"\bhow many votes (?:(?:did|has|had|have|does) (?P<who>[^?]{2,60}?) (?:get|got|receive|poll|win|won|take|attract|"
    r"secure|garner|draw|gain)\w*\b|(?:were|was) (?:there )?(?:cast )?for (?P<for>[^?]{2,60})"
    r"|went to (?P<to>[^?]{2,60}))",
    re.IGNORECASE,
)
_BEATEN: Final = expression(
    r"\b(?:beat(?:ing|s|en)?|defeat(?:ed|ing|s)?|oust(?:ed|ing|s)?|unseat(?:ed|ing|s)?|over|against|ahead of|"
    r"prefer(?:red|ring|s)? [^,;.]{1,60}? to) (?P<loser>[^;.]{1,80}?)(?: by| with|,) "
    rf"(?P<more>{COUNT})(?: votes?)?(?: to |[-–](?:to[-–])?)(?P<less>{COUNT})(?: votes?)?",
    re.IGNORECASE,
)
"""Who lost, with the score."""


def own_votes(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or of the score that they are of the number of whom a question asks about.

    >>> from bot.question import read
    >>> told = "Ada Wren beat Bo Lusk by 41 votes to 25."
    >>> [told[slice(*own_votes(read(f"How many votes did {who} get?"), told, (25, 27)))] for who in ("Wren", "Lusk")]
    ['41', '25']
    """
    asked = _ASKS.search(question.text)
    for found in _BEATEN.finditer(sentence) if asked else ():
        if asked is None or not overlap(span, (found.start("more"), found.end("less"))):
            continue
        who = content_terms(asked["who"] or asked["for"] or asked["to"])
        lost, won = who & content_terms(found["loser"]), who & content_terms(sentence[: found.start("loser")])
        if bool(lost) != bool(won):
            return found.span("less" if lost else "more")
    return span
