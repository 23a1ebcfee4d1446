"""The place of what a meeting dealt with is not its own: talks that "covered the consulate in Tarn" were not held
there, nor was a session that somebody missed "who was in Osmark"."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.cues import EVENT_TERMS, IDLE_TERMS, MEETING_TERMS
from bot.question.tokens import content_terms
from facts.expressions import expression

_ASKS_VENUE: Final = expression(r"\b(?:venue|meeting place|location)\b", re.IGNORECASE)
_DEALS_WITH: Final = expression(
    r"\b(?:cover(?:ed|ing)|discuss(?:ed|ing)|address(?:ed|ing)|concern(?:ed|ing)|debat(?:ed|ing)|consider(?:ed|ing)|"
    r"focus(?:ed|ing) on|(?:agreed|decided|resolved|voted) (?:not )?to|(?:approv|adopt|reject|endors)(?:ed|ing)|"
    r"call(?:ed|ing) for|learned of|heard about)\b"
)
"""What stands before a matter of a meeting."""
_PART: Final = expression(r", (?:and )?(?:to )?| and (?:to )?")
_WAS_AWAY: Final = expression(
    r"(?P<who>[A-Z][\w’'-]+)(?: (?:himself|herself|themselves))?, who (?:is|was|were|are|had been) "
    r"(?:then |still |away )?(?:in|at)(?: the)? $"
)


def is_place_of_matter(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks where a meeting was, and the place at a span of a sentence is that of a matter it dealt
    with or of somebody who was elsewhere.

    >>> from bot.question import read
    >>> told = "The talks in Tarn covered fishing and the consulate in Osmark."
    >>> [is_place_of_matter(read("Where were the talks held?"), told, span) for span in ((13, 17), (55, 61))]
    [False, True]
    >>> is_place_of_matter(read("Where did the board meet?"), "Bo Lusk, who was in Tarn, did not vote.", (20, 24))
    True
    """
    if not _asks_where_it_met(question):
        return False
    ahead, asked = sentence[: span[0]], question.analysis.terms - IDLE_TERMS
    away = _WAS_AWAY.search(ahead)
    if away is not None:
        return content_terms(away["who"]).isdisjoint(asked)
    matters = [*_DEALS_WITH.finditer(ahead)]
    if not matters:
        return False
    begin = max([matters[-1].end(), *(part.end() for part in _PART.finditer(ahead, matters[-1].end()))])
    matter = content_terms(ahead[begin:])
    return bool(matter) and matter.isdisjoint(asked | MEETING_TERMS | EVENT_TERMS - {"open"})


def _asks_where_it_met(question: Question) -> bool:
    asked = question.analysis
    if asked.answer_type != "where":
        return False
    named = _ASKS_VENUE.search(question.text) is not None or bool(asked.terms & MEETING_TERMS)
    return asked.predicate in EVENT_TERMS or (asked.predicate is None and named)
