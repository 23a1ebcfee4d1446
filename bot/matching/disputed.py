"""What a sentence decides and one beside it decides the other way is disputed: no yes or no is given of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final

from bot.matching import decision
from bot.matching.answers import yes_or_no
from bot.matching.reading import Read
from bot.question import Question

NEAR: Final = 3
"""How many sentences further on, or back, what gainsays a sentence is looked for."""


def undisputed(question: Question, found: Sequence[Read]) -> list[Read]:
    """Sentences that were read, the best of them shown at most where another of its article, near it, is as sure to
    decide a yes or no the other way."""
    given = decision.read_at("yes_no")
    if question.analysis.answer_type != "yes_no" or not found or found[0].confidence < given:
        return list(found)
    best, decided = found[0].candidate.sentence, yes_or_no(found[0], question)
    against = [
        at
        for at, other in enumerate(found)
        if other.candidate.sentence.article == best.article
        and abs(other.candidate.sentence.place - best.place) <= NEAR
        and other.confidence >= given
        and yes_or_no(other, question) != decided
    ]
    return [
        dataclasses.replace(read, score=min(read.score, decision.SHOWN)) if against and at in (0, *against) else read
        for at, read in enumerate(found)
    ]
