"""What each sign weighs when drafts of facts are judged; fitted by deploy/reader/judge.py, whose output this is."""

from __future__ import annotations

import math
from typing import Final

from facts.judging.signs import Signs

BIAS: Final = -0.370
WEIGHTS: Final = Signs(
    good=0.570, true=-0.150, finds=0.012, agrees=0.585, rule=0.913, question=0.094, answer=-0.086,
    what_did=0.685, dated=0.780, attributed=-0.710, goes_on=-0.684, numbered=-0.702, resolved=0.968,
)  # fmt: skip
"""Log-odds that a draft is good: logistic regression on facts judged by people."""
RULES: Final[dict[str, float]] = {
    "absence": -0.46, "absence.absent": -0.63, "absence.apologies": 0.06, "amount": -1.20, "amount.change":
    -0.33, "amount.sum": -1.04, "attendance": 0.89, "attendance.attend": -0.33, "attendance.body": -0.33,
    "attendance.count": 1.48, "attendance.guests": -0.17, "attendance.hosts": 0.95, "attendance.included":
    -0.63, "attendance.joined": -0.23, "attendance.met": 0.87, "attendance.participate": -0.63,
    "attendance.places": 0.48, "attendance.present": 1.60, "attendance.represented": -0.33, "attendance.roster":
    0.20, "attendance.side": 0.48, "chair": 0.95, "chair.another": 0.48, "chair.chaired": 0.06,
    "chair.chairmanship": -0.63, "chair.co-chaired": 0.48, "chair.convened": 0.84, "chair.host": 1.21,
    "chair.hosted": 0.98, "chair.led": -0.33, "chair.moderated": 0.48, "chair.note": 0.48, "chair.opened":
    -0.33, "count": -0.57, "count.alone": -0.63, "count.how_many": -0.26, "count.share": -0.94, "decision":
    -1.12, "decision.agreed": -1.04, "decision.fate": -0.63, "definition": 0.83, "definition.acronym": 1.64,
    "definition.became": -0.85, "definition.first": 0.06, "definition.is": -0.56, "definition.part": -0.63,
    "event": -0.69, "event.about": 0.01, "event.after": -0.63, "event.dated": 0.06, "event.did": -0.34,
    "event.done": -1.31, "event.happened": -2.09, "event.how": -0.63, "event.how_long": 0.26, "event.time":
    -0.63, "event.to_whom": -0.10, "event.what": -0.85, "event.what_did": -1.70, "event.when": -0.08,
    "event.where": -0.11, "event.who_did": -0.46, "event.who_told": -0.56, "event.whom": -1.50, "examples":
    0.89, "examples.named": 0.89, "meeting": 0.72, "meeting.how": 0.44, "meeting.when": 0.70, "meeting.where":
    0.73, "minutes": -0.16, "minutes.actions": 0.48, "minutes.agenda": 0.24, "minutes.agreed": -0.85,
    "minutes.item": -0.33, "minutes.list": -0.33, "minutes.next": 0.48, "minutes.note": -0.80, "minutes.said":
    0.16, "minutes.secretary": -0.33, "minutes.speakers": 1.31, "minutes.task": 0.73, "minutes.who_task": -0.46,
    "purpose": -0.38, "purpose.aim": 0.45, "purpose.discussed": -0.75, "purpose.to": -0.41, "reason": -0.78,
    "reason.because": -0.78, "remark": -2.02, "remark.about": -2.02, "role": 1.33, "role.as": -0.33,
    "role.attended": 1.40, "role.before": 1.34, "role.behind": 0.01, "role.brackets": -0.63, "role.from": 0.84,
    "role.front": 1.13, "role.holder": 0.91, "role.is": 0.48, "role.line": 2.49, "role.on": -0.33, "schedule":
    -1.65, "schedule.dated": -1.04, "schedule.next_when": -1.04, "schedule.next_where": -0.33, "statement":
    -0.19, "statement.according": -0.33, "statement.asked": 0.03, "statement.including": -0.46,
    "statement.said": -0.95, "statement.spoken": 0.15, "statement.urged": 0.34, "statement.wanted": 0.06,
    "vote": -1.07, "vote.moved": -0.85, "vote.nominated": -0.63, "vote.result": -0.80, "vote.share": 0.48,
}  # fmt: skip
"""Log-odds that what a rule makes is good, by the rule's name and by its family; drawn toward the mean."""
UNKNOWN_RULE: Final = -0.10
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
