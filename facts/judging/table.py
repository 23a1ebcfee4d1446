"""What each sign weighs when drafts of facts are judged; fitted by deploy/reader/judge.py, whose output this is."""

from __future__ import annotations

import math
from typing import Final

from facts.judging.signs import Signs

BIAS: Final = -0.554
WEIGHTS: Final = Signs(
    good=0.570, true=-0.150, finds=0.012, agrees=0.585, rule=0.913, question=0.094, answer=-0.086,
    what_did=0.685, dated=0.780, attributed=-0.710, goes_on=-0.684, numbered=-0.702, resolved=0.968,
)  # fmt: skip
"""Log-odds that a draft is good: logistic regression on facts judged by people."""
RULES: Final[dict[str, float]] = {
    "absence": -0.47, "absence.absent": -0.63, "absence.apologies": 0.06, "amount": -0.34, "amount.change":
    -0.34, "attendance": 0.80, "attendance.attend": -0.34, "attendance.body": -0.34, "attendance.count": 1.28,
    "attendance.guests": -0.89, "attendance.hosts": 0.59, "attendance.included": -0.63, "attendance.joined":
    -0.63, "attendance.met": 1.16, "attendance.participate": -0.63, "attendance.present": 1.59,
    "attendance.represented": -0.34, "attendance.roster": 0.34, "chair": 0.93, "chair.another": 0.48,
    "chair.chaired": -0.34, "chair.chairmanship": -0.63, "chair.co-chaired": 0.48, "chair.convened": 1.14,
    "chair.host": 1.14, "chair.hosted": 0.48, "chair.led": -0.34, "chair.moderated": 0.48, "count": -0.81,
    "count.alone": -0.63, "count.how_many": -0.52, "count.share": -0.63, "decision": -1.03, "decision.agreed":
    -0.93, "decision.fate": -0.63, "definition": 0.95, "definition.acronym": 1.91, "definition.became": -0.63,
    "definition.is": -0.94, "definition.part": -0.63, "event": -0.75, "event.about": -0.13, "event.dated":
    -0.34, "event.did": 0.28, "event.done": -1.01, "event.happened": -1.74, "event.how": -0.34,
    "event.how_long": 0.04, "event.time": -0.63, "event.to_whom": 0.07, "event.what": -0.86, "event.what_did":
    -1.70, "event.when": -0.47, "event.where": -0.19, "event.who_did": -0.62, "event.who_told": -0.56,
    "event.whom": -1.63, "examples": 0.34, "examples.named": 0.34, "meeting": 0.75, "meeting.how": 0.44,
    "meeting.when": 0.76, "meeting.where": 0.67, "minutes": -0.04, "minutes.agenda": 0.16, "minutes.agreed":
    -0.86, "minutes.item": -0.06, "minutes.list": -0.34, "minutes.note": -0.65, "minutes.said": 0.23,
    "minutes.secretary": -0.34, "minutes.speakers": 0.98, "minutes.task": 0.26, "minutes.who_task": -0.63,
    "purpose": -0.28, "purpose.aim": 0.71, "purpose.discussed": -0.53, "purpose.to": -0.50, "reason": -1.33,
    "reason.because": -1.33, "remark": -1.87, "remark.about": -1.87, "role": 1.33, "role.as": -0.34,
    "role.attended": 1.35, "role.before": 1.22, "role.behind": -0.24, "role.brackets": -0.34, "role.from": 0.74,
    "role.front": 0.95, "role.holder": 1.49, "role.is": 0.48, "role.line": 2.35, "role.on": -0.34, "schedule":
    -1.45, "schedule.dated": -0.86, "schedule.next_when": -0.86, "schedule.next_where": -0.34, "statement":
    -0.30, "statement.asked": 0.03, "statement.including": -0.63, "statement.said": -1.22, "statement.spoken":
    0.10, "statement.urged": 0.34, "statement.wanted": 0.06, "vote": -0.81, "vote.nominated": -0.34,
    "vote.result": -0.65,
}  # fmt: skip
"""Log-odds that what a rule makes is good, by the rule's name and by its family; drawn toward the mean."""
UNKNOWN_RULE: Final = -0.13
"""Log-odds of a rule that nobody judged: the mean of all."""
KEEP_AT: Final = 0.5
"""The chance from which a draft is written as a fact."""


def chance(signs: Signs) -> float:
    """How likely a draft with these signs is a good fact (0–1)."""
    score = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, signs, strict=True))
    return 1 / (1 + math.exp(-score))


def of_rule(rule: str) -> float:
    """The log-odds of a rule; of its family, where the rule itself was not judged; the mean, of an unknown one."""
    return RULES.get(rule, RULES.get(rule.partition(".")[0], UNKNOWN_RULE))
