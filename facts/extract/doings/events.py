"""Who did what, with whom, of what: of what a text tells as done, where a stranger understands the question."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from facts.extract.answers import answer_of, is_cut, said, whole_end
from facts.extract.doings.asked import at_meeting
from facts.extract.doings.assertions import is_asserted, is_plain, is_prose, is_told, told_by
from facts.extract.doings.circumstances import circumstances, dated, why
from facts.extract.doings.names import acts, is_articled, is_name, is_named, says_something
from facts.extract.doings.objects import object_of
from facts.extract.doings.verbs import ASKED_ABOUT, ASKED_WITH, OTHERS_ASK, UNASKED
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold
from facts.model import Kind
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_person
from facts.questions import ClauseWords, is_bare

LONGEST_OBJECT = 36
"""How many words what was done to may have as an answer."""
ADDRESSING = frozenset(
    """advise ask brief congratulate encourage instruct invite order persuade press remind request tell thank update
    urge warn""".split()
)
"""Verbs of which it says little who did it without what was said."""
TO_PEOPLE = frozenset({"against", "by", "for", "from", "to", "with"})
"""Prepositions before somebody whom one asks for."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who, what, whom, when, where and why for the clauses that are told as so, by the text or by somebody."""
    for sentence in material.sentences:
        if not is_prose(sentence):
            continue
        for clause in sentence.clauses:
            yield from dated(material, sentence, clause)
            if not is_plain(clause):
                yield from _not(material, sentence, clause)
                continue
            if is_told(clause):
                for words in sentence.readings(clause):
                    yield from _told(material, sentence, clause, words)
            elif source := told_by(sentence, clause):
                reading = sentence.words_of(clause)
                yield from according_to(source, _told(material, sentence, clause, reading) if reading else ())


def _not(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The visit to Tarn did not take place owing to floods": why not."""
    words = sentence.words_of(clause) if clause.negated and len(clause.chain) == 1 and is_asserted(clause) else None
    if words is not None:
        yield from why(material, sentence, clause, words)


def according_to(source: str, drafts: Iterator[Draft] | tuple[()]) -> Iterator[Draft]:
    """Drafts of what somebody says, with who says it: nobody is told that it is so."""
    for draft in drafts:
        if fold(source) not in fold(f"{draft.question} {draft.answer}"):
            yield dataclasses.replace(draft, question=f"{draft.question[:-1]}, according to {source}?")


def _told(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    if clause.verb.lemma_.lower() not in UNASKED | OTHERS_ASK:
        yield from _who(material, sentence, clause, words)
        yield from _what(material, sentence, clause, words)
        yield from _done(material, sentence, clause, words)
    yield from _about(material, sentence, clause, words)
    yield from _met(material, sentence, clause, words)
    yield from _whom(material, sentence, clause, words)
    if not words.bare:
        yield from circumstances(material, sentence, clause, words)


def _who(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Ada Wren opened the Tarn bridge": who did; "the flood closed the Tarn bridge": what did."""
    who, thing = clause.first("agent") if clause.passive else clause.subject, clause.first("object")
    rest = words.rest(who)
    if who is None or not rest or clause.verb.lemma_ in ADDRESSING or clause.first("content", "infinitive", "purpose"):
        return
    if not clause.passive and thing is None and (len(rest.split()) < 2 or not acts(who)):
        return
    if (thing is not None and not is_articled(thing)) or (who.start not in sentence.antecedents and is_bare(who.head)):
        return
    word = "Who" if acts(who) else "What"
    asked = words.ask_agent(word) if clause.passive else words.ask_subject(word)
    question = at_meeting(material, asked, words, subject=clause.passive)
    answer = answer_of(who, sentence.antecedents)
    if not question or not answer or fold(answer) in fold(question):
        return
    if is_named(who, answer) or (word == "What" and len(answer.split()) > 1):
        kind: Kind = "who" if word == "Who" else "what"
        yield Draft(kind, question, answer, sentence_span(sentence), confidence=0.8, rule=f"event.{kind}_did")


def _what(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The Tarn council approved a levy on moorings": what it approved."""
    thing = clause.first("object")
    if thing is None or clause.passive or is_person(thing.head) or thing.start < clause.verb.i or object_of(clause):
        return
    linked = ASKED_WITH.get(clause.verb.lemma_, "")
    if any(linked and a.preposition == linked for a in clause.all("oblique")):
        return
    if clause.verb.lemma_ in ADDRESSING or not is_articled(thing):
        return
    behind = _behind(clause, thing)
    answer = said(clause.verb.doc, thing.start, behind.end, sentence.antecedents, LONGEST_OBJECT)
    out = [a for a in clause.arguments if thing.start <= a.start < behind.end]
    question = at_meeting(material, words.ask("What", *out), words)
    if question and answer and says_something(answer) and not is_cut(clause.verb.doc, thing.start, behind.end):
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="event.what")


def _done(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "Life membership was conferred on Ken Oduya": what was."""
    thing = clause.subject
    if thing is None or not clause.passive or clause.first("content", "infinitive") or not words.rest():
        return
    word = "Who" if is_person(thing.head) else "What"
    question = at_meeting(material, words.ask_subject(word), words, subject=False)
    answer = answer_of(thing, sentence.antecedents)
    if question and answer and says_something(answer) and fold(answer) not in fold(question):
        kind: Kind = "who" if word == "Who" else "what"
        yield Draft(kind, question, answer, sentence_span(sentence), confidence=0.75, rule="event.done")


def _behind(clause: Clause, thing: Argument) -> Argument:
    """An object with the phrases right behind it, which may be its own: "a levy | on moorings"."""
    end = whole_end(thing)
    for argument in sorted(clause.arguments, key=lambda a: a.start):
        listed = argument.preposition == "including" and argument.start == end + 1
        if (argument.start == end and argument.role in ("oblique", "manner", "purpose", "infinitive")) or listed:
            end = whole_end(argument)
    return dataclasses.replace(thing, end=end)


def _about(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The mayor thanked Tarn for its help", "the mayor warned of floods": for what, of what."""
    lemma = clause.verb.lemma_.lower()
    wanted = (ASKED_WITH.get(lemma),) if clause.first("object") is not None else ASKED_ABOUT.get(lemma, ())
    what = next((a for a in clause.all("oblique") if a.preposition and a.preposition in wanted), None)
    if what is None or clause.passive or what.start < clause.verb.i:
        return
    behind = [a for a in clause.arguments if a.start >= what.start]
    answer = answer_of(_behind(clause, what), sentence.antecedents, LONGEST_OBJECT)
    question = at_meeting(material, words.ask("What", *behind, last=what.preposition or ""), words)
    if question and answer and len(answer.split()) > 1:
        yield Draft("what", question, answer, sentence_span(sentence), confidence=0.8, rule="event.about")


def _met(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The mayor met Ada Wren in Oslo": whom."""
    whom = clause.first("object")
    if whom is None or clause.passive or not is_person(whom.head) or clause.first("infinitive", "content"):
        return
    question, answer = at_meeting(material, words.ask("Who", whom), words), answer_of(whom, sentence.antecedents)
    if question and answer and len(answer.split()) > 1 and fold(answer) not in fold(question):
        yield Draft("who", question, answer, sentence_span(sentence), confidence=0.75, rule="event.whom")


def _whom(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The mayor sent a letter to Ada Wren", "met with Ada Wren": to whom, with whom."""
    for argument in clause.all("oblique", "recipient"):
        inner = next((c for c in argument.head.children if c.dep_ == "pobj"), argument.head)
        preposition = argument.preposition or ("to" if argument.role == "recipient" else "")
        person = is_person(inner) or inner.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
        if preposition not in TO_PEOPLE or not person or argument.start < clause.verb.i:
            continue
        alone = clause.first("object") is None
        asked = words.ask("Who", argument, tail=preposition if alone else "", last="" if alone else preposition)
        question = at_meeting(material, asked, words)
        answer = (answer_of(argument, sentence.antecedents) or "").removeprefix("to ")
        if question and answer and is_name(answer) and fold(answer) not in fold(question):
            yield Draft("who", question, answer, sentence_span(sentence), confidence=0.75, rule="event.to_whom")
            return
