"""What each sign weighs when drafts of facts are judged; fitted by deploy/reader/judge.py, whose output this is."""

from __future__ import annotations

import math
from typing import Final

from facts.judging.signs import Signs

BIAS: Final = 0.067
WEIGHTS: Final = Signs(
    good=0.570, true=-0.150, finds=0.012, agrees=0.585, rule=0.913, question=0.094, answer=-0.086,
    what_did=0.685, dated=0.780, attributed=-0.710, goes_on=-0.684, numbered=-0.702, resolved=0.968,
)  # fmt: skip
"""Log-odds that a draft is good: logistic regression on facts judged by people."""
RULES: Final[dict[str, float]] = {
    "absence": -0.23, "absence.absent": -0.30, "absence.apologies": 0.68, "amount": 0.28, "amount.change": 0.39,
    "amount.sum": 0.39, "amount.worth": 1.36, "attendance": 1.38, "attendance.count": 2.68, "attendance.guests":
    0.78, "attendance.hosts": 1.78, "attendance.included": -0.01, "attendance.joined": 0.68, "attendance.kind":
    2.17, "attendance.met": 1.25, "attendance.number": 1.36, "attendance.participate": -0.01,
    "attendance.places": 1.36, "attendance.present": 1.98, "attendance.represented": 0.39, "attendance.roster":
    0.07, "attendance.side": 1.36, "chair": 1.10, "chair.another": 1.36, "chair.chair": 0.39, "chair.chaired":
    1.58, "chair.chairmanship": -0.01, "chair.co-chaired": 1.36, "chair.convened": 1.29, "chair.host": 1.31,
    "chair.hosted": 1.08, "chair.moderated": 1.36, "chair.note": 1.36, "chair.opened": 0.39, "chair.presided":
    1.36, "count": 0.74, "count.how_many": 1.22, "count.share": -0.01, "decision": 0.09, "decision.agreed":
    0.10, "decision.fate": 0.39, "decision.item": 1.36, "definition": 1.69, "definition.acronym": 2.23,
    "definition.became": 0.39, "definition.first": 0.68, "definition.is": 0.90, "definition.part": 0.39,
    "definition.ready": 0.68, "event": 0.18, "event.about": 0.99, "event.after": -0.30, "event.dated": 0.68,
    "event.done": -0.01, "event.happened": -0.01, "event.how": -0.01, "event.how_long": 1.08, "event.planned":
    0.39, "event.to_whom": 0.91, "event.what": 0.53, "event.what_did": 0.39, "event.when": 0.17, "event.where":
    0.80, "event.who_did": -0.04, "event.who_told": -0.00, "event.whom": 0.90, "examples": 1.19,
    "examples.named": 1.19, "meeting": 1.65, "meeting.how": 0.84, "meeting.when": 1.79, "meeting.where": 1.48,
    "minutes": 1.05, "minutes.actions": 1.36, "minutes.agenda": 0.78, "minutes.agreed": 1.58, "minutes.item":
    1.55, "minutes.next": 1.36, "minutes.note": 1.36, "minutes.said": 1.53, "minutes.secretary": 0.39,
    "minutes.speakers": 0.97, "minutes.step": 0.39, "minutes.task": 1.38, "minutes.who_task": -0.52, "purpose":
    0.66, "purpose.aim": 1.05, "purpose.discussed": 0.39, "purpose.to": 0.49, "reason": 0.33, "reason.because":
    0.33, "role": 1.96, "role.attended": 1.54, "role.before": 2.06, "role.behind": 1.07, "role.brackets": -0.01,
    "role.from": 1.78, "role.front": 1.38, "role.holder": 1.58, "role.is": 1.36, "role.line": 2.88, "role.on":
    -0.01, "schedule": -0.70, "schedule.dated": 0.39, "schedule.next_when": -0.52, "statement": 0.54,
    "statement.according": 0.39, "statement.asked": 1.24, "statement.said": 0.05, "statement.spoken": 0.72,
    "statement.urged": 0.50, "statement.wanted": 0.68, "vote": 0.17, "vote.count": 1.36, "vote.item": 0.39,
    "vote.moved": 0.39, "vote.nominated": 0.39, "vote.result": 0.39, "vote.seconded": 1.36, "vote.share": 1.36,
}  # fmt: skip
"""Log-odds that what a rule makes is good, by the rule's name and by its family; drawn toward the mean."""
UNKNOWN_RULE: Final = 0.84
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
