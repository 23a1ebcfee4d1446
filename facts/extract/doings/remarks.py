"""What the record of a meeting says about a thing: for sentences that no other rule asks about.

It may be what was said at the meeting, or what one has to know of it: the question leaves that open.
"""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.answers import said
from facts.extract.doings.assertions import is_asserted, is_prose
from facts.extract.doings.speakers import is_recorded
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_person
from facts.parse.words import BODY_NOUNS, MEETING_NOUNS
from facts.questions import in_full, is_participants, phrased

LITTLE = ("all ", "further ", "less ", "many ", "more ", "no ", "none ", "only ", "other ", "some ")
"""How phrases begin that are no topic."""
OPENING = 6
"""How many words may stand before what a sentence is about."""
FEWEST, LONGEST, LONGEST_TOPIC = 6, 34, 10
"""How many words a remark has at least and at most, and what it is about at most."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what the record of a meeting says about the subjects of its sentences."""
    if material.meeting_name is None or not is_recorded(material):
        return
    for sentence in material.sentences:
        if is_prose(sentence):
            main = next((c for c in sentence.clauses if len(c.chain) == 1 and c.verb.dep_ == "ROOT"), None)
            if main is not None and is_asserted(main) and "according" not in sentence.span.text.lower():
                yield from _remark(material, sentence, main)


def _remark(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    subject = clause.subject
    if subject is None or subject.start > clause.verb.i or sentence.paragraph.bullet or not _is_thing(subject):
        return
    topic = in_full(subject, sentence.antecedents, LONGEST_TOPIC, bare=True)
    doc, end = sentence.paragraph.doc, sentence.span.end
    semicolon = next((t.i for t in doc[clause.verb.i : end] if t.text == ";"), end)
    answer = said(doc, subject.start, semicolon, sentence.antecedents, LONGEST)
    if topic is None or f"{topic.lower()} ".startswith(LITTLE) or subject.start > sentence.span.start + OPENING:
        return
    question = phrased("remark.report", meeting=material.meeting_name or "", topic=topic)
    if answer and clause.verb.i < semicolon and len(answer.split()) >= FEWEST:
        yield Draft("what", question, answer.rstrip("."), sentence_span(sentence), confidence=0.7, rule="remark.about")


def _is_thing(subject: Argument) -> bool:
    """Whether a subject is of a thing that may be a topic, and not of who was there or of the meeting."""
    head = subject.head
    lemma = head.lemma_.lower()
    group = is_participants(head) or (lemma in BODY_NOUNS | MEETING_NOUNS | {"discussion", "conversation", "convening"})
    people = any(t.ent_type_ == "PERSON" for t in head.doc[subject.start : subject.end])
    return head.pos_ == "NOUN" and not people and not is_person(head) and not group and not subject.head.like_num
