"""What each sign weighs when drafts of facts are judged; fitted by deploy/reader/judge.py, whose output this is."""

from __future__ import annotations

import math
from typing import Final

from facts.judging.signs import Signs

BIAS: Final = 1.188
WEIGHTS: Final = Signs(
    good=0.630, true=-0.212, finds=0.085, agrees=-0.270, rule=0.566, question=-0.081, answer=-0.163, what_did=0.556,
    dated=-0.093, attributed=-0.256, goes_on=0.215, numbered=-0.159, resolved=0.857,
)  # fmt: skip
"""Log-odds that a draft is good: logistic regression on facts judged by people."""
RULES: Final[dict[str, float]] = {
    "absence": -0.97, "absence.absent": -1.03, "absence.apologies": 0.26, "amount": 0.90, "amount.change": -0.03,
    "amount.sum": 1.48, "amount.worth": 1.33, "attendance": 1.01, "attendance.attend": 0.37, "attendance.attending":
    -0.54, "attendance.count": 3.18, "attendance.country": 1.89, "attendance.guest": 2.35, "attendance.guests":
    0.86, "attendance.hosts": 1.97, "attendance.included": -0.72, "attendance.join": 0.37, "attendance.joined":
    -1.27, "attendance.kind": 1.74, "attendance.met": 0.47, "attendance.named": 2.03, "attendance.number": 1.36,
    "attendance.participate": 0.37, "attendance.places": 2.15, "attendance.present": 1.81, "attendance.represented":
    0.32, "attendance.roster": -0.22, "attendance.side": -0.24, "attendance.which": 2.03, "chair": 1.26,
    "chair.another": 2.03, "chair.body": 1.55, "chair.chair": -0.72, "chair.chaired": 2.25, "chair.chairmanship":
    -0.03, "chair.co-chaired": 1.33, "chair.convened": 1.68, "chair.delegation": 1.33, "chair.host": 1.31,
    "chair.hosted": 1.07, "chair.led": 0.32, "chair.moderated": 1.33, "chair.note": 1.55, "chair.opened": 1.28,
    "chair.presided": 2.43, "count": 0.71, "count.age": 2.03, "count.how_many": 0.46, "count.share": 0.89,
    "decision": 0.69, "decision.agreed": 1.77, "decision.fate": -0.03, "decision.item": -0.20, "definition": 1.22,
    "definition.acronym": 1.79, "definition.became": -0.58, "definition.first": 0.88, "definition.is": 1.18,
    "definition.part": -0.32, "definition.ready": -0.87, "definition.was": 0.37, "event": 0.23, "event.about": 0.37,
    "event.dated": -0.58, "event.done": -0.80, "event.for_what": 1.55, "event.happened": 1.37, "event.how": -1.56,
    "event.how_long": 0.66, "event.planned": -1.11, "event.to_whom": 0.94, "event.what": 0.74, "event.what_did":
    0.37, "event.what_of": -1.03, "event.when": 0.68, "event.where": 0.04, "event.who_did": 0.42, "event.who_told":
    -0.46, "event.whom": 1.45, "examples": 0.12, "examples.named": 0.12, "meeting": 2.17, "meeting.how": 1.52,
    "meeting.when": 2.04, "meeting.where": 2.70, "minutes": 0.17, "minutes.agenda": 0.24, "minutes.agreed": 0.49,
    "minutes.end": 2.03, "minutes.item": 0.22, "minutes.list": -0.87, "minutes.next": 2.03, "minutes.note": -0.55,
    "minutes.question": -0.24, "minutes.said": 0.22, "minutes.secretary": 0.37, "minutes.speakers": 0.84,
    "minutes.step": -0.58, "minutes.task": 1.00, "minutes.told": 0.30, "purpose": 0.56, "purpose.aim": 1.15,
    "purpose.discussed": -0.03, "purpose.to": 0.30, "reason": -0.90, "reason.because": -0.90, "role": 2.36,
    "role.at_meeting": 2.51, "role.attended": 3.22, "role.before": 2.10, "role.behind": 1.52, "role.brackets":
    -0.03, "role.elected": 1.89, "role.from": 2.35, "role.front": 1.97, "role.holder": 1.90, "role.holder_of": 4.22,
    "role.is": 1.33, "role.line": 3.14, "role.of": 2.60, "role.of_body": 1.89, "role.office": 2.12, "role.on":
    -0.87, "schedule": -1.11, "schedule.dated": 0.66, "schedule.next_when": -1.49, "schedule.next_where": 0.37,
    "schedule.placed": 1.33, "statement": 0.61, "statement.asked": 0.68, "statement.of": 0.53, "statement.said":
    0.64, "statement.spoken": 0.63, "statement.urged": 0.68, "statement.wanted": 0.66, "statement.who_quoted": 2.59,
    "statement.who_said": 0.89, "statement.who_spoke": 0.33, "tally": 1.58, "tally.item": 0.37, "tally.motion":
    1.89, "tally.told": 1.74, "vote": -0.21, "vote.count": -0.24, "vote.item": 0.37, "vote.moved": -0.71,
    "vote.nominated": -0.72, "vote.officer": 2.15, "vote.result": 0.37, "vote.seconded": 1.36, "vote.share": 1.33,
}  # fmt: skip
"""Log-odds that what a rule makes is good, by the rule's name and by its family; drawn toward the mean."""
UNKNOWN_RULE: Final = 0.81
"""Log-odds of a rule that nobody judged: the mean of all."""
KEEP_AT: Final = 0.45
"""The chance from which a draft is written as a fact."""


def chance(signs: Signs) -> float:
    """How likely a draft with these signs is a good fact (0–1)."""
    score = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, signs, strict=True))
    return 1 / (1 + math.exp(-score))


def of_rule(rule: str) -> float:
    """The log-odds of a rule; of its family, where the rule itself was not judged; the mean, of an unknown one."""
    return RULES.get(rule, RULES.get(rule.partition(".")[0], UNKNOWN_RULE))
