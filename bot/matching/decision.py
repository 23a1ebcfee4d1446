"""From what speaks for a sentence to a confidence: three small tables, fitted where the reader was not taught.

RANK says which of the candidates is given, OTHER and YES_NO how likely that one is right (logistic regression), where
anything and where yes or no is asked for. Fitted by deploy/reader/decide.py, whose output the tables are.
"""

from __future__ import annotations

from bot.matching.evidence import Evidence
from bot.matching.weights import confidence as confidence
from facts.model import Kind

NOTHING = Evidence(*[0.0] * len(Evidence._fields))
RANK = NOTHING._replace(
    reader=0.344, margin=-0.023, best=1.153, words=0.848, own_words=0.434, missing=0.760, missing_name=-0.102,
    rules=-0.298, rules_best=1.165, span=-0.019,
)  # fmt: skip
"""What makes one candidate better than another."""
OTHER_BIAS = -0.796
OTHER = NOTHING._replace(
    reader=0.448, margin=0.277, best=-0.057, words=-0.385, own_words=1.007, missing=-0.228, missing_name=-0.180,
    rules=-0.058, rules_best=0.357, span=0.022,
)  # fmt: skip
"""What makes the best candidate likely to be right, where anything but yes or no is asked for."""
YES_NO_BIAS = -0.538
YES_NO = NOTHING._replace(
    reader=0.033, decided=0.722, denied=0.161,
)  # fmt: skip
"""The same where yes or no is asked for."""
READ_AT = 0.68
"""Confidence from which a sentence is given as the answer."""
SHOWN = 0.6
"""The most log-odds of a sentence that is shown at most, since what it says cannot be the answer (see `no_answer`)."""
RULES_FROM = 0.0
"""Log-odds by rules from which a fact may be given, where it is surer than what is read."""
RULES_BIAS, RULES_SCORE, RULES_LOGIT = -0.340, 0.607, 0.364
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


def rules_confidence(score: float, logit: float | None) -> float:
    """The probability (0–1) that a fact given by rules is right."""
    return confidence(
        RULES_BIAS + RULES_SCORE * score + RULES_LOGIT * max(UNREAD, logit if logit is not None else UNREAD)
    )


def _sum(weights: Evidence, evidence: Evidence) -> float:
    return sum(weight * value for weight, value in zip(weights, evidence, strict=True))
