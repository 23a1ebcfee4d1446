"""Bodies that met or decided: "the Council met", "she convened the Task Force", "the court ruled"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.meeting import names as naming
from facts.meeting.bodies import LEAD_SENTENCES, Report, body_names, full_name, original_of, title_share
from facts.meeting.mention import Candidate
from facts.meeting.people_met import are_talks, person_of, told_by
from facts.meeting.times import is_ahead
from facts.meeting.words import CONVENE_VERBS, DECIDE_VERBS, DELIBERATING, MEMBERS, SMALL_BODY
from facts.parse.arguments import nominal
from facts.parse.clauses import Argument, Clause
from facts.parse.tree import Token
from facts.parse.words import PLACE_ENTITIES


def bodies_acting(report: Report, clause: Clause, n: int) -> Iterator[Candidate]:
    """The body that met or decided: "the Council met", "she convened the Task Force", "the court ruled"."""
    verb = clause.lemma.split()[0]
    thing = clause.first("object")
    convened = verb in CONVENE_VERBS
    subject = _speakers(clause.subject)
    met = thing if convened and verb != "meet" and thing is not None else subject
    if met is None or (clause.kind != "finite" and not convened) or n >= 8:
        return
    if is_ahead(clause) or any(
        c.tag_ == "MD" and c.lower_ in ("may", "must", "should") for t in clause.chain for c in t.children
    ):
        return
    if person_of(met.head):
        return
    name = _met_body(report, met, convened or (verb in DECIDE_VERBS and n == 0 and are_talks(report)))
    group = met.head.lower_ in MEMBERS
    if name is None and met is subject:
        name = next(_before_verb(report, clause), None)
    if (
        name is None
        or name.islower()
        or (_is_beside_others(met.head) and not group)
        or (convened and clause.verb.tag_ in ("VBZ", "VBP"))
    ):
        return
    if convened and (verb != "meet" or thing is None):
        score = 4.5 - 0.4 * n
    elif verb in DECIDE_VERBS and n < LEAD_SENTENCES and (_deliberates(name) or (group and not _ballots(met))):
        score = 4.0 - 0.5 * n
    else:
        return
    yield Candidate(told_by(clause, met.head), "meeting", name, score + title_share(name, report))


def _is_beside_others(head: Token) -> bool:
    """Whether a noun is one of several; "the Commission of Tarn and Lunn" is one, whatever "Lunn" was parsed to."""
    of_place = any(c.lower_ == "of" and any(g.tag_ == "NNP" for g in c.children) for c in head.children)
    return any(not (of_place and c.i > head.i and c.ent_type_ in PLACE_ENTITIES) for c in head.conjuncts)


def _speakers(subject: Argument | None) -> Argument | None:
    """Who "we" are in "We, the ministers of the Amber Coast, met"; another subject as it is."""
    if subject is None or subject.head.lower_ != "we" or subject.head.nbor(1).text != ",":
        return subject
    behind = (c for c in subject.head.children if c.dep_ in ("appos", "conj"))
    named = next((c for c in behind if c.lower_ in MEMBERS), None)
    return nominal("subject", named) if named is not None else subject


def _met_body(report: Report, met: Argument, convened: bool) -> str | None:
    """The full name of the body that a phrase stands for; the people themselves where they met and have no body."""
    doc = met.head.doc
    text = original_of(doc.span(met.start, met.end))
    heads = [
        name
        for name in body_names(text, report.forms)
        if met.head.lower_ in MEMBERS or met.head.text in name.replace("’", "'").split() or met.head.text in name
    ]
    small = re.match(rf"[Tt]he\s({SMALL_BODY})$", text)
    if heads or small:
        return full_name(heads[0] if heads else small[1] if small else "", report)
    people = naming.bare(text)
    named = people[:1].isupper() or (met.head.head.lower_ == "we" and not people.islower())
    group = convened and met.head.lower_ in MEMBERS and named and 1 < len(people.split()) < 12
    return people if group else None


def _before_verb(report: Report, clause: Clause) -> Iterator[str]:
    """The body that stands right before a verb, where the parser took something else for its subject."""
    first = min((c.i for c in clause.chain[0].children if c.dep_ in ("aux", "auxpass")), default=clause.chain[0].i)
    if first > clause.sentence.start:
        before = original_of(clause.sentence.doc.span(clause.sentence.start, first)).rstrip()
        yield from (full_name(name, report) for name in body_names(before, report.forms) if before.endswith(f" {name}"))


def _ballots(met: Argument) -> bool:
    """Whether those who decide may do so without a meeting, as the members of a union who vote on a pay deal."""
    return met.head.lower_ in ("members", "shareholders")


def _deliberates(name: str) -> bool:
    """Whether a body decides in meetings: "Supreme Court of X", "the X School District board"."""
    return (naming.head_word(name) in DELIBERATING and " " in name) or name.split()[-1] in DELIBERATING
