"""What somebody called something: "the minister called the accord "a brick through our own window"."."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.answers import is_cut, said
from facts.extract.doings.asked import first_new, placed, reported_of
from facts.extract.doings.assertions import is_plain, is_prose
from facts.extract.doings.speakers import is_told_here, speakers
from facts.extract.doings.strangers import reads_at_once
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause
from facts.parse.words import DEMONSTRATIVES

CALLING = frozenset({"brand", "call", "dub", "label"})
"""Verbs with a thing behind them and what somebody calls it."""
SETTING = frozenset({"place", "time"})
"""Roles of phrases that may stand behind it."""
LONGEST = 16
"""How many words it may have."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what each thing was called by whom."""
    asked: set[str] = set()
    for sentence in filter(is_prose, material.sentences):
        for clause in sentence.clauses:
            told = clause.verb.lemma_.lower() in CALLING and is_plain(clause) and is_told_here(sentence, clause)
            if told and (names := _names(clause)) is not None:
                yield from _called(material, sentence, clause, names, asked)


def _names(clause: Clause) -> Argument | None:
    """What the object of a verb of calling is called, right behind it; None where a clause calls nothing so."""
    thing, names = clause.first("object"), clause.first("attribute")
    if clause.passive or thing is None or names is None:
        return None
    beside = clause.verb.i < thing.start < thing.end == names.start
    points = thing.end == thing.start + 1 and clause.verb.doc[thing.start].lower_ in DEMONSTRATIVES | {"it"}
    return names if beside and not points and names.head.pos_ not in ("VERB", "AUX") else None


def _called(
    material: Material, sentence: Sentence, clause: Clause, names: Argument, asked: set[str]
) -> Iterator[Draft]:
    doc, end = names.head.doc, names.end
    if is_cut(doc, names.start, end) or any(a.start >= end and a.role not in SETTING for a in clause.arguments):
        return
    quoted = doc[names.start].text == '"' == doc[end - 1].text
    answer = said(doc, names.start, end, sentence.antecedents, LONGEST, first=quoted)
    for words in speakers(material, sentence, clause):
        plain = words.ask("What", *(a for a in clause.arguments if a.role != "object"))
        question = placed(material, plain, words) or reported_of(material, plain, words)
        if answer and question and reads_at_once(question) and first_new([question], asked):
            yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="statement.called")
            return
