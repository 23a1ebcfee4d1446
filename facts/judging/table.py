"""What each sign weighs when drafts of facts are judged; fitted by deploy/reader/judge.py, whose output this is."""

from __future__ import annotations

import math
from typing import Final

from facts.judging.signs import Signs

BIAS: Final = 1.946
WEIGHTS: Final = Signs(
    good=0.816, true=-0.126, finds=-0.007, agrees=0.503, rule=0.372, question=-0.679, answer=-0.196, what_did=0.607,
    dated=0.678, attributed=0.085, goes_on=-0.220, numbered=-0.378, resolved=0.332,
)  # fmt: skip
"""Log-odds that a draft is good: logistic regression on facts judged by people."""
RULES: Final[dict[str, float]] = {
    "absence": 0.92, "absence.absent": 0.48, "absence.apologies": 1.65, "amount": 0.15, "amount.change": 1.56,
    "amount.sum": -0.49, "amount.worth": 1.09, "attendance": 1.11, "attendance.attend": 0.20, "attendance.body":
    1.68, "attendance.count": 1.62, "attendance.guest": 1.68, "attendance.guests": 0.47, "attendance.hosts": 1.58,
    "attendance.included": 0.20, "attendance.join": 0.20, "attendance.joined": 0.51, "attendance.kind": 1.80,
    "attendance.met": 1.41, "attendance.named": 1.82, "attendance.number": 0.39, "attendance.participate": 0.20,
    "attendance.places": 1.09, "attendance.present": 1.69, "attendance.represented": 0.25, "attendance.roster":
    0.49, "attendance.side": 1.09, "attendance.take": -1.22, "attendance.which": 1.09, "chair": 0.99,
    "chair.another": 1.09, "chair.body": 1.33, "chair.chair": 0.25, "chair.chaired": 2.65, "chair.chairmanship":
    -0.17, "chair.co-chaired": 1.09, "chair.convened": 1.56, "chair.host": 0.77, "chair.hosted": -0.09, "chair.led":
    0.25, "chair.moderated": 1.09, "chair.note": 1.94, "chair.opened": 1.10, "chair.presided": 1.09, "count": -0.16,
    "count.age": 1.09, "count.alone": -0.65, "count.how_many": -0.05, "count.share": -0.31, "decision": 0.30,
    "decision.agreed": 0.42, "decision.fate": -0.82, "decision.item": 0.74, "definition": 1.43,
    "definition.acronym": 2.17, "definition.became": 0.77, "definition.first": 0.98, "definition.is": -0.23,
    "definition.part": -0.17, "definition.ready": -0.05, "definition.was": 0.20, "event": 0.11, "event.about":
    -0.22, "event.dated": 0.48, "event.done": -0.56, "event.for_what": -0.34, "event.happened": -1.83, "event.how":
    -0.82, "event.how_long": 0.21, "event.planned": -0.97, "event.to_whom": 0.58, "event.what": 0.32,
    "event.what_did": 0.20, "event.what_of": 0.48, "event.when": 0.16, "event.where": 0.14, "event.who_did": 0.32,
    "event.who_told": 0.63, "event.whom": 0.22, "examples": 0.07, "examples.named": 0.07, "meeting": 1.85,
    "meeting.how": 1.10, "meeting.when": 1.84, "meeting.where": 1.89, "minutes": 0.71, "minutes.agenda": 0.99,
    "minutes.agreed": 0.74, "minutes.item": 0.90, "minutes.list": -0.17, "minutes.next": 1.09, "minutes.note":
    -0.20, "minutes.question": 1.09, "minutes.said": 0.92, "minutes.speakers": 0.93, "minutes.step": 0.14,
    "minutes.task": 0.72, "minutes.told": 0.73, "purpose": 0.63, "purpose.aim": 0.70, "purpose.discussed": -0.17,
    "purpose.to": 0.70, "reason": -1.35, "reason.because": -1.35, "role": 1.83, "role.as": -1.22, "role.attended":
    2.34, "role.before": 2.19, "role.behind": 1.22, "role.brackets": -0.97, "role.elected": -0.68, "role.from":
    1.51, "role.front": 1.17, "role.holder": 2.58, "role.is": 1.82, "role.line": 2.68, "role.on": -0.17, "schedule":
    0.31, "schedule.dated": 0.51, "schedule.next_when": -0.68, "schedule.next_where": 1.56, "schedule.placed": 1.82,
    "statement": 0.37, "statement.asked": 0.56, "statement.of": 0.63, "statement.said": 0.01, "statement.spoken":
    0.54, "statement.urged": 1.10, "statement.wanted": -1.40, "tally": 0.08, "tally.item": -0.65, "tally.motion":
    0.35, "vote": 0.47, "vote.abstained": 1.68, "vote.became": 0.25, "vote.count": 1.09, "vote.for": -0.65,
    "vote.item": 0.20, "vote.moved": 0.22, "vote.nominated": 0.20, "vote.result": 0.20, "vote.seconded": 1.94,
    "vote.share": 1.09,
}  # fmt: skip
"""Log-odds that what a rule makes is good, by the rule's name and by its family; drawn toward the mean."""
UNKNOWN_RULE: Final = 0.60
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
