"""When somebody took or left an office, who followed whom, when a term ends: what is asked by whole names alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from facts.extract.doings.assertions import is_asserted
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.people.named import whole_name
from facts.extract.schedule.timing import said_date
from facts.folding import fold
from facts.parse.clauses import Argument, Clause
from facts.parse.verbs import past
from facts.questions import dates_in, in_full

LEAVING = frozenset({"die", "resign", "retire", "stand down", "step down"})
"""What somebody does once, or once in an office."""
CHANGING = frozenset({"enter", "join", "leave", "quit"})
"""Verbs of coming to a body, or going from it."""
AFTER = {"follow": "", "replace": "", "succeed": "", "take over": " from"}
"""Verbs of coming after somebody, and the word before whom."""
BEFORE = {"hand over": " to"}
"""Verbs of going before somebody."""
RUNNING_OUT = frozenset({"end", "expire", "run out"})
LASTING = frozenset({"contract", "mandate", "term"})
"""What of somebody lasts for a time."""
LONGEST = 6
"""How many words what was left or joined has at most."""


class _When(NamedTuple):
    """A day, month or year: as an answer, and as its ISO form."""

    text: str
    iso: str


def facts(material: Material) -> Iterator[Draft]:
    """Yield what clauses about people with whole names tell of their offices."""
    for sentence in material.sentences:
        for clause in sentence.clauses:
            if clause.subject is None or clause.negated or clause.passive or clause.kind != "finite":
                continue
            if len(clause.chain) > 1 or not is_asserted(clause) or '"' in sentence.span.text:
                continue
            yield from _running_out(material, sentence, clause)
            who = _name(material, sentence, clause.subject)
            if who is not None:
                yield from _did(material, sentence, clause, who)


def _did(material: Material, sentence: Sentence, clause: Clause, who: str) -> Iterator[Draft]:
    when, span = _when(material, clause), sentence_span(sentence)
    deed = _deed(sentence, clause)
    if deed is not None and when is not None:
        question = f"When {_auxiliary(clause)} {who} {deed}?"
        yield Draft("when", question, when.text, span, value=when.iso, rule="career.when")
    link = AFTER.get(clause.lemma, BEFORE.get(clause.lemma))
    other = _other(material, sentence, clause, (link or "").strip()) if link is not None else None
    if link is None or other is None or other == who:
        return
    auxiliary = _auxiliary(clause)
    if when is not None:
        question = f"When {auxiliary} {who} {clause.lemma}{link} {other}?"
        yield Draft("when", question, when.text, span, value=when.iso, rule="career.when")
    if clause.lemma in AFTER and auxiliary == "did":
        did = " ".join([past(clause.lemma.split()[0]), *clause.lemma.split()[1:]])
        yield Draft("who", f"Who {did}{link} {other}?", who, span, rule="career.who")


def _deed(sentence: Sentence, clause: Clause) -> str | None:
    """What somebody did, as a question says it: "resign", "take office", "leave the government"."""
    thing = clause.first("object")
    if clause.lemma in LEAVING:
        partly = any(a.preposition in ("as", "from") for a in clause.arguments)
        return clause.lemma if thing is None and not partly else None
    said = in_full(thing, sentence.antecedents, LONGEST) if thing is not None else None
    if clause.lemma == "take" and said is not None and said.removeprefix("the ") in ("oath", "office"):
        return f"take {said}"
    placed = clause.lemma in CHANGING and said is not None and said.startswith("the ")
    return f"{clause.lemma} {said}" if placed else None


def _running_out(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "Ada Wren, whose contract runs out on 30 June": when that is."""
    what, when, doc = clause.subject, _when(material, clause), clause.verb.doc
    if what is None or when is None or clause.lemma not in RUNNING_OUT or what.head.lemma_.lower() not in LASTING:
        return
    if doc[what.start].lower_ != "whose" or clause.verb.dep_ != "relcl" or what.end - what.start > 2:
        return
    head = clause.verb.head
    who = _name(material, sentence, Argument("subject", head, head.left_edge.i, head.i + 1))
    if who is not None:
        question = f"When {_auxiliary(clause)} {who}’s {what.head.lower_} {clause.lemma}?"
        yield Draft("when", question, when.text, sentence_span(sentence), value=when.iso, rule="career.when")


def _when(material: Material, clause: Clause) -> _When | None:
    """The one day, month or year that a clause names, right behind its verb's words."""
    day, doc = material.parsed.article.date, clause.verb.doc
    times = [(a, dates_in(clause, a, day)) for a in clause.all("time")]
    told = [(a, found[0]) for a, found in times if len(found) == 1]
    if len(told) != 1 or len(times) != 1:
        return None
    argument, when = told[0]
    before = doc.span(argument.start, argument.end).text[: when.span[0]].strip().lower()
    if before not in ("", "on", "in") or when.precision not in ("day", "month", "year") or when.approximate:
        return None
    past_, written = clause.verb.tag_ == "VBD", f"{day or ''}"
    if past_ and written and when.iso > written:
        return None
    return _When(said_date(when, when.text), when.iso)


def _auxiliary(clause: Clause) -> str:
    """How a question begins its verb: "did", "does", "will"."""
    if any(c.lower_ in ("will", "shall") for c in clause.verb.children if c.dep_ == "aux"):
        return "will"
    return "does" if clause.verb.tag_ in ("VBZ", "VBP") else "did"


def _name(material: Material, sentence: Sentence, phrase: Argument) -> str | None:
    """The whole name of the person whom a phrase means; None where it means none, or more than one."""
    if any(c.dep_ == "conj" for c in phrase.head.children):
        return None
    person = next((p for p in sentence.people if p.start <= phrase.head.i < p.end), None)
    if person is not None:
        return whole_name(material, person.name) or whole_name(material, person.name.split()[-1])
    stands = sentence.antecedents.get(phrase.start)
    known = stands is not None and stands.mention_end <= phrase.head.i + 1
    return whole_name(material, stands.name) if stands is not None and known else None


def _other(material: Material, sentence: Sentence, clause: Clause, link: str) -> str | None:
    """Whom somebody came after, or before."""
    phrase = next((a for a in clause.all("object", "oblique") if (a.preposition or "") == link), None)
    if phrase is None:
        return None
    head = phrase.head if not link else next((c for c in phrase.head.children if c.dep_ == "pobj"), phrase.head)
    late = re.match(r"(?:the )?late ", fold(phrase.head.doc.span(phrase.start, head.i).text))
    return None if late else _name(material, sentence, Argument("object", head, head.left_edge.i, head.i + 1))
