"""The verb of a clause: its voice, whether it is finite, its particle, and what the parser misread of it."""

from __future__ import annotations

from typing import Literal

from facts.parse.tree import Token
from facts.parse.words import FINITE, PLACE_ENTITIES

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})


AUXILIARIES = frozenset({"aux", "auxpass"})

LONGEST_CLEAR = 4
"""How many words "that" stands behind "make" at most, in "make it also clear that"."""
MEASURES = frozenset({"acclamation", "majority", "margin", "percent", "point", "vote"})
"""Nouns (lemmas) behind "by" that tell by how much or how, and not by whom."""


def particle(verb: Token) -> str:
    """The particle of a verb ("out" of "carry out", "clear" of "make clear that"), or nothing."""
    if made_clear(verb) is not None:
        return "clear"
    return next((c.lower_ for c in verb.children if c.dep_ == "prt" and is_particle(c)), "")


def made_clear(verb: Token) -> Token | None:
    """The "that" behind which stands what somebody made clear: "made it clear that the pier would stay"."""
    if verb.lemma_.lower() != "make":
        return None
    behind = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.lower_ not in ("also", "it")][:2]
    if [t.lower_ for t in behind] != ["clear", "that"]:
        return None
    that = behind[1]
    return that if that.dep_ == "mark" and that.head.i > that.i and that.i <= verb.i + LONGEST_CLEAR else None


def is_particle(child: Token) -> bool:
    """Whether a word called a particle is one, and not a preposition in front of a place ("held off Savannakhet")."""
    before_place = child.i + 1 < len(child.doc) and child.nbor(1).ent_type_ in PLACE_ENTITIES
    return not before_place or any(c.dep_ == "dobj" for c in child.head.children)


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is what it is done to."""
    done = any(c.dep_ in ("auxpass", "nsubjpass") or (c.dep_ == "agent" and not _is_measure(c)) for c in verb.children)
    if done or is_misspelt_passive(verb):
        return True
    if _is_active(verb):
        return False
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ == "VERB" and not has_own_subject(verb):
        return not any(c.dep_ == "aux" for c in verb.children) and is_passive(verb.head)
    return (
        verb.tag_ == "VBN"
        and (verb.dep_ in ("acl", "advcl", "amod") or describes_noun(verb))
        and not any(c.dep_ == "aux" for c in verb.children)
    )


def _is_measure(by: Token) -> bool:
    """Whether "by" stands before how many they were or by how much, and not before who: "voted by 9 votes to 4"."""
    return any(c.lemma_.lower() in MEASURES or c.like_num for c in by.children)


def _is_active(verb: Token) -> bool:
    """Whether a verb taken for a participle is a past tense: it has a subject before it and no auxiliary."""
    return any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children) and not any(
        c.dep_ in AUXILIARIES for c in verb.children
    )


def describes_noun(verb: Token) -> bool:
    """Whether a bare participle right behind a noun tells of that noun, whatever the parser attached it to.

    In "to prepare for the talks slated for July", it is the talks that are slated.
    """
    bare = verb.tag_ == "VBN" and not any(
        c.dep_ in SUBJECTS or c.dep_ in AUXILIARIES or c.dep_ == "mark" for c in verb.children
    )
    return (
        bare
        and verb.dep_ in ("ccomp", "xcomp", "dep", "advcl")
        and verb.i > verb.sent.start
        and verb.nbor(-1).pos_ in ("NOUN", "PROPN")
    )


def is_misspelt_passive(verb: Token) -> bool:
    """Whether "is" and "by" make a passive of a verb that was not recognised as a participle ("is lead by")."""
    helped = any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children) and verb.tag_ in (
        "VB",
        "VBP",
        "VBN",
        "NN",
    )
    return helped and any(c.lower_ == "by" and c.i == verb.i + 1 for c in verb.children)


def has_own_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in verb.children)


def lent_subject(verb: Token) -> tuple[int, int] | None:
    """The tokens (first, one past the last) of a coordinated verb's subject that the parser left in the clause before.

    In "the talks were led by A, and the other side was headed by B", "the other side".
    """
    if verb.dep_ != "conj" or has_own_subject(verb) or verb.head.pos_ not in ("VERB", "AUX"):
        return None
    doc = verb.doc
    end = min([c.i for c in verb.children if c.dep_ in (*AUXILIARIES, "neg") and c.i < verb.i], default=verb.i)
    start = end
    while start - 1 > verb.head.i and doc[start - 1].pos_ in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART"):
        start -= 1
    if start == end or doc[end - 1].pos_ not in ("NOUN", "PROPN") or doc[start - 1].dep_ != "cc":
        return None
    return start, end


def is_misread_noun(verb: Token) -> bool:
    """Whether a word taken for a verb is the second noun of one complement ("attention to and support for it")."""
    if verb.i < 2 or verb.nbor(-1).dep_ != "cc" or verb.nbor(-2).pos_ != "ADP":
        return False
    return not any(c.dep_ in ("pobj", "pcomp") for c in verb.nbor(-2).children)


def verb_kind(verb: Token) -> Literal["finite", "participle", "infinitive"]:
    """How a verb stands; one that is joined to another stands as that does."""
    auxiliaries = [c for c in verb.children if c.dep_ in AUXILIARIES]
    if any(a.tag_ == "TO" for a in auxiliaries):
        return "infinitive"
    if (verb.tag_ == "VBN" and _is_active(verb)) or verb.tag_ in FINITE or any(a.tag_ in FINITE for a in auxiliaries):
        return "finite"
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not has_own_subject(verb):
        return verb_kind(verb.head)
    if verb.tag_ == "VB":
        return "infinitive"
    return "participle"
