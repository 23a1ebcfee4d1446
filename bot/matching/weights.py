"""From how a question and a fact agree to a confidence: a logistic model over few named features.

The weights are fitted by tests/bench/fit.py (logistic regression, articles held out whole); this table is its output.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Features(NamedTuple):
    """How a question and a fact agree.

    `in_…` are shares of the question's weighted words (0–1), each counted where it is found first, in this order.
    `missing` and `missing_name` are the weights of the heaviest word and of the heaviest name or number that are not
    accounted for. `kind` to `tense` and `date` are what `bot.matching.agreement` finds. `answered` is the share of the
    fact's question that is in the user's, `unasked` the weight of its heaviest word that is not, `told` the share of
    the answer that the question says itself. `aside` is the share that only the quote accounts for where the fact asks
    about little of the rest, `name_aside` the weight of the heaviest name that the fact does not ask about, `unnamed`
    the share that only the meeting accounts for where the question hardly names the meeting.
    """

    in_question: float
    in_evidence: float
    in_meeting: float
    in_answer: float
    in_nearby: float
    in_topic: float
    in_article: float
    missing: float
    missing_name: float
    kind: float
    identity: float
    polarity: float
    predicate: float
    own_predicate: float
    focus: float
    side: float
    tense: float
    answered: float
    unasked: float
    told: float
    aside: float
    name_aside: float
    unnamed: float
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
    missing=-1.60,
    missing_name=-1.48,
    kind=0.94,
    identity=0.11,
    polarity=0.21,
    predicate=0.17,
    own_predicate=0.19,
    focus=0.68,
    side=0.18,
    tense=0.58,
    answered=1.06,
    unasked=-0.20,
    told=0.63,
    aside=0.72,
    name_aside=-0.28,
    unnamed=-0.10,
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
