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
    reader=0.421, margin=-0.025, best=0.875, words=0.272, own_words=0.182, missing=0.374, missing_name=-0.234,
    rules=-0.213, rules_best=1.164, span=-0.034,
)  # fmt: skip
"""What makes one candidate better than another."""
OTHER_BIAS = -4.306
OTHER = NOTHING._replace(
    reader=0.491, margin=0.257, best=3.198, words=0.714, own_words=-0.126, missing=0.091, missing_name=-0.242,
    rules=0.126, rules_best=0.207, span=-0.071,
)  # fmt: skip
"""What makes the best candidate likely to be right, where anything but yes or no is asked for."""
YES_NO_BIAS = -0.038
YES_NO = NOTHING._replace(
    reader=0.082, margin=-0.267, words=-0.213, missing=0.099, rules=-0.170, decided=0.980, undecided=-0.449,
    denied=-0.427,
)  # fmt: skip
"""The same where yes or no is asked for."""
READ_AT = 0.78
"""Confidence from which a sentence is given as the answer."""
RULES_ALONE = 2.0
"""Log-odds by rules from which a fact is given whatever the reader says."""
RULES_READ, LEAST_LOGIT = 0.66, -2.0
"""Log-odds by rules from which a fact is given if the reader's logit for its sentence is no less than this."""
RULES_BIAS, RULES_SCORE, RULES_LOGIT = 0.347, 0.290, 0.385
"""How likely a fact is right that is given by rules: log-odds, by those of the rules and by the reader's logit."""
UNREAD = -6.0
"""The logit that stands for a sentence that was not read."""
QUOTE_AT = 0.05
"""Confidence from which a sentence is shown among those to choose from."""


def rank(evidence: Evidence) -> float:
    """How good a candidate is beside the others of its question; only their order means anything."""
    return _sum(RANK, evidence)


def score(evidence: Evidence, asked: Kind | None) -> float:
    """The log-odds that a sentence answers a question that asks for this type of answer."""
    return YES_NO_BIAS + _sum(YES_NO, evidence) if asked == "yes_no" else OTHER_BIAS + _sum(OTHER, evidence)


def given_by_rules(score: float, logit: float | None) -> bool:
    """Whether a fact that has these log-odds by rules is given, in the light of the reader's logit for its sentence."""
    return score >= RULES_ALONE or (score >= RULES_READ and logit is not None and logit >= LEAST_LOGIT)


def rules_confidence(score: float, logit: float | None) -> float:
    """The probability (0–1) that a fact given by rules is right."""
    return confidence(
        RULES_BIAS + RULES_SCORE * score + RULES_LOGIT * max(UNREAD, logit if logit is not None else UNREAD)
    )


def _sum(weights: Evidence, evidence: Evidence) -> float:
    return sum(weight * value for weight, value in zip(weights, evidence, strict=True))


def confidence(log_odds: float) -> float:
    """The probability (0–1) of log-odds."""
    return 1 / (1 + math.exp(-log_odds)) if log_odds >= 0 else math.exp(log_odds) / (1 + math.exp(log_odds))
