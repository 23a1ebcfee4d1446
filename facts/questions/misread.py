"""Clauses whose words a parse cannot have put together rightly: nothing is asked of them."""

from __future__ import annotations

from facts.parse.clauses import RELATIVE_TAGS, Clause
from facts.parse.tree import Token
from facts.parse.words import FINITE

NOMINAL = frozenset({"amod", "compound", "dobj", "nmod", "nsubj", "nsubjpass", "pobj"})
"""What a noun is in a sentence, and a finite verb is not."""
REMNANTS = frozenset({"attr", "dobj", "npadvmod"})
"""What is left behind such a noun of a clause without its verb."""
NOUNS = frozenset({"NOUN", "NUM", "PRON", "PROPN"})
ADVERBIAL = frozenset("day hour moment month morning night place point reason time way week year".split())
"""Nouns that a whole clause may tell more of: "the day Ada Wren opened the pier"."""
FRONTED = frozenset({"after", "before", "during", "following", "since"})
"""Prepositions of time before a noun behind which the main clause may begin without a comma."""


def is_misread(clause: Clause) -> bool:
    """Whether a verb was taken for one that is none, or a part of another clause for a part of its own."""
    verb = clause.chain[0]
    if verb.tag_ in FINITE and verb.dep_ in NOMINAL:
        return True  # "They included Norland's oldest world | shot put champion": no verb
    if verb.tag_ == "VBD" and any(c.text == "May" and c.tag_ == "MD" for c in verb.children):
        return True  # "May | met Ada Wren": a surname or the month
    if verb.dep_ == "relcl" and not _has_relative(verb) and verb.head.dep_ == "pobj" and _is_fronted(verb.head):
        return True  # "A week before the summit | the envoy had sailed to Tarn": not the summit that he sailed
    return any(_joins_noun(t) or _runs_on(t) for t in clause.verb.subtree if t.i > clause.verb.i)


def _is_fronted(noun: Token) -> bool:
    """Whether a noun stands in a phrase of time before the main verb."""
    preposition = noun.head
    return preposition.lower_ in FRONTED and preposition.i < preposition.head.i


def _joins_noun(token: Token) -> bool:
    """Whether a noun is joined to a verb: "Tarn will host it in May and Ostford | the next one"."""
    if token.dep_ != "conj" or token.pos_ not in NOUNS or token.head.pos_ != "VERB" or token.tag_ == "VBG":
        return False
    return any(c.dep_ in REMNANTS and c.i > token.i for c in token.head.children)


def _runs_on(token: Token) -> bool:
    """Whether what seems to tell more of a noun has all that its verb needs: "the motion | Bo Tam seconded the motion".

    It is a sentence of its own, run on without a full stop.
    """
    if token.dep_ != "relcl" or token.tag_ not in FINITE or _has_relative(token):
        return False
    if token.head.lemma_.lower() in ADVERBIAL:
        return False
    stranded = any(t.dep_ == "prep" and not any(True for _ in t.children) for t in token.subtree)
    roles = {c.dep_ for c in token.children}
    return "dobj" in roles and not roles.isdisjoint({"nsubj", "nsubjpass"}) and not stranded


def _has_relative(verb: Token) -> bool:
    """Whether a relative clause has a word that makes it one: "which", "that", "where"."""
    return any(t.tag_ in RELATIVE_TAGS or t.lower_ == "that" for t in verb.doc[verb.left_edge.i : verb.i])
