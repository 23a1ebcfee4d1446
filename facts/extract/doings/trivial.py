"""What is spoken of that tells nothing: courtesies, one thing of several, a plan without a name."""

from __future__ import annotations

from facts.extract.doings.objects import Spoken
from facts.extract.doings.verbs import ASKED_WITH, TALKING
from facts.parse.clauses import Argument, Clause
from facts.parse.tree import Token

COURTESIES = frozenset({"appreciation", "condolence", "congratulation", "gratitude", "thank", "welcome", "wish"})
"""Nouns of what is said to be polite."""
FURTHER = frozenset({"also", "further", "furthermore", "moreover", "then"})
"""Adverbs by which a text goes on with what it has told by the same or another verb."""
TO_WHOM = frozenset({"to", "with"})
"""Prepositions before those to whom or with whom somebody speaks."""


def _is_unnamed(clause: Clause, thing: Argument) -> bool:
    """Whether what is praised for something is "the plan" alone."""
    linked = ASKED_WITH.get(clause.lemma)
    others = [c for c in thing.head.children if not (c.dep_ == "prep" and c.lower_ == linked)]
    return linked is not None and [c.lower_ for c in others] == ["the"] and thing.head.pos_ == "NOUN"


def says_nothing(clause: Clause, spoken: Spoken) -> bool:
    """Whether what was spoken of is a courtesy, or one of several: "expressed their thanks", "also discussed"."""
    if _is_unnamed(clause, clause.first("object") or spoken.thing):
        return True
    whole = spoken.alone and not spoken.by_noun
    further = whole and clause.lemma in TALKING and any(c.lower_ in FURTHER for c in clause.verb.children)
    return further or is_courteous(clause, spoken)


def is_courteous(clause: Clause, spoken: Spoken) -> bool:
    """Whether what was spoken of is a courtesy: "expressed their thanks"."""
    noun = noun_of(spoken.thing).lemma_.lower()
    return clause.lemma in ("convey", "express", "extend", "offer") and noun in COURTESIES


def noun_of(thing: Argument) -> Token:
    """The head of an object, or of what stands behind its preposition."""
    return next((c for c in thing.head.children if c.dep_ == "pobj"), thing.head)


def is_of_people(thing: Argument) -> bool:
    """Whether a thing that was spoken of is several people by their names, or somebody named to whom it was said."""
    noun = noun_of(thing)
    named = noun.ent_type_ == "PERSON" or any(t.ent_type_ == "PERSON" for t in noun.children if t.dep_ == "compound")
    told = noun.left_edge.i > 0 and noun.left_edge.nbor(-1).lower_ in TO_WHOM
    return named and (told or any(c.dep_ == "conj" for c in noun.children))
