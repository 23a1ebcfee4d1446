"""Where a phrase that is an answer ends: with what belongs to it behind it, before the next deed, without its place."""

from __future__ import annotations

import dataclasses

from facts.extract.answers import answer_of, said, whole_end
from facts.extract.draft import Sentence
from facts.parse.clauses import RELATIVE_TAGS, Argument, Clause
from facts.parse.tree import Token
from facts.parse.words import FINITE, GATHERING_NOUNS, PLACE_ENTITIES, PLACE_NOUNS

LONGEST_NAMES = 20
"""How many words may name those to whom or with whom something was done."""
MARGINS = frozenset({"margin", "sideline"})
"""Nouns of what is beside a meeting."""
LANDS = frozenset(
    """area base beach border camp canal coast dock east farm front harbor harbour home lake mountain north pier planet
    port prison quay river sea shelter shore south space station valley water west yard""".split()
)
"""Nouns, besides those of places, of where somebody may go."""
FIGURATIVE = frozenset({"center", "centre", "field"})
"""Nouns of places that are none before what is no place."""
BEFORE_NAMES = frozenset({"cape", "fort", "lake", "mount", "port"})
"""Nouns before the name of a place: "Mount Tarn"."""
OFFICES_OF_PEOPLE = frozenset({"court", "district", "house", "office", "school"})
"""Nouns of places that without a capital letter are as often what somebody does: "returned to office"."""
BESIDE = frozenset({"at", "during", "for", "in", "on"})
"""Prepositions behind a name that tell where, when and what for somebody was met."""


def behind_it(clause: Clause, thing: Argument) -> Argument:
    """An object with the phrases right behind it, which may be its own: "a levy | on moorings"."""
    end = whole_end(thing)
    for argument in sorted(clause.arguments, key=lambda a: a.start):
        listed = argument.preposition == "including" and argument.start == end + 1
        yearly = argument.role == "time" and argument.preposition in ("for", "of")  # "a plan | for 2019"
        behind = argument.role in ("oblique", "manner", "purpose", "infinitive") or yearly
        if (argument.start == end and behind) or listed:
            end = whole_end(argument)
    return dataclasses.replace(thing, end=end)


def to_the_end(clause: Clause, thing: Argument) -> int:
    """Where the list ends that an object begins: before the next thing done, or with the sentence."""
    doc, end = clause.verb.doc, clause.sentence.end
    joined_verbs = (
        t for t in doc[thing.end : end] if t.dep_ == "conj" and t.tag_ in FINITE and t.head.i <= clause.verb.i
    )
    following = next(joined_verbs, None)
    if following is not None:
        end = next((t.i for t in reversed(doc[thing.end : following.i]) if t.dep_ == "cc"), following.i)
    while end > thing.end and ((doc[end - 1].is_punct and doc[end - 1].text not in ')"') or doc[end - 1].is_space):
        end -= 1
    return end


def without_place(argument: Argument, sentence: Sentence, inner: Token, longest: int = LONGEST_NAMES) -> str:
    """Those whom a phrase names, without where and on what occasion; "" for too many or none."""
    place = place_behind(argument, inner)
    if place is None:
        return answer_of(argument, sentence.antecedents, longest) or ""
    doc, end = inner.doc, place.start
    start = argument.start + bool(argument.preposition)
    return said(doc, start, end - (doc[end - 1].text == ","), sentence.antecedents, longest) or ""


def place_behind(argument: Argument, inner: Token) -> Argument | None:
    """Where or on what occasion it was, behind the name of somebody that the parser took it for a part of."""
    doc = inner.doc
    for token in doc[argument.start + 1 : argument.end]:
        before = doc[token.i - 1] if doc[token.i - 1].text != "," else doc[token.i - 2]
        if token.dep_ != "prep" or token.lower_ not in BESIDE or not (before.pos_ == "PROPN" or before.text == ")"):
            continue
        noun = next((c for c in token.children if c.dep_ == "pobj"), None)
        if any(t.tag_ in RELATIVE_TAGS for t in doc[argument.start : token.i]):
            return None  # "Dag Moe, who was born | in Tarn"
        if before.ent_type_ == "PERSON" or (noun is not None and _is_occasion(noun)):
            return Argument("place", token, token.i, argument.end)
    return None


def _is_occasion(noun: Token) -> bool:
    """Whether a noun is a place, a meeting or its margins."""
    return is_place(noun) or noun.lemma_.lower() in GATHERING_NOUNS | MARGINS


def is_place(noun: Token) -> bool:
    """Whether a noun is a place, by name or by what it is."""
    return noun.ent_type_ in PLACE_ENTITIES or noun.lemma_.lower() in PLACE_NOUNS


def is_figurative(noun: Token) -> bool:
    """Whether a noun of a place tells of none: "in the field of ocean currents", "at the centre of the row"."""
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return noun.lemma_.lower() in FIGURATIVE and inner is not None and not is_place(inner)


def is_destination(noun: Token) -> bool:
    """Whether somebody can go to what a noun names: to a place, a stretch of land or water, but to no job or event."""
    if noun.lemma_.lower() in OFFICES_OF_PEOPLE and noun.pos_ == "NOUN":
        return False
    named = noun.pos_ == "PROPN" and noun.i > 0 and noun.nbor(-1).lower_ in BEFORE_NAMES
    return is_place(noun) or noun.lemma_.lower() in LANDS or named


def loses_verb(thing: Argument, end: int) -> bool:
    """Whether right behind an object stands the verb of one of its nouns: "a promise that pilots | have boats".

    Or what its last name does: "the importance of Norland | extending rights".
    """
    doc = thing.head.doc
    return end < len(doc) and (doc[end].tag_ in FINITE or (doc[end].tag_ == "VBG" and doc[end - 1].pos_ == "PROPN"))
