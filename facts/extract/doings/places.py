"""Where what a text tells was, is or is to be: of deeds, and of events by a number with their place behind them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.answers import answer_of
from facts.extract.doings.as_said import Said, as_said, placed
from facts.extract.doings.asked import in_report
from facts.extract.doings.assertions import is_prose
from facts.extract.doings.verbs import SPEAKING, SPOKEN
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.dated import COMING
from facts.folding import fold
from facts.parse.clauses import Argument
from facts.parse.tree import Token
from facts.parse.words import GATHERING_NOUNS, MEETING_NOUNS, PLACE_ENTITIES
from facts.questions import in_full, is_anchored

WITHIN = frozenset({"at", "in", "near", "off", "on", "outside"})
"""Prepositions of a place where something is."""
EVENTS = frozenset(
    "championship conference congress convention exhibition fair festival forum game olympics summit talk".split()
)
"""Nouns of what is held in one place."""
NUMBERED = re.compile(
    r"\b(?:\d{4}|\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.IGNORECASE
)
"""What tells one of several events apart."""
LONGEST = 10
"""How many words a place or what stands there has."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield where each thing was or is to be of which a text tells one place."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            if clause.first("content") is None and clause.verb.lemma_.lower() not in SPOKEN | SPEAKING:
                for said in as_said(sentence, clause):
                    yield from _where(material, sentence, said)
        for token in sentence.span:
            if token.lemma_.lower() in EVENTS:
                yield from _held(material, sentence, token)


def _where(material: Material, sentence: Sentence, said: Said) -> Iterator[Draft]:
    """ "She said that the cargo had been seized in Tarn": where."""
    clause, meeting = said.words.clause, material.found_meeting
    places = [a for a in clause.all("place") if a.preposition in WITHIN and a.start > clause.verb.i]
    if len(places) != 1 or (meeting.placed is not None and meeting.placed.clause is clause):
        return
    place = places[0]
    inner = next((c for c in place.head.children if c.dep_ == "pobj"), place.head)
    subject = clause.subject
    if inner.lemma_.lower() in GATHERING_NOUNS | MEETING_NOUNS or not (
        inner.ent_type_ in PLACE_ENTITIES or (inner.ent_type_ == "ORG" and place.preposition == "at")
    ):
        return
    if subject is None or subject.head.lemma_.lower() in GATHERING_NOUNS or clause.lemma in ("be", "have"):
        return
    kept = place if place.preposition in ("in", "at", "on") else dataclasses.replace(place, preposition=None)
    answer = answer_of(kept, sentence.antecedents, LONGEST)
    question = placed(material, said.words.ask("Where", place), said)
    if question and answer and is_anchored(f"- {answer}") and fold(answer) not in fold(question):
        yield Draft("where", question, answer, sentence_span(sentence), confidence=0.75, rule="event.at_place")


def _held(material: Material, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "An audit of the 2015 weaving championships in Tarn": where they were held."""
    doc = noun.doc
    behind = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "in" and c.i == noun.i + 1), None)
    inner = next((c for c in behind.children if c.dep_ == "pobj"), None) if behind is not None else None
    if behind is None or inner is None or inner.ent_type_ != "GPE" or COMING.search(sentence.span.text):
        return
    name = in_full(Argument("object", noun, noun.left_edge.i, noun.i + 1), sentence.antecedents, LONGEST, behind=False)
    own = fold(material.meeting_name or "")
    if name is None or not NUMBERED.search(name) or len(name.split()) < 3 or fold(name).removeprefix("the ") in own:
        return
    be = "were" if noun.tag_ in ("NNS", "NNPS") else "was"
    asked = f"Where {be} {name if name.startswith('the ') else f'the {name}'} held?"
    answer = doc.span(inner.left_edge.i, inner.i + 1).text
    question = asked if is_anchored(f"- {name}") else in_report(material, asked)
    if question and not COMING.search(name):
        yield Draft("where", question, answer, sentence_span(sentence), confidence=0.7, rule="schedule.held")
