"""From how a question and a fact agree to a confidence: a logistic model over few named features.

The weights are fitted by tests/bench/fit.py (logistic regression, articles held out whole); this table is its output.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Features(NamedTuple):
    """How a question and a fact agree.

    `in_…` are shares of the question's weighted words (0–1), each counted where it is found first, in this order.
    `missing` is the weight of the heaviest word that is not accounted for, `unasked` that of the heaviest word of the
    fact's question that is not in the user's, `answered` the share of the fact's question that is. `unnamed` is the
    share of the question that only the meeting accounts for, where the question hardly names the meeting.
    """

    in_question: float
    in_evidence: float
    in_meeting: float
    in_answer: float
    in_article: float
    missing: float
    kind: float
    predicate: float
    own_predicate: float
    focus: float
    side: float
    answered: float
    unasked: float
    unnamed: float
    date: float
    derived: float


BIAS = -4.5
WEIGHTS = Features(
    in_question=6.0,
    in_evidence=3.6,
    in_meeting=4.6,
    in_answer=3.2,
    in_article=2.0,
    missing=-6.0,
    kind=2.0,
    predicate=1.2,
    own_predicate=0.8,
    focus=1.0,
    side=1.0,
    answered=2.0,
    unasked=-1.5,
    unnamed=-3.0,
    date=0.8,
    derived=-0.3,
)

ANSWER_AT = 0.75
"""Confidence from which a fact is given as the answer."""
SUGGEST_AT = 0.3
"""Confidence from which a fact is offered as a suggestion."""


def confidence(features: Features) -> float:
    """The probability that a fact with these features answers the question (0–1)."""
    score = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))
    return 1.0 / (1.0 + math.exp(-score))
