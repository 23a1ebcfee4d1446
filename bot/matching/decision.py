"""From what speaks for a sentence to a confidence: three small tables, fitted where the reader was not taught.

RANK says which of the candidates is given, OTHER and YES_NO how likely that one is right (logistic regression), where
anything and where yes or no is asked for. Fitted by deploy/reader/decide.py, whose output the tables are.
"""

from __future__ import annotations

import math

from bot.matching.evidence import Evidence
from facts.model import Kind

NOTHING = Evidence(*[0.0] * len(Evidence._fields))
RANK = NOTHING._replace(
    reader=0.422, margin=-0.026, best=0.879, words=0.273, own_words=0.175, missing=0.383, missing_name=-0.236,
    rules=-0.215, rules_best=1.162, span=-0.036,
)  # fmt: skip
"""What makes one candidate better than another."""
OTHER_BIAS = -2.530
OTHER = NOTHING._replace(
    reader=0.493, margin=0.271, best=1.437, words=0.576, own_words=-0.290, missing=-0.066, missing_name=-0.191,
    rules=0.070, rules_best=0.446, span=-0.113,
)  # fmt: skip
"""What makes the best candidate likely to be right, where anything but yes or no is asked for."""
YES_NO_BIAS = 0.065
YES_NO = NOTHING._replace(
    reader=0.059, margin=-0.234, words=-0.115, missing=0.010, rules=-0.127, decided=1.100, undecided=-0.478,
    denied=-0.559,
)  # fmt: skip
"""The same where yes or no is asked for."""
READ_AT = 0.72
"""Confidence from which a sentence is given as the answer."""
QUOTE_AT = 0.05
"""Confidence from which a sentence is shown among those to choose from."""


def rank(evidence: Evidence) -> float:
    """How good a candidate is beside the others of its question; only their order means anything."""
    return _sum(RANK, evidence)


def score(evidence: Evidence, asked: Kind | None) -> float:
    """The log-odds that a sentence answers a question that asks for this type of answer."""
    return YES_NO_BIAS + _sum(YES_NO, evidence) if asked == "yes_no" else OTHER_BIAS + _sum(OTHER, evidence)


def _sum(weights: Evidence, evidence: Evidence) -> float:
    return sum(weight * value for weight, value in zip(weights, evidence, strict=True))


def confidence(log_odds: float) -> float:
    """The probability (0–1) of log-odds."""
    return 1 / (1 + math.exp(-log_odds)) if log_odds >= 0 else math.exp(log_odds) / (1 + math.exp(log_odds))
