"""Bodies that were told something: "Ada Wren told the Health Committee on Tuesday that …", "MPs on it heard"."""

from __future__ import annotations

import re
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
from facts.parse.sentences import SentenceParse

TELLING = frozenset({"appear", "testify", "tell"})
"""What who is heard by a body does (lemmas)."""
DAYS = DATE_WORDS | {"today", "yesterday"}
"""Words (folded) of the day on which it was."""

_INQUIRY = re.compile(r"(?P<sort>[A-Za-z][\w-]+) inquiry\b")
"""What a headline calls an inquiry by: "Ferry inquiry"."""
_SORTLESS = frozenset("a an after and as at before by for from in into of on over public the to with".split())
"""Words before it that do not tell one from another."""
_HEARD = re.compile(
    r"\b(?:told|before) the (?:official |public )?(?:commission of )?inquiry\b|\bhearing evidence\b"
    r"|\binquiry\b[^.;]*\b(?:heard|sat|is sitting|was told)\b"
)
"""How a text tells that an inquiry sat."""
NAMED_WITHIN = 6
"""In how many sentences the whole name of a committee stands."""
_PART = re.compile(rf"(?:[Aa]n?|[Tt]he) (?P<of>{naming.NAME.pattern}) (?P<sort>committee|panel|subcommittee)")
"""A committee by its chamber: "a Senate committee"."""


def bodies_told(report: Report, clause: Clause, n: int) -> Iterator[Candidate]:
    """The body that the article's sentence `n`, one of the first, says was told something that day."""
    told = _told(clause)
    if told is None or n >= LEAD_SENTENCES or clause.kind != "finite" or is_ahead(clause) or not _has_day(clause):
        return
    text = original_of(told.head.doc.span(told.start, told.end))
    if (part := _PART.fullmatch(text)) is not None and naming.is_body(part["of"]):
        whole = _named_part(part["of"], part["sort"], report)
        yield Candidate(told_by(clause, told.head), "meeting", whole, 3.6 - 0.5 * n + title_share(whole, report))
        return
    for name in body_names(text, report.forms):
        if " " in name and naming.head_word(name) in DELIBERATING:
            whole = full_name(name, report)
            yield Candidate(told_by(clause, told.head), "meeting", whole, 3.6 - 0.5 * n + title_share(whole, report))
            return


def inquiry(report: Report, parse: SentenceParse, n: int) -> Iterator[Candidate]:
    """The inquiry of the headline, where one of the first sentences tells what it heard."""
    named = _INQUIRY.search(report.parsed.article.title or "")
    if n >= LEAD_SENTENCES or named is None or fold(named["sort"]) in _SORTLESS:
        return
    if parse.clauses and _HEARD.search(original_of(parse.span)):
        sort = named["sort"] if named["sort"].isupper() else named["sort"].lower()
        clause = parse.clauses[0]
        heads = (t for t in parse.span if t.lower_ in ("commission", "inquiry"))
        yield Candidate(told_by(clause, next(heads, clause.verb)), f"{sort} inquiry", None, 3.6 - 0.2 * n)


def _named_part(chamber: str, sort: str, report: Report) -> str:
    """A chamber's committee by the name that the text has for it, or by its chamber: "Senate committee"."""
    for parse in report.sentences[:NAMED_WITHIN]:
        for name in body_names(original_of(parse.span), report.forms):
            if naming.head_word(name) == sort and len(name.split()) > 1:
                return name if chamber in name else f"{chamber} {name}"
    return f"{chamber} {sort}"


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
