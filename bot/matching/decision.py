"""From what speaks for a sentence to a confidence: a logistic model over few named numbers, fitted on articles that the
reader was not taught on.

The weights are fitted by deploy/reader/decide.py; this table is its output.
"""

from __future__ import annotations

import math

from bot.matching.evidence import Evidence

BIAS = -2.0
WEIGHTS = Evidence(
    reader=0.5,
    margin=0.3,
    best=0.5,
    words=1.0,
    own_words=0.5,
    missing=-1.0,
    missing_name=-1.0,
    rules=0.3,
    rules_best=0.3,
    span=0.0,
    undecided=-1.0,
    yes_no=0.0,
    follow_up=0.0,
)
READ_AT = 0.6
"""Confidence from which a sentence is given as the answer."""
QUOTE_AT = 0.05
"""Confidence from which a sentence is shown among those to choose from."""


def score(evidence: Evidence) -> float:
    """The log-odds that a sentence answers."""
    return BIAS + sum(weight * value for weight, value in zip(WEIGHTS, evidence, strict=True))


def confidence(log_odds: float) -> float:
    """The probability (0–1) of log-odds."""
    return 1 / (1 + math.exp(-log_odds)) if log_odds >= 0 else math.exp(log_odds) / (1 + math.exp(log_odds))
