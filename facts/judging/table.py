"""What each sign weighs when drafts of facts are judged; fitted by deploy/reader/judge.py, whose output this is."""

from __future__ import annotations

import math
from typing import Final

from facts.judging.signs import Signs

BIAS: Final = 2.035
WEIGHTS: Final = Signs(
    good=0.449, true=-0.277, finds=0.024, agrees=0.001, rule=0.579, question=-0.635, answer=0.085,
    what_did=0.178, dated=0.662, attributed=-0.346, goes_on=0.374, numbered=0.094, resolved=0.509,
)  # fmt: skip
"""Log-odds that a draft is good: logistic regression on facts judged by people."""
RULES: Final[dict[str, float]] = {
    "absence": -0.96, "absence.absent": -1.11, "absence.apologies": 0.49, "amount": 1.09, "amount.change": -0.84,
    "amount.sum": 1.72, "amount.worth": 2.22, "attendance": 1.13, "attendance.attend": 0.18, "attendance.count":
    3.33, "attendance.guest": 1.54, "attendance.guests": 1.27, "attendance.hosts": 0.90, "attendance.included":
    -0.84, "attendance.join": -0.98, "attendance.joined": -1.02, "attendance.kind": 2.13, "attendance.met": 0.57,
    "attendance.named": 1.07, "attendance.number": 0.38, "attendance.participate": -0.19, "attendance.places": 1.07,
    "attendance.present": 1.99, "attendance.represented": -0.66, "attendance.roster": -0.06, "attendance.side":
    1.07, "attendance.which": 2.22, "chair": 1.91, "chair.another": 1.07, "chair.body": 1.31, "chair.chair": -0.66,
    "chair.chaired": 2.03, "chair.chairmanship": -0.19, "chair.co-chaired": 1.50, "chair.convened": 1.87,
    "chair.delegation": 1.66, "chair.host": 2.06, "chair.hosted": 1.45, "chair.led": 1.66, "chair.moderated": 1.07,
    "chair.note": 1.31, "chair.opened": 1.87, "chair.presided": 1.07, "count": 0.39, "count.age": 1.07,
    "count.how_many": 0.51, "count.of_whom": -0.66, "count.share": 0.61, "decision": -0.31, "decision.agreed":
    -0.65, "decision.fate": 1.08, "decision.item": 0.33, "definition": 1.19, "definition.acronym": 2.70,
    "definition.became": -1.41, "definition.first": 1.34, "definition.is": 1.09, "definition.part": -0.19,
    "definition.ready": -0.98, "definition.was": -0.84, "event": -0.13, "event.about": -0.45, "event.after": -0.19,
    "event.dated": 0.13, "event.done": -0.43, "event.for_what": 1.07, "event.happened": -0.80, "event.how": -0.84,
    "event.how_long": 0.21, "event.placed": -0.66, "event.planned": -0.45, "event.to_whom": 1.01, "event.what":
    -0.13, "event.what_did": 0.18, "event.what_of": -0.14, "event.when": 0.14, "event.where": 0.49, "event.who_did":
    0.23, "event.who_told": -1.04, "event.whom": 0.33, "examples": 0.48, "examples.named": 0.48, "meeting": 1.90,
    "meeting.how": 0.63, "meeting.when": 1.84, "meeting.where": 2.64, "minutes": 0.53, "minutes.agenda": 1.27,
    "minutes.agreed": -0.29, "minutes.item": 0.76, "minutes.list": 0.18, "minutes.next": 1.80, "minutes.note":
    -1.24, "minutes.question": 0.96, "minutes.said": 0.54, "minutes.speakers": 1.43, "minutes.step": 0.13,
    "minutes.task": 0.70, "minutes.told": 0.39, "purpose": 0.49, "purpose.aim": 1.70, "purpose.discussed": -0.45,
    "purpose.to": -0.13, "reason": -0.53, "reason.because": -0.53, "role": 1.55, "role.attended": 2.94,
    "role.before": 1.42, "role.behind": 0.92, "role.brackets": -0.19, "role.from": 0.86, "role.front": 1.18,
    "role.holder": 1.39, "role.is": 1.80, "role.line": 2.13, "role.on": -0.19, "schedule": -0.36, "schedule.dated":
    1.22, "schedule.next_when": -1.59, "schedule.next_where": -0.66, "schedule.placed": 1.80, "statement": 0.19,
    "statement.according": -0.84, "statement.asked": -0.26, "statement.of": 0.34, "statement.said": -0.16,
    "statement.spoken": 0.33, "statement.urged": 0.03, "statement.wanted": 0.13, "vote": 0.88, "vote.count": 1.31,
    "vote.item": 0.18, "vote.moved": 1.34, "vote.nominated": -0.84, "vote.result": 0.18, "vote.seconded": 1.64,
    "vote.share": 1.80,
}  # fmt: skip
"""Log-odds that what a rule makes is good, by the rule's name and by its family; drawn toward the mean."""
UNKNOWN_RULE: Final = 0.57
"""Log-odds of a rule that nobody judged: the mean of all."""
KEEP_AT: Final = 0.6
"""The chance from which a draft is written as a fact."""


def chance(signs: Signs) -> float:
    """How likely a draft with these signs is a good fact (0–1)."""
    score = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, signs, strict=True))
    return 1 / (1 + math.exp(-score))


def of_rule(rule: str) -> float:
    """The log-odds of a rule; of its family, where the rule itself was not judged; the mean, of an unknown one."""
    return RULES.get(rule, RULES.get(rule.partition(".")[0], UNKNOWN_RULE))
