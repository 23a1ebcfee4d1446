"""Bodies that were told something: "Ada Wren told the Health Committee on Tuesday that …", "MPs on it heard"."""

from __future__ import annotations

from collections.abc import Iterator

from facts.folding import fold
from facts.meeting import names as naming
from facts.meeting.bodies import LEAD_SENTENCES, Report, body_names, full_name, original_of, title_share
from facts.meeting.mention import Candidate
from facts.meeting.people_met import told_by
from facts.meeting.times import is_ahead
from facts.meeting.words import DATE_WORDS, DELIBERATING, MEMBERS
from facts.parse.arguments import nominal
from facts.parse.clauses import Argument, Clause

TELLING = frozenset({"appear", "testify", "tell"})
"""What who is heard by a body does (lemmas)."""
DAYS = DATE_WORDS | {"today", "yesterday"}
"""Words (folded) of the day on which it was."""


def bodies_told(report: Report, clause: Clause, n: int) -> Iterator[Candidate]:
    """The body that the article's sentence `n`, one of the first, says was told something that day."""
    told = _told(clause)
    if told is None or n >= LEAD_SENTENCES or clause.kind != "finite" or is_ahead(clause) or not _has_day(clause):
        return
    for name in body_names(original_of(told.head.doc.span(told.start, told.end)), report.forms):
        if " " in name and naming.head_word(name) in DELIBERATING:
            whole = full_name(name, report)
            yield Candidate(told_by(clause, told.head), "meeting", whole, 3.6 - 0.5 * n + title_share(whole, report))
            return


def _told(clause: Clause) -> Argument | None:
    """Who was told: whom somebody tells, before whom somebody is heard, those of a body who heard."""
    verb = clause.verb.lemma_.lower()
    if verb == "hear" and not clause.passive and clause.subject is not None:
        member = clause.subject.head
        of = next((c for c in member.children if c.lower_ in ("from", "of", "on")), None)
        body = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        return nominal("object", body) if body is not None and member.lower_ in MEMBERS | {"meps", "mps"} else None
    if verb not in TELLING or clause.passive:
        return None
    if verb == "tell":
        return clause.first("recipient") or clause.first("object")
    return next((a for a in clause.arguments if a.preposition == "before"), None)


def _has_day(clause: Clause) -> bool:
    return any(fold(t.text) in DAYS for t in clause.sentence)
