"""From how a question and a fact agree to a confidence: a logistic model over few named features.

The weights are fitted by tests/bench/fit.py (logistic regression, articles held out whole); this table is its output.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Features(NamedTuple):
    """How a question and a fact agree.

    `in_…` are shares of the question's weighted words (0–1), each counted where it is found first, in this order.
    `missing` is the weight of the heaviest word that is not accounted for. `kind` to `side` and `date` are what
    `bot.agreement` finds. `answered` is the share of the fact's question that is in the user's, `unasked` the weight of
    its heaviest word that is not. `aside` is the share that only the quote accounts for where the fact asks about
    little of the rest, `name_aside` the weight of the heaviest name that the fact does not ask about, `unnamed` the
    share that only the meeting accounts for where the question hardly names the meeting.
    """

    in_question: float
    in_evidence: float
    in_meeting: float
    in_answer: float
    in_article: float
    missing: float
    kind: float
    identity: float
    polarity: float
    swapped: float
    predicate: float
    own_predicate: float
    focus: float
    side: float
    answered: float
    unasked: float
    aside: float
    name_aside: float
    unnamed: float
    date: float
    derived: float


BIAS = -2.36
WEIGHTS = Features(
    in_question=2.84,
    in_evidence=2.13,
    in_meeting=2.36,
    in_answer=2.51,
    in_article=0.39,
    missing=-1.68,
    kind=1.18,
    identity=0.02,
    polarity=0.26,
    swapped=-0.02,
    predicate=-0.01,
    own_predicate=0.10,
    focus=0.51,
    side=0.20,
    answered=0.90,
    unasked=-0.10,
    aside=0.18,
    name_aside=-0.28,
    unnamed=-1.23,
    date=0.52,
    derived=-0.21,
)

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
