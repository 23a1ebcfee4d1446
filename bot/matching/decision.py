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
    reader=0.352, margin=-0.019, best=1.103, words=0.824, own_words=0.406, missing=0.705, missing_name=-0.079,
    rules=-0.223, rules_best=0.824, span=-0.011,
)  # fmt: skip
"""What makes one candidate better than another."""
OTHER_BIAS = -2.519
OTHER = NOTHING._replace(
    reader=0.436, margin=0.274, best=1.795, words=-0.489, own_words=1.056, missing=-0.254, missing_name=-0.237,
    rules=-0.043, rules_best=0.250, span=0.026,
)  # fmt: skip
"""What makes the best candidate likely to be right, where anything but yes or no is asked for."""
YES_NO_BIAS = -0.177
YES_NO = NOTHING._replace(
    reader=0.089, margin=-0.085, decided=0.632, denied=0.077,
)  # fmt: skip
"""The same where yes or no is asked for."""
READ_AT = 0.71
"""Confidence from which a sentence is given as the answer."""
SHOWN = 0.85
"""The most log-odds of a sentence that is shown at most, since what it says cannot be the answer (see `no_answer`)."""
RULES_AT = 1.8
"""Log-odds by rules from which a fact is given, whatever the reader says."""
RULES_BIAS, RULES_SCORE, RULES_LOGIT = -2.004, 1.450, 0.229
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
