"""When something "is": where the record tells of one that was and of the next one, either may be meant, and neither is
given."""

from __future__ import annotations

import dataclasses
import re
from typing import Final, Literal

from bot.matching import decision
from bot.matching.facts_found import SLIP
from bot.matching.match import ANSWER_SCORE, Match
from bot.matching.reading import Read, shown_at_most
from bot.question import Question
from bot.question.cues import NEXT, PERIODS
from facts.dates import tense_at
from facts.expressions import expression

_Which = Literal["was", "next"]
NEARLY: Final = 0.1
"""So much less of a question's words (0–1) a sentence may have that tells of the same."""
_NEXT_ONE: Final = expression(
    rf"\b(?:{'|'.join(NEXT)}) (?!(?:{'|'.join(PERIODS)})\b)|\b(?:meets?|met|held|sits?)\b[^,;.]*? again\b",
    re.IGNORECASE,
)
_WILL: Final = expression(r"\b(?:will|shall|to be|going to)\b", re.IGNORECASE)


def either(question: Question, matched: list[Match], found: list[Read]) -> tuple[list[Match], list[Read]]:
    """What is found for a question; shown at most where it asks when something is, and both one that was and the next
    are told in one article."""
    asked = question.analysis
    if asked.answer_type != "when" or asked.past is not False or asked.selector or _WILL.search(question.text):
        return matched, found
    likely = [read for read in found if read.confidence >= decision.QUOTE_AT and not read.told.surely_held_by]
    of_one = [read for read in likely if _is_of_same(read, likely[0])]
    told = [_which(read.candidate.sentence.text, read.told.span) for read in of_one]
    if not told or told[0] is None or not {"was", "next"} <= set(told):
        return matched, found
    doubted = [shown_at_most(each) for each in found]
    return [dataclasses.replace(each, score=min(each.score, ANSWER_SCORE - SLIP)) for each in matched], doubted


def _is_of_same(read: Read, first: Read) -> bool:
    """Whether a sentence is of the article of the first one, and has as many of the words asked for."""
    same = read.candidate.sentence.article == first.candidate.sentence.article
    return same and read.evidence.words >= first.evidence.words - NEARLY


def _which(sentence: str, span: tuple[int, int]) -> _Which | None:
    """Whether a sentence tells, by the words at a span, of one that was or of the next one; None where of neither."""
    tense = tense_at(sentence, *span)
    if tense == "past":
        return "was"
    return "next" if tense == "future" and _NEXT_ONE.search(sentence) else None
