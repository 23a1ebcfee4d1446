"""From what speaks for a sentence to a confidence: three small tables, fitted where the reader was not taught.

RANK says which of the candidates is given, OTHER and YES_NO how likely that one is right (logistic regression), where
anything and where yes or no is asked for. Fitted by deploy/reader/decide.py, whose output the tables are.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from bot.matching.evidence import Evidence
from bot.matching.weights import confidence as confidence
from bot.matching.yes_no.denials import Standing
from facts.model import Kind

NOTHING = Evidence(*[0.0] * len(Evidence._fields))
RANK = NOTHING._replace(
    reader=0.401, margin=-0.051, best=1.200, words=1.447, own_words=0.181, missing=0.845, missing_name=0.082,
    rules=-0.271, rules_best=1.076, span=-0.047,
)  # fmt: skip
"""What makes one candidate better than another."""
OTHER_BIAS = -0.928
OTHER = NOTHING._replace(
    reader=0.352, margin=0.296, words=-0.142, own_words=1.032, missing=-0.166, missing_name=-0.148, rules=-0.099,
    rules_best=0.326, span=0.018,
)  # fmt: skip
"""What makes the best candidate likely to be right, where anything but yes or no is asked for."""
ASKED: Final[Mapping[Kind | None, float]] = {"why": 0.8, "when": 0.4, "where": 0.4}
"""How much likelier it is where a reason, day or place is asked for, since checks hold back whatever is none
(`reasons`, `when_or_where`): of 22 such answers that this gives, one was wrong on questions of other hands."""
YES_NO_BIAS = -0.389
YES_NO = NOTHING._replace(
    reader=0.187, decided=1.006, denied=-0.147,
)  # fmt: skip
"""The same where yes or no is asked for."""
READ_AT, YES_NO_READ_AT = 0.74, 0.76
"""Confidence from which a sentence is given as the answer, and a yes or no: chosen on questions of other hands, more
of which are near misses than of those that the tables are fitted to (deploy/reader/LOG.md)."""
SHOWN = math.log(min(READ_AT, YES_NO_READ_AT) / (1 - min(READ_AT, YES_NO_READ_AT))) - 0.1
"""The most log-odds of a sentence that is shown at most, since what it says cannot be the answer (see `no_answer`)."""
CERTAIN = 0.92
"""The reader's own chance from which words do not hold an answer back, where anything but yes or no is asked for: of
twelve such answers all were right."""
BORNE_OUT = math.log(0.82 / (1 - 0.82))
"""The log-odds of a yes or no that is borne out (see `denials`): no more than how often that was right."""
TOLD_SO = math.log(0.85 / (1 - 0.85))
"""The log-odds of what a sentence tells by the very verb that it is asked by (see `told_so`), where anything else is
asked for: nearly all of it was right, whatever the reader made of it."""
TOLD_SO_FROM = -3.5
"""The least logit, by the reader, of such a sentence: below it the verb stands there by chance."""
RULES_FROM = 0.0
"""Log-odds by rules from which a fact may be given, where it is surer than what is read."""
RULES_AT, YES_NO_RULES_AT = 2.6, 1.8
"""Log-odds by rules from which a fact is given whatever is read; a yes or no sooner ("did India attend?"): what a list
on record decides, the reader tells badly."""
RULES_BIAS, RULES_SCORE, RULES_LOGIT = -0.370, 0.737, 0.391
"""How likely a fact is right that is given by rules: log-odds, by those of the rules and by the reader's logit."""
UNREAD = -6.0
"""The logit that stands for a sentence that was not read."""
QUOTE_AT = 0.06
"""Confidence from which a sentence is shown among those to choose from."""


def rank(evidence: Evidence) -> float:
    """How good a candidate is beside the others of its question; only their order means anything."""
    return _sum(RANK, evidence)


def score(evidence: Evidence, asked: Kind | None) -> float:
    """The log-odds that a sentence answers a question that asks for this type of answer."""
    weights = YES_NO if asked == "yes_no" else OTHER
    return bias(asked) + _sum(weights, evidence)


def bias(asked: Kind | None) -> float:
    """The log-odds that the best sentence answers a question for this type of answer, before anything speaks for it."""
    return YES_NO_BIAS if asked == "yes_no" else OTHER_BIAS + ASKED.get(asked, 0.0)


def borne_out(score: float, standing: Standing) -> float:
    """The log-odds of a yes or no that is borne out, left open or held."""
    if standing == "borne out":
        return max(score, BORNE_OUT)
    return min(score, SHOWN) if standing == "held" else score


def told_so(score: float, logit: float) -> float:
    """The log-odds of what a sentence tells by the very verb that it is asked by, read with this logit."""
    return max(score, TOLD_SO) if logit >= TOLD_SO_FROM else score


def rules_confidence(score: float, logit: float | None) -> float:
    """The probability (0–1) that a fact given by rules is right."""
    return confidence(
        RULES_BIAS + RULES_SCORE * score + RULES_LOGIT * max(UNREAD, logit if logit is not None else UNREAD)
    )


def read_at(asked: Kind | None) -> float:
    """The confidence from which a sentence is given to a question that asks for this type of answer."""
    return YES_NO_READ_AT if asked == "yes_no" else READ_AT


def rules_at(asked: Kind | None) -> float:
    """The log-odds by rules from which a fact is given whatever is read."""
    return YES_NO_RULES_AT if asked == "yes_no" else RULES_AT


def given_by_rules(score: float, asked: Kind | None) -> bool:
    """Whether a fact fits so well by rules that it is given whatever is read."""
    return score >= rules_at(asked)


def _sum(weights: Evidence, evidence: Evidence) -> float:
    return sum(weight * value for weight, value in zip(weights, evidence, strict=True))
