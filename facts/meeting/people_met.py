"""People who met, where no meeting is named: "Secretary A met B", "ministers agreed …" in what are called talks."""

from __future__ import annotations

from collections.abc import Iterator

from facts.folding import squeezed
from facts.meeting import names as naming
from facts.meeting.bodies import LEAD_SENTENCES, Report, original_of
from facts.meeting.mention import Candidate, MeetingMention
from facts.meeting.times import is_ahead
from facts.parse.clauses import Clause
from facts.parse.tree import Token

TALKS = frozenset({"meeting", "session", "summit", "talks"})
"""What a text calls a meeting that it has told of without the word."""
LED = frozenset({"chair", "close", "conclude", "lead", "open"})
"""What who leads a meeting does with it (lemmas)."""
TOLD_WITHIN = 5
"""In how many sentences it does."""


def are_talks(report: Report) -> bool:
    """Whether the sentences behind the first call what that tells of "the talks": what they did, how they were, who led
    them."""
    return any(
        token.lower_ in TALKS and any(c.lower_ == "the" for c in token.children) and _is_told_of(token)
        for parse in report.sentences[1:TOLD_WITHIN]
        for token in parse.span
        if not any(c.lower_ == "of" for c in token.children)
    )


def _is_told_of(meeting: Token) -> bool:
    led = meeting.dep_ == "dobj" and meeting.head.lemma_ in LED
    over = meeting.dep_ == "pobj" and meeting.head.lower_ == "over" and meeting.head.head.lemma_ == "preside"
    return meeting.dep_ in ("nsubj", "nsubjpass") or led or over


def told_by(clause: Clause, head: Token) -> MeetingMention:
    """The mention of a meeting by a clause, with one of its words as head."""
    return MeetingMention(clause.paragraph, clause.sentence, clause, head)


def people_met(report: Report, clause: Clause, n: int) -> Iterator[Candidate]:
    """People who met, where no meeting is named: "Secretary A met B", "X convened stakeholders to discuss Y"."""
    verb = clause.lemma.split()[0]
    if (
        n >= LEAD_SENTENCES
        or verb not in ("meet", "convene", "gather", "host")
        or clause.subject is None
        or clause.kind != "finite"
    ):
        return
    if is_ahead(clause):
        return
    if verb == "meet":
        yield Candidate(told_by(clause, clause.verb), "meeting", None, 2.5 - 0.5 * n)
    others = clause.first("object") or next((a for a in clause.arguments if a.preposition == "with"), None)
    doc = clause.subject.head.doc
    first, second = person_of(clause.subject.head), person_of(others.head) if others else None
    if verb == "meet" and first and second:
        yield Candidate(told_by(clause, clause.verb), f"meeting of {first} and {second}", None, 3.4 - 0.5 * n)
        return
    topic = next(
        (
            t
            for t in doc[clause.verb.i : clause.sentence.end]
            if t.lemma_ in ("discuss", "address", "review") and t.pos_ == "VERB"
        ),
        None,
    )
    about = next((c for c in topic.children if c.dep_ == "dobj"), None) if topic is not None else None
    if about is not None and (others is not None or verb in ("meet", "gather")):
        original: str = doc.original
        end = next(
            (
                c.left_edge.i
                for c in about.children
                if c.i > about.i and c.dep_ in ("relcl", "acl", "punct", "cc", "conj")
            ),
            about.right_edge.i + 1,
        )
        topic_text = naming.bare(squeezed(original[about.left_edge.idx : doc[end - 1].idx + len(doc[end - 1])]))
        if len(topic_text.split()) <= 8:
            yield Candidate(told_by(clause, clause.verb), f"meeting on {topic_text}", None, 3.2 - 0.5 * n)


def person_of(head: Token) -> str | None:
    """The person's name that a noun phrase is built on, or that is apposed to it."""
    heads = {head.i, *(c.i for c in head.children if c.dep_ == "appos")}
    entity = next((e for e in head.doc.ents if e.label_ == "PERSON" and heads & {*range(e.start, e.end)}), None)
    if entity is None or head.conjuncts:
        return None
    return original_of(entity)
