"""What those at a meeting heard or were told of something: "the board heard that the lido had lost £4,000"."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.answers import bare
from facts.extract.doings.asked import first_new, placed, reported_of
from facts.extract.doings.assertions import is_prose, is_told
from facts.extract.doings.reported import points_away, reported, topics_of_speech, unechoed, unresolved
from facts.extract.doings.speakers import speakers
from facts.extract.doings.statements import VAGUE_TOPICS
from facts.extract.doings.strangers import is_torn_off, reads_at_once
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_plural
from facts.questions import ClauseWords, phrased

TOLD = frozenset({"advise", "inform", "remind", "tell"})
"""Verbs whose passive says that somebody heard something."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield what each was told about what."""
    asked: set[str] = set()
    for sentence in filter(is_prose, material.sentences):
        for clause in sentence.clauses:
            content = clause.first("content")
            if content is not None and _is_heard(clause, content) and is_told(clause):
                yield from _heard(material, sentence, clause, content, asked)


def _is_heard(clause: Clause, content: Argument) -> bool:
    """Whether a clause says what its subject was told: behind "that", which no question or plan begins with."""
    lemma, doc = clause.verb.lemma_.lower(), clause.verb.doc
    hears = lemma in TOLD if clause.passive else lemma == "hear"
    that = content.start > clause.verb.i and doc[content.start].lower_ == "that"
    return hears and that and clause.kind == "finite" and len(clause.chain) == 1 and clause.subject is not None


def _heard(
    material: Material, sentence: Sentence, clause: Clause, content: Argument, asked: set[str]
) -> Iterator[Draft]:
    if points_away(sentence, clause, content) or unresolved(sentence, content) or is_torn_off(content):
        return
    readings = speakers(material, sentence, clause)
    answer, _ = reported(sentence, content, readings)
    question = first_new((q for words in readings for q in _questions(material, sentence, content, words)), asked)
    if answer and question and reads_at_once(question):
        answer = unechoed(bare(answer), question, content)
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="statement.heard")


def _questions(material: Material, sentence: Sentence, content: Argument, words: ClauseWords) -> Iterator[str | None]:
    subject = words.clause.subject
    be = "were" if subject is not None and is_plural(subject.head) else "was"
    clear = list(topics_of_speech(sentence, content, words.subject))
    known = (t for t in topics_of_speech(sentence, content, words.subject, bare=True) if not t.endswith(VAGUE_TOPICS))
    for topic in dict.fromkeys((*clear, *known)):
        question = phrased("statement.heard", be=be, hearers=words.subject, topic=topic)
        found = placed(material, question, words) or reported_of(material, question, words)
        yield found if topic in clear or (found and material.label and material.label in found) else None
