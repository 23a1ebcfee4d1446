"""What each sign weighs when drafts of facts are judged; fitted by deploy/reader/judge.py, whose output this is."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from facts.judging.signs import Signs

BIAS: Final = 1.076
WEIGHTS: Final = Signs(
    good=0.989, true=-0.507, finds=-0.139, agrees=0.379, rule=0.263, question=0.340, answer=-0.229, what_did=0.361,
    dated=-0.425, attributed=-0.680, goes_on=0.712, numbered=0.179, resolved=1.363,
)  # fmt: skip
"""Log-odds that a draft is good: logistic regression on facts judged by people."""
RULES: Final[dict[str, float]] = {
    "absence": -0.47, "absence.absent": -0.56, "absence.apologies": 0.69, "amount": 0.94, "amount.change": 0.40,
    "amount.level": 1.94, "amount.percent": 1.94, "amount.sum": 1.50, "amount.worth": -0.23, "attendance": 1.23,
    "attendance.attend": -0.70, "attendance.attending": -0.52, "attendance.count": 3.34, "attendance.country": 1.94,
    "attendance.guest": 2.39, "attendance.guests": 0.60, "attendance.hosts": 0.98, "attendance.included": -0.70,
    "attendance.join": 0.40, "attendance.joined": -1.21, "attendance.kind": 2.02, "attendance.met": 0.52,
    "attendance.named": 2.07, "attendance.number": 0.47, "attendance.participate": 0.40, "attendance.places": 2.07,
    "attendance.present": 1.67, "attendance.represented": 1.94, "attendance.roster": 2.70, "attendance.side": -0.23,
    "attendance.which": 2.48, "chair": 1.48, "chair.another": 2.07, "chair.body": 1.60, "chair.chaired": 2.29,
    "chair.chairmanship": -0.01, "chair.co-chaired": 1.38, "chair.convened": 0.60, "chair.host": 1.70,
    "chair.hosted": 1.09, "chair.led": -0.52, "chair.moderated": 1.38, "chair.note": 1.60, "chair.opened": 2.39,
    "chair.presided": 2.48, "count": 0.40, "count.age": 2.07, "count.how_many": -0.11, "count.share": 1.57,
    "decision": 0.95, "decision.agreed": 1.57, "decision.fate": 0.40, "decision.item": -0.19, "definition": 1.48,
    "definition.acronym": 2.09, "definition.became": -0.56, "definition.first": 0.91, "definition.is": 1.20,
    "definition.part": -0.01, "definition.ready": -0.85, "definition.was": 0.40, "event": 0.10, "event.about": 0.73,
    "event.dated": -0.56, "event.done": -0.79, "event.for_what": 1.38, "event.happened": 1.38, "event.how": -1.54,
    "event.how_long": 0.69, "event.planned": -1.68, "event.to_whom": 1.94, "event.what": 0.45, "event.what_did":
    0.40, "event.what_of": -1.01, "event.when": 0.39, "event.where": 0.42, "event.who_did": 0.04, "event.who_told":
    -0.53, "event.whom": 2.29, "examples": 0.54, "examples.named": 0.54, "meeting": 2.13, "meeting.how": 1.10,
    "meeting.when": 2.19, "meeting.where": 2.21, "minutes": 0.23, "minutes.actions": 1.60, "minutes.agenda": 0.62,
    "minutes.agreed": 0.91, "minutes.end": 1.94, "minutes.item": 0.50, "minutes.list": -1.21, "minutes.next": 2.07,
    "minutes.note": -0.83, "minutes.question": -0.23, "minutes.said": -0.15, "minutes.speakers": 1.46,
    "minutes.step": -0.56, "minutes.task": 1.10, "minutes.told": 0.31, "purpose": 0.66, "purpose.aim": 0.72,
    "purpose.also": 1.47, "purpose.discussed": -0.01, "purpose.to": 0.13, "reason": -0.62, "reason.because": -0.62,
    "role": 2.16, "role.at_meeting": 2.47, "role.attended": 2.11, "role.before": 2.14, "role.behind": 1.15,
    "role.brackets": -0.01, "role.elected": 1.94, "role.from": 1.45, "role.front": 2.03, "role.holder": 1.91,
    "role.holder_of": 4.25, "role.is": 1.38, "role.line": 3.06, "role.of": 2.01, "role.of_body": 1.94,
    "role.office": 3.43, "role.on": -0.85, "schedule": -0.11, "schedule.dated": 0.69, "schedule.next_when": -0.44,
    "schedule.next_where": 0.40, "schedule.placed": 2.07, "statement": 0.56, "statement.asked": 2.29,
    "statement.of": 1.33, "statement.said": 0.29, "statement.several": -0.52, "statement.spoken": 0.55,
    "statement.urged": -0.07, "statement.wanted": 1.38, "statement.who_quoted": 2.39, "statement.who_said": 1.33,
    "statement.who_spoke": 0.57, "tally": 2.70, "tally.item": 1.94, "tally.motion": 2.39, "vote": -0.27,
    "vote.count": -0.23, "vote.item": 0.40, "vote.moved": -0.70, "vote.nominated": -0.70, "vote.officer": 1.94,
    "vote.seconded": 1.38, "vote.share": 1.38,
}  # fmt: skip
"""Log-odds that what a rule makes is good, by the rule's name and by its family; drawn toward the mean."""
UNKNOWN_RULE: Final = 0.92
"""Log-odds of a rule that nobody judged: the mean of all."""
KEEP_AT: Final = 0.55
"""Chance from which a draft is kept: of those judged that are made today, articles held out, 80% were good and 2%
untrue from there on."""
KEEP_SOONER_AT: Final[Mapping[str, float]] = {
    **dict.fromkeys(("absence", "attendance", "chair", "meeting", "purpose"), 0.3),
    **dict.fromkeys(("amount.change", "decision", "minutes.action", "minutes.end", "vote.moved"), 0.2),
    **dict.fromkeys(("minutes.next", "minutes.next_place", "schedule.next_host", "schedule.next_when"), 0.2),
    **dict.fromkeys(("schedule.next_where", "vote.seconded"), 0.2),
    "count.how_many": 0.4,
    "event.what": 0.35,
    "reason.because": 0.3,
    "statement.of": 0.5,
    "statement.spoken": 0.4,
    "tally": 0.5,
}
"""The same for rules, and families of them, that are better than the table says. Of facts from there to 0.55 were good:
16 of 16 of the meeting itself, 91 of 97 of what was decided and comes next, 96 of 112 of the others; one was untrue.
"""
MOVED_BY: Final = 0.1
"""What a change elsewhere may take from the chance of a draft that stands on record: with a number changed in each of
111 places of `tests/articles`, four facts of other sentences fell below the bar, by less than 0.06 each."""


def chance(signs: Signs) -> float:
    """How likely a draft with these signs is a good fact (0–1)."""
    score = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, signs, strict=True))
    return 1 / (1 + math.exp(-score))


def of_rule(rule: str) -> float:
    """The log-odds of a rule; of its family, where the rule itself was not judged; the mean, of an unknown one."""
    return RULES.get(rule, RULES.get(rule.partition(".")[0], UNKNOWN_RULE))


def keep_at(rule: str) -> float:
    """The chance from which a draft of a rule is kept.

    >>> keep_at("attendance.roster") < keep_at("statement.spoken") < keep_at("statement.said")
    True
    """
    return KEEP_SOONER_AT.get(rule, KEEP_SOONER_AT.get(rule.partition(".")[0], KEEP_AT))
