"""Bodies that met or decided: "the Council met", "she convened the Task Force", "the court ruled"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.meeting import names as naming
from facts.meeting.bodies import LEAD_SENTENCES, OFFICERS, Report, body_names, full_name, original_of, title_share
from facts.meeting.mention import Candidate
from facts.meeting.people_met import are_talks, person_of, told_by
from facts.meeting.times import is_ahead
from facts.meeting.words import BODY_HEADS, CONVENE_VERBS, DECIDE_VERBS, DELIBERATING, LOCAL, MEMBERS, SMALL_BODY
from facts.parse.arguments import nominal
from facts.parse.clauses import Argument, Clause
from facts.parse.tree import Token
from facts.parse.words import PLACE_ENTITIES

_DAY_BEHIND = re.compile(
    r"\s(?:on\s)?(?:[A-Z][a-z]+day|today|yesterday)(?:\s(?:afternoon|evening|morning|night))?$", re.IGNORECASE
)
"""The day between a body and what it did: "the Coalition on Sunday adopted"."""
RATE_VERBS = frozenset({"cut", "hike", "hold", "keep", "leave", "lift", "lower", "raise", "reduce", "trim"})
"""What a central bank does with its rate (lemmas)."""

PUT = frozenset({"ballot", "bill", "motion", "no-confidence", "vote"})
"""What is put to the vote in a body (lemmas)."""
ENDING = frozenset({"carry", "defeat", "lose", "pass", "survive", "win"})
"""What becomes of those who face it (lemmas)."""
CALLED = frozenset({"conference", "congress", "convention", "gathering", "meeting", "session", "summit"})
"""What a text calls a meeting that its first sentence does not name."""
CALLED_WITHIN = 8
"""In how many sentences it does."""
ACTING_WITHIN = 8
"""In how many sentences of an article it is told who met."""
BALLOTING = frozenset({"members", "shareholders"})
"""Those who may decide without a meeting, as the members of a union who vote on a pay deal."""


def bodies_acting(report: Report, clause: Clause, n: int) -> Iterator[Candidate]:
    """The body that the article's sentence `n` says met or decided."""
    verb, thing = clause.lemma.split()[0], clause.first("object")
    convened = verb in CONVENE_VERBS
    if n >= ACTING_WITHIN or (clause.kind != "finite" and not convened) or not _is_done(clause):
        return
    name, head, group = _who_acted(report, clause, n)
    if name is None or name.islower() or (convened and clause.verb.tag_ in ("VBZ", "VBP")):
        return
    points = title_share(name, report)
    if convened and (verb != "meet" or thing is None):
        yield Candidate(told_by(clause, head), "meeting", name, 4.5 - 0.4 * n + points)
    elif verb not in DECIDE_VERBS or (group and verb == "leave"):  # "envoys left the town"
        return
    elif n < LEAD_SENTENCES and (_deliberates(name) or (group and head.lower_ not in BALLOTING)):
        yield Candidate(told_by(clause, head), "meeting", name, 4.0 - 0.5 * n + points)
    elif n == 0 and naming.is_body(name) and (called := _called(report)) is not None:
        yield Candidate(told_by(clause, head), called, name, 4.0 + points)


def _is_done(clause: Clause) -> bool:
    """Whether a clause tells of what was done, and not of what will, may or should be."""
    modals = {c.lower_ for t in clause.chain for c in t.children if c.tag_ == "MD"}
    return not is_ahead(clause) and modals.isdisjoint({"may", "must", "should"})


def _who_acted(report: Report, clause: Clause, n: int) -> tuple[str | None, Token, bool]:
    """The body that a clause says did something, the word that stands for it, and whether its members are named."""
    verb, thing = clause.lemma.split()[0], clause.first("object")
    convened = verb in CONVENE_VERBS
    subject = clause.first("agent") if clause.passive and not convened else _speakers(clause.subject)
    met = thing if convened and verb != "meet" and thing is not None else subject
    if met is not None and met.head.lower_ not in BODY_HEADS and person_of(met.head):
        return None, met.head, False
    if met is not None:
        name = _met_body(report, met, convened or (verb in DECIDE_VERBS and n == 0 and are_talks(report)))
        group = met.head.lower_ in MEMBERS
        if name is not None:
            return (name if group or not _is_beside_others(met.head) else None), met.head, group
    if met is subject and not clause.passive and (before := _before_verb(report, clause)) is not None:
        return before[0], met.head if met is not None else clause.verb, before[1]
    return None, clause.verb, False


def bodies_voting(report: Report, clause: Clause, n: int) -> Iterator[Candidate]:
    """The body in which something was put to the vote: "survived a motion of no confidence in the Tarn Senate"."""
    thing, text = clause.first("object"), original_of(clause.sentence)
    put = thing is not None and thing.head.lemma_.lower() in PUT and clause.lemma.split()[0] in ENDING
    if not put or n > 0 or clause.kind != "finite" or is_ahead(clause):
        return
    for name in body_names(text, report.forms):
        if _deliberates(name) and re.search(rf"\b(?:before|in|through) (?:the )?{re.escape(name)}", text):
            whole = full_name(name, report)
            yield Candidate(told_by(clause, clause.verb), "meeting", whole, 4.0 + title_share(whole, report))
            return


def central_banks(report: Report, clause: Clause, n: int) -> Iterator[Candidate]:
    """The bank that set its rate, which it does in meetings: "the Bank of Lunn cut its key rate on Tuesday"."""
    met, thing = clause.subject, clause.first("object")
    sets = clause.lemma.split()[0] in RATE_VERBS and thing is not None and thing.head.lemma_.lower() == "rate"
    if n > 0 or met is None or not sets or clause.kind != "finite" or not _is_done(clause):
        return
    name = next(body_names(original_of(met.head.doc.span(met.start, met.end)), report.forms), None)
    if name is not None and "bank" in name.lower().split():
        whole = full_name(name, report)
        yield Candidate(told_by(clause, met.head), "meeting", whole, 3.2 + title_share(whole, report))


def _called(report: Report) -> str | None:
    """What the sentences behind the first call the meeting that it tells of: "The conference drew 640 people"."""
    for parse in report.sentences[1:CALLED_WITHIN]:
        for clause in parse.clauses:
            head = clause.subject.head if clause.subject is not None else None
            if head is not None and head.lower_ in CALLED and not is_ahead(clause) and clause.kind == "finite":
                opener = head.doc[head.left_edge.i].lower_
                if opener == "the" and head.left_edge.i == head.i - 1:
                    return str(head.lower_)
    return None


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
        if (met.head.lower_ in MEMBERS and not _is_listed(name, text))
        or met.head.text in name.replace("’", "'").split()
        or met.head.text in name
    ]
    house = re.search(rf"\b{OFFICERS} (?:at|of) (?:the )?({naming.NAME.pattern})", text)
    if house is not None and not heads and met.head.lower_ in MEMBERS:
        heads = [naming.trimmed(house[1])]
    small = _in_small_letters(text)
    if heads or small:
        return full_name(heads[0] if heads else small or "", report)
    people = naming.bare(text)
    named = people[:1].isupper() or (met.head.head.lower_ == "we" and not people.islower())
    group = convened and met.head.lower_ in MEMBERS and named and 1 < len(people.split()) < 12
    return people if group else None


def _is_listed(name: str, text: str) -> bool:
    """Whether those who met are of several: "the leaders of Tarn, the Lunn Council and Ostria"."""
    before, _, behind = text.partition(name)
    return (
        re.search(r"(?:,| and) (?:the )?$", before) is not None
        or re.match(r",? (?:and )?(?:the )?[A-Z]", behind) is not None
    )


def _in_small_letters(text: str) -> str | None:
    """The body that a phrase without a name stands for: "a divided school board", "town councillors"."""
    body = re.fullmatch(rf"(?:[Tt]he|[Aa]n?(?: [a-z]+)?) ({SMALL_BODY})", text)
    if body is not None:
        return body[1]
    members = re.fullmatch(r"(?:[Tt]he )?(?P<sort>[a-z]+ )?[Cc]ouncillors", text)
    sort = members["sort"] or "" if members is not None else ""
    return f"{sort}council" if members is not None and (not sort or sort.strip() in LOCAL) else None


def _before_verb(report: Report, clause: Clause) -> tuple[str, bool] | None:
    """The body that stands right before a verb, where the parser took something else for its subject, and whether its
    members do."""
    first = min((c.i for c in clause.chain[0].children if c.dep_ in ("aux", "auxpass")), default=clause.chain[0].i)
    if first <= clause.sentence.start:
        return None
    before = _DAY_BEHIND.sub("", original_of(clause.sentence.doc.span(clause.sentence.start, first)).rstrip())
    house = re.search(rf"\b(?:delegates|{OFFICERS}) (?:at|from|of) (?:the )?({naming.NAME.pattern})$", before)
    names = (name for name in body_names(before, report.forms) if before.endswith(f" {name}"))
    name = next(names, naming.trimmed(house[1]) if house is not None else None)
    return (full_name(name, report), house is not None) if name else None


def _deliberates(name: str) -> bool:
    """Whether a body decides in meetings: "Supreme Court of X", "the X School District board"."""
    return (naming.head_word(name) in DELIBERATING and " " in name) or name.split()[-1] in DELIBERATING
