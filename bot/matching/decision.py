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
    reader=0.407, margin=0.039, best=0.876, words=1.19, own_words=-0.093, missing=0.372, missing_name=-0.081,
    rules=0.026, rules_best=0.636, span=0.086,
)  # fmt: skip
"""What makes one candidate better than another."""
OTHER_BIAS = -2.0
OTHER = NOTHING._replace(reader=0.5)
"""What makes the best candidate likely to be right, where anything but yes or no is asked for."""
YES_NO_BIAS = -2.0
YES_NO = NOTHING._replace(reader=0.5)
"""The same where yes or no is asked for."""
READ_AT = 0.7
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
