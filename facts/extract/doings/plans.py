"""What somebody plans, hopes or is expected to do, and by when: asked as a plan, never as done."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.answers import bare, is_cut, said, whole_end
from facts.extract.doings.asked import clearly
from facts.extract.doings.assertions import is_prose, is_told
from facts.extract.doings.circumstances import when_told, where_told
from facts.extract.doings.names import is_articled, is_given
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Clause
from facts.questions import ClauseWords, is_short

PLANNING = frozenset({"aim", "expect", "hope", "intend", "plan", "schedule", "seek", "slate", "want", "wish"})
"""Verbs of what is to be, or is wished."""
FEWEST, LONGEST = 3, 36
"""How many words a plan has as an answer."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what is planned, and when and where it is to be."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            if clause.chain[0].lemma_.lower() not in PLANNING or not is_told(clause):
                continue
            for words in sentence.readings(clause):
                if len(clause.chain) == 1:
                    yield from _planned(material, sentence, clause, words)
                elif len(clause.chain) == 2 and clause.chain[1].tag_ == "VB":
                    yield from when_told(material, sentence, clause, words)
                    yield from where_told(material, sentence, clause, words)


def _planned(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn council plans to build a pier by 2026": what it plans to do."""
    plan, subject = clause.first("infinitive"), clause.subject
    if plan is None or subject is None or plan.start < clause.verb.i or clause.first("object"):
        return
    if is_short(subject) or not is_articled(subject) or is_cut(clause.verb.doc, plan.start, whole_end(plan)):
        return
    behind = [a for a in clause.arguments if a.start >= plan.start]
    answer = said(clause.verb.doc, plan.start, whole_end(plan), sentence.antecedents, LONGEST)
    question = clearly(material, words.ask("What", *behind, tail="to do"), words)
    if question is None or answer is None or not answer.startswith("to ") or len(answer.split()) <= FEWEST:
        return
    told = bare(answer).removesuffix(" instead")
    if not told.startswith(("be ", "know ", "see ")) and not is_given(told, question):
        yield Draft("what", question, told, sentence_span(sentence), confidence=0.8, rule="event.planned")
