"""The motion that a vote is about: a proposal or decision that its clause, its sentence or an earlier one tells of."""

from __future__ import annotations

import dataclasses
import re

from facts.extract.doings.decisions import (
    PROPOSAL_NOUNS,
    REJECTING_VERBS,
    RESOLVING_VERBS,
    is_vague,
    motion_of,
    said,
    verb_of,
)
from facts.extract.draft import Material, Sentence
from facts.parse.clauses import Clause
from facts.parse.phrases import is_body, is_person

FOR_VERBS = frozenset({"back", "favor", "favour", "support"})
AGAINST_VERBS = frozenset({"dissent", "oppose"})
TAKING_SIDES = FOR_VERBS | AGAINST_VERBS
VOTED_VERBS = RESOLVING_VERBS | TAKING_SIDES
"""Verbs whose object or aim may have been voted on."""

CONTEST_VERBS = frozenset({"beat", "defeat", "edge", "elect", "outpoll", "win", "lose"})


@dataclasses.dataclass(frozen=True, slots=True)
class Motion:
    """What a vote is about, as it stands in a question.

    `rejected`: it came to nothing; `weak`: it is only something that a body did; `unknown`: the text doesn't say what.
    """

    text: str
    rejected: bool = False
    weak: bool = False
    unknown: bool = False


def put_forward(sentence: Sentence) -> list[Motion]:
    """The proposal that a sentence is about: "the motion fell short of …", "the compromise was put forward by …"."""
    for clause in sentence.clauses:
        if (
            clause.subject is not None
            and clause.verb.dep_ == "ROOT"
            and clause.subject.head.lemma_.lower() in PROPOSAL_NOUNS
        ):
            motion = said(clause.subject, sentence.antecedents)
            return [] if is_vague(motion) else [Motion(motion)]
    return []


def actions(sentence: Sentence) -> list[Motion]:
    """What a body did, where no verb of deciding says so: "the Council raised the rate"."""
    for clause in sentence.clauses:
        words = sentence.words_of(clause)
        thing = clause.first("object")
        if clause.subject is None and clause.verb.dep_ == "ROOT" and thing is not None and clause.verb.tag_ == "VBD":
            return [Motion(f"the decision to {clause.verb.lemma_} {said(thing, sentence.antecedents)}", weak=True)]
        if (
            words is not None
            and clause.verb.dep_ == "ROOT"
            and clause.first("object")
            and is_body(clause.verb.head if clause.subject is None else clause.subject.head)
        ):
            return [Motion(f"the decision to {clause.verb.lemma_} {words.rest(None)}", weak=True)]
    return []


def motions_of(sentence: Sentence) -> list[tuple[Clause, Motion]]:
    """The clauses of a sentence that tell of a decision, with what it is about."""
    found = []
    for clause in sentence.clauses:
        verb = verb_of(clause)
        words = sentence.words_of(clause)
        if words is None or len(clause.chain) > 1 or verb not in VOTED_VERBS:
            continue
        motion = motion_of(clause, words, sentence.antecedents)
        if motion and not re.match(r"(?:no|yes|aye|them|him|her)$", motion) and not is_contest(clause):
            found.append((clause, Motion(motion, verb in REJECTING_VERBS)))
    return found


def is_contest(clause: Clause) -> bool:
    """Whether people are voted on, not a proposal: "she was elected", "he beat her"."""
    thing = clause.first("object") or (clause.subject if clause.passive else None)
    return clause.verb.lemma_.lower() in CONTEST_VERBS and (
        thing is None or is_person(thing.head) or thing.head.pos_ == "PROPN"
    )


def motion_among(
    clause: Clause | None, own: list[tuple[Clause, Motion]], last: Motion | None, material: Material
) -> Motion:
    """What a vote is about: what its clause says, another clause of the sentence, or the decision told of last."""
    here = [m for c, m in own if clause is not None and c.verb.i == clause.verb.i]
    beside = [m for c, m in own if not is_vague(m.text)]
    for motion in (*here, *beside, *([last] if last else ())):
        if not is_vague(motion.text):
            return Motion(motion.text, motion.rejected or any(h.rejected for h in here))
    return Motion(
        f"the decision of {material.label}" if material.label else "the decision",
        any(h.rejected for h in here),
        unknown=True,
    )
