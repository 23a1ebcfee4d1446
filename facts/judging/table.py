"""What each sign weighs when drafts of facts are judged; fitted by deploy/reader/judge.py, whose output this is."""

from __future__ import annotations

import math
from typing import Final

from facts.judging.signs import Signs

BIAS: Final = -0.258
WEIGHTS: Final = Signs(
    good=0.570, true=-0.150, finds=0.012, agrees=0.585, rule=0.913, question=0.094, answer=-0.086,
    what_did=0.685, dated=0.780, attributed=-0.710, goes_on=-0.684, numbered=-0.702, resolved=0.968,
)  # fmt: skip
"""Log-odds that a draft is good: logistic regression on facts judged by people."""
RULES: Final[dict[str, float]] = {
    "absence": -0.21, "absence.absent": -0.27, "absence.apologies": 0.72, "amount": 0.57, "amount.change": 0.43,
    "amount.sum": 0.71, "amount.worth": 1.43, "attendance": 1.55, "attendance.attend": 0.43, "attendance.count":
    2.94, "attendance.guests": 1.11, "attendance.hosts": 1.69, "attendance.included": 0.02, "attendance.join":
    0.02, "attendance.joined": 0.72, "attendance.kind": 1.48, "attendance.met": 1.33, "attendance.named": 1.43,
    "attendance.number": 1.43, "attendance.participate": 0.02, "attendance.places": 1.43, "attendance.present":
    2.11, "attendance.represented": 0.43, "attendance.roster": 0.41, "attendance.side": 1.43,
    "attendance.which": 1.43, "chair": 1.39, "chair.another": 1.43, "chair.body": 1.65, "chair.chair": 0.43,
    "chair.chaired": 1.83, "chair.chairmanship": 0.02, "chair.co-chaired": 1.99, "chair.convened": 1.40,
    "chair.host": 1.51, "chair.hosted": 1.12, "chair.moderated": 1.43, "chair.note": 1.65, "chair.opened": 0.43,
    "chair.presided": 1.43, "count": 1.03, "count.age": 1.43, "count.how_many": 1.44, "count.share": 0.19,
    "decision": 0.25, "decision.agreed": 0.29, "decision.fate": 0.43, "decision.item": 0.94, "definition": 1.42,
    "definition.acronym": 2.29, "definition.became": 0.02, "definition.first": 0.72, "definition.is": 0.42,
    "definition.part": 0.02, "definition.ready": 0.31, "definition.was": 0.43, "event": 0.25, "event.about":
    0.70, "event.after": -0.27, "event.dated": 0.31, "event.done": 0.53, "event.for_what": 1.43,
    "event.happened": 0.02, "event.how": 0.02, "event.how_long": 1.12, "event.planned": -0.49, "event.to_whom":
    1.33, "event.what": 0.36, "event.what_did": 0.43, "event.when": 0.36, "event.where": 1.48, "event.who_did":
    0.11, "event.who_told": -0.22, "event.whom": 1.41, "examples": 1.31, "examples.named": 1.31, "meeting":
    1.66, "meeting.how": 1.22, "meeting.when": 1.77, "meeting.where": 1.39, "minutes": 0.96, "minutes.actions":
    1.65, "minutes.agenda": 1.11, "minutes.agreed": 0.94, "minutes.item": 1.01, "minutes.list": 0.43,
    "minutes.next": 1.43, "minutes.note": 1.99, "minutes.said": 0.83, "minutes.secretary": 0.43,
    "minutes.speakers": 1.55, "minutes.step": 0.31, "minutes.task": 0.83, "purpose": 0.63, "purpose.aim": 1.02,
    "purpose.discussed": 0.02, "purpose.to": 0.57, "reason": 0.01, "reason.because": 0.01, "role": 2.09,
    "role.attended": 1.80, "role.before": 2.26, "role.behind": 1.15, "role.brackets": 0.02, "role.from": 1.62,
    "role.front": 1.69, "role.holder": 1.88, "role.is": 1.43, "role.line": 2.81, "role.on": 0.02, "schedule":
    -0.17, "schedule.dated": 0.72, "schedule.next_when": -0.49, "schedule.placed": 1.43, "statement": 0.64,
    "statement.according": 0.02, "statement.asked": 0.82, "statement.said": 0.24, "statement.spoken": 0.81,
    "statement.urged": 0.71, "statement.wanted": 0.31, "vote": 0.13, "vote.count": 1.65, "vote.item": 0.43,
    "vote.moved": 0.94, "vote.nominated": 0.02, "vote.result": 0.02, "vote.seconded": 0.72, "vote.share": 1.43,
}  # fmt: skip
"""Log-odds that what a rule makes is good, by the rule's name and by its family; drawn toward the mean."""
UNKNOWN_RULE: Final = 0.89
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
