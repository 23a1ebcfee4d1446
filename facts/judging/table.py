"""What each sign weighs when drafts of facts are judged; fitted by deploy/reader/judge.py, whose output this is."""

from __future__ import annotations

import math
from typing import Final

from facts.judging.signs import Signs

BIAS: Final = -0.033
WEIGHTS: Final = Signs(
    good=0.570, true=-0.150, finds=0.012, agrees=0.585, rule=0.913, question=0.094, answer=-0.086,
    what_did=0.685, dated=0.780, attributed=-0.710, goes_on=-0.684, numbered=-0.702, resolved=0.968,
)  # fmt: skip
"""Log-odds that a draft is good: logistic regression on facts judged by people."""
RULES: Final[dict[str, float]] = {
    "absence": 0.01, "absence.absent": 0.01, "absence.apologies": 0.71, "amount": 0.57, "amount.change": 0.42,
    "amount.sum": 0.70, "amount.worth": 1.42, "attendance": 1.57, "attendance.attend": 0.42, "attendance.count":
    2.93, "attendance.guest": 2.22, "attendance.guests": 1.10, "attendance.hosts": 1.68, "attendance.included":
    0.02, "attendance.join": 0.02, "attendance.joined": 0.71, "attendance.kind": 1.48, "attendance.met": 1.33,
    "attendance.named": 1.42, "attendance.number": 1.42, "attendance.participate": 0.02, "attendance.places":
    1.42, "attendance.present": 2.11, "attendance.represented": 0.42, "attendance.roster": 0.41,
    "attendance.side": 1.42, "attendance.which": 1.42, "chair": 1.37, "chair.another": 1.42, "chair.body": 1.64,
    "chair.chair": 0.42, "chair.chaired": 1.82, "chair.chairmanship": 0.02, "chair.co-chaired": 1.82,
    "chair.convened": 1.40, "chair.host": 1.51, "chair.hosted": 1.11, "chair.moderated": 1.42, "chair.note":
    1.64, "chair.opened": 0.42, "chair.presided": 1.42, "count": 1.03, "count.age": 1.42, "count.how_many":
    1.44, "count.share": 0.19, "decision": 0.16, "decision.agreed": 0.19, "decision.fate": 0.42,
    "decision.item": 0.93, "definition": 1.49, "definition.acronym": 2.29, "definition.became": 0.30,
    "definition.first": 0.93, "definition.is": 0.70, "definition.part": 0.02, "definition.ready": 0.02,
    "definition.was": 0.42, "event": 0.23, "event.about": 0.41, "event.after": -0.27, "event.dated": 0.30,
    "event.done": 0.52, "event.for_what": 1.42, "event.happened": 0.01, "event.how": 0.02, "event.how_long":
    1.11, "event.planned": -0.50, "event.to_whom": 1.33, "event.what": 0.33, "event.what_did": 0.42,
    "event.what_of": 0.57, "event.when": 0.37, "event.where": 1.48, "event.who_did": 0.18, "event.who_told":
    -0.22, "event.whom": 1.11, "examples": 1.31, "examples.named": 1.31, "meeting": 1.73, "meeting.how": 1.21,
    "meeting.when": 1.78, "meeting.where": 1.64, "minutes": 0.89, "minutes.actions": 1.64, "minutes.agenda":
    1.10, "minutes.agreed": 0.93, "minutes.item": 1.39, "minutes.list": 0.42, "minutes.next": 1.42,
    "minutes.note": -0.48, "minutes.question": 1.97, "minutes.said": 0.84, "minutes.secretary": 0.42,
    "minutes.speakers": 1.55, "minutes.step": 0.30, "minutes.task": 0.70, "minutes.told": 0.57, "purpose": 0.76,
    "purpose.aim": 1.19, "purpose.discussed": 0.01, "purpose.to": 0.70, "reason": 0.26, "reason.because": 0.26,
    "role": 2.09, "role.attended": 1.80, "role.before": 2.26, "role.behind": 1.15, "role.brackets": 0.02,
    "role.from": 1.62, "role.front": 1.68, "role.holder": 1.88, "role.is": 1.42, "role.line": 2.81, "role.on":
    0.02, "schedule": -0.17, "schedule.dated": 0.71, "schedule.next_when": -0.50, "schedule.placed": 1.42,
    "statement": 0.72, "statement.according": 0.02, "statement.asked": 0.82, "statement.of": 0.87,
    "statement.said": 0.27, "statement.spoken": 0.88, "statement.urged": 0.59, "statement.wanted": 0.30, "vote":
    0.12, "vote.count": 1.64, "vote.item": 0.42, "vote.moved": 0.93, "vote.nominated": 0.02, "vote.result":
    0.02, "vote.seconded": 0.71, "vote.share": 1.42,
}  # fmt: skip
"""Log-odds that what a rule makes is good, by the rule's name and by its family; drawn toward the mean."""
UNKNOWN_RULE: Final = 0.89
"""Log-odds of a rule that nobody judged: the mean of all."""
KEEP_AT: Final = 0.55
"""The chance from which a draft is written as a fact."""


def chance(signs: Signs) -> float:
    """How likely a draft with these signs is a good fact (0–1)."""
    score = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, signs, strict=True))
    return 1 / (1 + math.exp(-score))


def of_rule(rule: str) -> float:
    """The log-odds of a rule; of its family, where the rule itself was not judged; the mean, of an unknown one."""
    return RULES.get(rule, RULES.get(rule.partition(".")[0], UNKNOWN_RULE))
