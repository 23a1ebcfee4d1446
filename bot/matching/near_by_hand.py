"""What a person wrote below a sentence, where a question asks for it in other words: told instead of the sentence's own
words if rules find it to fit and it asks for the same kind of thing, and else offered instead of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.index.entries import Entry, Phrasing
from bot.matching.decision import RULES_FROM
from bot.matching.match import Match
from bot.matching.overruling import is_by_hand, may_be_told_for, replaced_by
from bot.matching.told_apart import is_of_another
from bot.matching.yes_no.contraries import are_contrary
from bot.question import Analysis, Question
from bot.question.cues import IDLE_TERMS

ALIKE: Final = 0.6
"""How many of their words (F1, 0–1) a question and a fact must share for that to be told or offered."""


def fits_by_rules(asked: Analysis, marked: str, match: Match | None, by_hand: Sequence[Entry]) -> Entry | None:
    """The fact among a person's of a sentence that fits a question by rules, where it asks for the same kind of thing
    and tells nothing else than the words `marked`."""
    own = next((entry for entry in by_hand if match is not None and match.entry is entry), None)
    if own is None or match is None or match.score < RULES_FROM or not may_be_told_for(own, marked):
        return None
    if replaced_by(own):  # what is told instead of the sentence's own words has rules of its own
        return None
    same = (each for each in own.phrasings if each.analysis.answer_type == asked.answer_type)
    return own if any(_alike(asked, each, own) >= ALIKE for each in same) else None


def near_by_hand(question: Question, facts: Sequence[Entry]) -> Entry | None:
    """The fact among a person's of a sentence whose question has most words in common with another, and enough; none
    of yes or no where anything else is asked, or the other way round, nor of the contrary."""
    asked = question.analysis
    by_hand = [entry for entry in facts if is_by_hand(entry) and not is_of_another(question.text, entry)]
    alike = [
        (_alike(asked, phrasing, entry), entry)
        for entry in by_hand
        if (entry.fact.kind == "yes_no") == (asked.answer_type == "yes_no")
        for phrasing in entry.phrasings
        if phrasing.analysis.negated == asked.negated and not are_contrary(asked.terms, phrasing.terms)
    ]
    share, entry = max(alike, key=lambda each: each[0], default=(0.0, None))
    return entry if share >= ALIKE else None


def _alike(asked: Analysis, phrasing: Phrasing, entry: Entry) -> float:
    """How many of their words (F1, 0–1) a question and one of a fact share, but for those that name its meeting."""
    mine, its = (terms - IDLE_TERMS - entry.context.meeting for terms in (asked.terms, phrasing.terms))
    return 2 * len(mine & its) / (len(mine) + len(its)) if mine and its else 0.0
