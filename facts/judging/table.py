"""What each sign weighs when drafts of facts are judged; fitted by deploy/reader/judge.py, whose output this is."""

from __future__ import annotations

import math
from typing import Final

from facts.judging.signs import Signs

BIAS: Final = 0.129
WEIGHTS: Final = Signs(
    good=0.794,
    true=-0.264,
    finds=-0.041,
    agrees=0.006,
    rule=0.833,
    question=0.236,
    answer=0.063,
    what_did=0.0,
    dated=0.0,
    attributed=0.0,
    goes_on=0.0,
    numbered=0.0,
    resolved=0.0,
)
"""Log-odds that a draft is good: logistic regression on facts judged by people."""
RULES: Final[dict[str, float]] = {
    "absence": -0.39, "absence.absent": -0.53, "absence.apologies": 0.15, "amount": -0.22, "amount.change": -0.22,
    "attendance": 1.08, "attendance.attend": -0.22, "attendance.count": 1.39, "attendance.included": -0.22,
    "attendance.met": 0.83, "attendance.participate": -0.22, "attendance.present": 1.63, "attendance.roster": 0.23,
    "chair": 0.42, "chair.chairmanship": -0.53, "chair.co-chaired": 0.60, "chair.convened": 1.08,
    "chair.hosted": 0.60, "chair.led": -0.22, "count": -0.22, "count.how_many": -0.22, "decision": -0.97,
    "decision.agreed": -0.89, "decision.fate": -0.22, "definition": 1.56, "definition.acronym": 2.11,
    "definition.is": -0.39, "event": -0.62, "event.about": 0.20, "event.done": -1.00, "event.how_long": -0.53,
    "event.to_whom": 0.14, "event.what": -0.47, "event.what_did": -1.11, "event.when": -0.06, "event.where": 0.15,
    "event.who_did": -0.87, "event.whom": -1.71, "meeting": 0.72, "meeting.how": 0.15, "meeting.when": 0.82,
    "meeting.where": 0.44, "minutes": 0.36, "minutes.item": 0.38, "minutes.list": -0.22, "minutes.said": 0.49,
    "minutes.task": -0.15, "purpose": -0.24, "purpose.aim": 0.42, "purpose.discussed": -0.30, "purpose.to": -0.37,
    "reason": -0.95, "reason.because": -0.95, "remark": -1.29, "remark.about": -1.29, "role": 1.40,
    "role.before": 1.74, "role.behind": -0.10, "role.front": 0.78, "role.holder": 1.32, "role.is": 0.60,
    "role.line": 2.10, "schedule": -0.95, "schedule.next_when": -0.76, "schedule.next_where": -0.22,
    "statement": -0.70, "statement.asked": -0.39, "statement.said": -0.76, "statement.urged": 0.15,
    "statement.wanted": 0.15, "vote": -0.39, "vote.result": -0.39,
}  # fmt: skip
"""Log-odds that what a rule makes is good, by the rule's name and by its family; drawn toward the mean."""
UNKNOWN_RULE: Final = 0.02
"""Log-odds of a rule that nobody judged: the mean of all."""
KEEP_AT: Final = 0.4
"""The chance from which a draft is written as a fact."""


def chance(signs: Signs) -> float:
    """How likely a draft with these signs is a good fact (0–1)."""
    score = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, signs, strict=True))
    return 1 / (1 + math.exp(-score))


def of_rule(rule: str) -> float:
    """The log-odds of a rule; of its family, where the rule itself was not judged; the mean, of an unknown one."""
    return RULES.get(rule, RULES.get(rule.partition(".")[0], UNKNOWN_RULE))
