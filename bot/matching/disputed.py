"""What a sentence decides and one beside it decides the other way, or calls untrue, is disputed: no yes or no is given
of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.index import Index
from bot.matching import decision
from bot.matching.answers import yes_or_no
from bot.matching.reading import Read, shown_at_most
from bot.matching.vouched import DENIES_POINTED, POINTED
from bot.question import Question
from facts.expressions import expression

_GAINSAYS: Final = expression(
    rf"\b(?:(?:call|describ|dismiss|brand|reject|denounc)(?:s|es|ed) {POINTED} (?:as )?(?:an? |pure |plain |simply )*"
    r"(?:untrue|false|wrong|lies?|nonsense|baseless|unfounded|invention|fabrication|absurd|misleading|groundless|rubbish)"
    rf"|{DENIES_POINTED})",
    re.IGNORECASE,
)
"""What tells that what was told before is not so, by somebody's word."""
NEAR: Final = 3
"""How many sentences further on, or back, what gainsays a sentence is looked for."""


def undisputed(question: Question, found: Sequence[Read], index: Index) -> list[Read]:
    """Sentences that were read, the best of them shown at most where another of its article, near it, is as sure to
    decide a yes or no the other way, or where it or the next one tells that somebody calls it untrue."""
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
    after = index.sentences(best.article)[best.place + 1 : best.place + 2]
    held = bool(against) or is_gainsaid(best.text, " ".join(after))
    return [shown_at_most(read) if held and at in (0, *against) else read for at, read in enumerate(found)]


def is_gainsaid(sentence: str, after: str) -> bool:
    """Whether a sentence, or the one after it, tells that somebody calls untrue what it tells.

    >>> is_gainsaid("Wren said the lock was sold.", "The keeper denied this.")
    True
    """
    told = _GAINSAYS.search(sentence)
    return _GAINSAYS.search(after) is not None or (told is not None and ";" in sentence[: told.start()])
