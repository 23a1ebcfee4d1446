"""Whom somebody met, hosted or wrote to: the other side of a deed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from facts.extract.answers import answer_of
from facts.extract.doings.asked import clearly
from facts.extract.doings.names import is_given, is_name
from facts.extract.doings.verbs import UNASKED
from facts.extract.doings.wholes import is_place, place_behind, without_place
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.in_the_chair import is_in_the_chair
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_person
from facts.parse.tree import Token
from facts.questions import ClauseWords, in_full, is_bare

LONGEST_MET = 14
"""How many words may name whom somebody met in a question."""
LONGEST_OBJECT = 24
"""How many words may name whom somebody met."""
FEWEST_BARE = 2
"""More words than this tell which people are meant, without a name."""
MEETING = frozenset(
    """accompany acquit appoint arrest attack beat bury choose congratulate convene convict crown defeat detain dismiss
    elect endorse evict fire free gather greet hire host injure interview invite jail kill kidnap marry meet murder name
    nominate oust overthrow pardon promote question receive re-elect release replace rescue select shoot succeed sue
    summon thank visit welcome wound""".split()
)
"""Verbs of which people ask whom."""
GREETED = frozenset({"congratulate", "thank", "welcome"})
"""Verbs of speaking to somebody, of whom people ask."""
UNMET = frozenset({"get", "have", "include", "join", "see"})
"""Verbs of which nobody asks whom."""
LONGEST_STRANDING = 5
"""How many words may stand between a verb and the preposition at the end of a question."""
ASSOCIATING = frozenset(
    """ally apologise apologize appeal belong clash collaborate compete confer consult cooperate engage lose meet merge
    negotiate partner report side speak talk trade work write""".split()
)
"""Verbs without an object of which people ask with whom, to whom."""
GIVING = frozenset(
    """award deliver donate give grant hand issue lease lend offer pay present sell send share show sign submit
    supply""".split()
)
"""Verbs of which people ask to whom or with whom something was done."""
TO_PEOPLE = frozenset({"against", "by", "for", "from", "to", "with"})
"""Prepositions before somebody whom one asks for."""


def facts_of(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """Yield whom somebody met, and with whom, to whom."""
    yield from _met(material, sentence, clause, words)
    yield from _whom(material, sentence, clause, words)


def _met(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The mayor met Ada Wren in Oslo": whom."""
    whom = clause.first("object")
    if whom is None or clause.passive or not is_person(whom.head) or clause.first("infinitive", "content"):
        return
    names = whom.head.doc[whom.start : whom.head.i]
    if whom.head.tag_ == "NN" and names and all(token.pos_ == "PROPN" for token in names):
        return  # "appointed Dag Moe judge"
    lemma = clause.verb.lemma_.lower()
    if lemma not in MEETING or whom.head.doc[whom.start].tag_ == "PRP$":
        return
    if lemma in GREETED and whom.head.ent_type_ != "PERSON":
        return
    counted = any(c.dep_ == "nummod" for c in whom.head.children)
    if counted or (whom.start not in sentence.antecedents and is_bare(whom.head)):
        return
    place = _place(sentence, whom, whom.head)
    question = clearly(material, words.ask("Who", whom, tail=place), words)
    answer = without_place(whom, sentence, whom.head, LONGEST_OBJECT) or None
    named = answer is not None and len(answer.split()) > 1 and not answer.lower().startswith("no ")
    named = named and (is_name(answer or "") or len((answer or "").split()) > FEWEST_BARE)
    if answer and named and len(answer.split()) <= LONGEST_MET:
        yield from _where(material, sentence, words, whom, answer)
    if question and answer and named and not is_given(answer, question):
        yield Draft("who", question, answer, sentence_span(sentence), confidence=0.75, rule="event.whom")


def _whom(material: Material, sentence: Sentence, clause: Clause, words: ClauseWords) -> Iterator[Draft]:
    """ "The mayor sent a letter to Ada Wren", "met with Ada Wren": to whom, with whom."""
    if clause.lemma in UNASKED or clause.verb.lemma_.lower() in UNASKED - {"hold", "play"}:
        return
    for argument in clause.all("oblique", "recipient"):
        inner = next((c for c in argument.head.children if c.dep_ == "pobj"), argument.head)
        preposition = argument.preposition or ("to" if argument.role == "recipient" else "")
        person = is_person(inner) or inner.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
        placed = preposition in ("for", "from", "to") and (
            clause.passive or (inner.ent_type_ == "GPE" and clause.first("object") is None)
        )
        if preposition not in TO_PEOPLE or not person or placed or argument.start < clause.verb.i:
            continue
        if preposition == "with" and is_in_the_chair(argument):
            continue
        alone = clause.first("object") is None
        if alone and clause.verb.lemma_.lower() not in ASSOCIATING:
            continue  # "Who did the mayor vote with in favour?"
        if not alone and (clause.verb.lemma_.lower() not in GIVING or clause.passive):
            continue
        if not alone and len((words.rest(argument, out=("time",)) or "").split()) > LONGEST_STRANDING:
            continue
        asked = words.ask(
            "Who",
            argument,
            tail=f"{preposition} {_place(sentence, argument, inner)}" if alone else "",
            last="" if alone else preposition,
            out=() if alone else ("time",),
        )
        question = clearly(material, asked, words)
        answer = without_place(argument, sentence, inner).removeprefix("to ")
        if question and answer and is_name(answer) and not is_given(answer, question):
            yield Draft("who", question, answer, sentence_span(sentence), confidence=0.75, rule="event.to_whom")
            if alone:
                yield from _where(material, sentence, words, argument, f"{preposition} {answer}")
            return


def _where(material: Material, sentence: Sentence, words: ClauseWords, whom: Argument, people: str) -> Iterator[Draft]:
    """Where somebody was met, of a place that stands behind the name."""
    inner = next((c for c in whom.head.children if c.dep_ == "pobj"), whom.head)
    place = place_behind(whom, inner)
    noun = next((c for c in place.head.children if c.dep_ == "pobj"), None) if place is not None else None
    if place is None or noun is None or place.head.lower_ not in ("at", "in") or not is_place(noun):
        return
    answer = answer_of(dataclasses.replace(place, preposition=place.head.lower_), sentence.antecedents, LONGEST_MET)
    question = clearly(material, words.ask("Where", whom, tail=people), words)
    if question and answer and not is_given(answer, question):
        yield Draft("where", question, answer, sentence_span(sentence), confidence=0.75, rule="event.where")


def _place(sentence: Sentence, whom: Argument, inner: Token) -> str:
    """Where, as a question repeats it, of a place that stands behind a name: "Ada Wren | at the Tarn town hall"."""
    place = place_behind(whom, inner)
    return (in_full(place, sentence.antecedents) or "") if place is not None else ""
