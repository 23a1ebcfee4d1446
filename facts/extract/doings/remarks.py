"""What was said about a thing at the meeting: for sentences of its record that no other rule asks about."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.answers import said
from facts.extract.doings.asked import is_recorded, with_meeting
from facts.extract.doings.assertions import is_asserted, is_prose
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_person
from facts.parse.words import BODY_NOUNS, MEETING_NOUNS
from facts.questions import in_full, is_participants

LONGEST, LONGEST_TOPIC = 45, 10
"""How many words a remark may have, and what it is about."""


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
    question = with_meeting(material, f"What was said about {topic}?") if topic else None
    if topic and topic.startswith(("no ", "none ", "more ", "less ")):
        return
    if question and answer and clause.verb.i < semicolon:
        yield Draft("what", question, answer.rstrip("."), sentence_span(sentence), confidence=0.7, rule="remark.about")


def _is_thing(subject: Argument) -> bool:
    """Whether a subject is of a thing that may be a topic, and not of who was there or of the meeting."""
    head = subject.head
    lemma = head.lemma_.lower()
    group = is_participants(head) or (lemma in BODY_NOUNS | MEETING_NOUNS | {"discussion", "conversation", "convening"})
    return head.pos_ == "NOUN" and not is_person(head) and not group and not subject.head.like_num
