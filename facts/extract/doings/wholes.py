"""Where a phrase that is an answer ends: with what belongs to it behind it, before the next deed, without its place."""

from __future__ import annotations

import dataclasses

from facts.extract.answers import answer_of, said, whole_end
from facts.extract.draft import Sentence
from facts.parse.clauses import Argument, Clause
from facts.parse.tree import Token
from facts.parse.words import FINITE

LONGEST_NAMES = 20
"""How many words may name those to whom or with whom something was done."""
BESIDE = frozenset({"at", "during", "for", "in", "on"})
"""Prepositions behind a name that tell where, when and what for somebody was met."""


def behind_it(clause: Clause, thing: Argument) -> Argument:
    """An object with the phrases right behind it, which may be its own: "a levy | on moorings"."""
    end = whole_end(thing)
    for argument in sorted(clause.arguments, key=lambda a: a.start):
        listed = argument.preposition == "including" and argument.start == end + 1
        if (argument.start == end and argument.role in ("oblique", "manner", "purpose", "infinitive")) or listed:
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
    doc, end = inner.doc, argument.end
    behind = (t for t in doc[argument.start + 1 : end] if t.dep_ == "prep" and t.lower_ in BESIDE)
    end = next((t.i for t in behind if doc[t.i - 1].ent_type_ == "PERSON"), end)
    alone = dataclasses.replace(argument, end=end)
    text = answer_of(alone, sentence.antecedents, longest) if end == argument.end else None
    if text is None and end < argument.end:
        start = argument.start + bool(argument.preposition)
        text = said(doc, start, end - (doc[end - 1].text == ","), sentence.antecedents, longest)
    return text or ""


def loses_verb(thing: Argument, end: int) -> bool:
    """Whether right behind an object stands the verb of one of its nouns: "a promise that pilots | have boats"."""
    doc = thing.head.doc
    return end < len(doc) and doc[end].tag_ in FINITE
