"""From how a question and a fact agree to a confidence: a logistic model over few named features.

The weights are fitted by tests/bench/fit.py (logistic regression, articles held out whole); this table is its output.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Features(NamedTuple):
    """How a question and a fact agree.

    `in_…` are shares of the question's weighed words (0–1), each counted where it is found first, in this order.
    `missing_max` and `missing_name_max` are the weights of the heaviest word and of the heaviest name or number that
    are not accounted for. `answer_type` to `tense` and `date` are what `bot.matching.agreement` finds. `fact_covered`
    is the share of the phrasing that is in the user's question, `fact_missing_max` the weight of its heaviest word that
    is not, `echoed` the share of the answer that the question says itself. `evidence_only` is the share that only the
    quote accounts for where the phrasing has little of the rest, `stray_name_max` the weight of the heaviest name that
    neither the phrasing nor the meeting has, `meeting_only` the share that only the meeting accounts for where the
    question hardly names the meeting.
    """

    in_question: float
    in_evidence: float
    in_meeting: float
    in_answer: float
    in_nearby: float
    in_topic: float
    in_article: float
    missing_max: float
    missing_name_max: float
    answer_type: float
    identity: float
    polarity: float
    predicate: float
    fact_predicate: float
    focus: float
    asked_role: float
    tense: float
    fact_covered: float
    fact_missing_max: float
    echoed: float
    evidence_only: float
    stray_name_max: float
    meeting_only: float
    date: float
    derived: float


BIAS = -1.82
WEIGHTS = Features(
    in_question=2.60,
    in_evidence=1.45,
    in_meeting=1.32,
    in_answer=2.55,
    in_nearby=0.09,
    in_topic=-0.12,
    in_article=-1.98,
    missing_max=-1.60,
    missing_name_max=-1.48,
    answer_type=0.94,
    identity=0.11,
    polarity=0.21,
    predicate=0.17,
    fact_predicate=0.19,
    focus=0.68,
    asked_role=0.18,
    tense=0.58,
    fact_covered=1.06,
    fact_missing_max=-0.20,
    echoed=0.63,
    evidence_only=0.72,
    stray_name_max=-0.28,
    meeting_only=-0.10,
    date=0.34,
    derived=-0.01,
)

LITERAL = 0.5
"""What is added to the score of a fact that is asked for letter by letter."""
ANSWER_AT = 0.66
"""Confidence from which a fact is given as the answer."""
SUGGEST_AT = 0.25
"""Confidence from which a fact is offered as a suggestion."""


def score(features: Features) -> float:
    """How well a fact with these features answers the question: log-odds against "not on record"."""
    return BIAS + sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))


def confidence(score: float) -> float:
    """The probability (0–1) that a fact with this score is the answer.

    >>> confidence(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-score))
