"""The word that one asks for a phrase by; questions of nouns that stand for a verb."""

from __future__ import annotations

from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import Antecedents, compact, is_body, is_person, is_plural, lowered
from facts.parse.tree import Token
from facts.parse.words import DOCUMENT_NOUNS, MEETING_NOUNS, NOMINALISED, SAY_VERBS


def question_word(argument: Argument) -> str:
    """ "Who" for somebody or a body, else "What"."""
    head = argument.head
    if head.like_num and head.pos_ == "NUM":
        of = next((c for c in head.children if c.lower_ == "of"), None)
        whole = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        if whole is None:
            return "How many"
        return "Who" if is_person(whole) else "What"
    named = (
        head.pos_ == "PROPN"
        and head.ent_type_ in ("", "PERSON", "ORG", "NORP", "GPE")
        and head.lemma_.lower() not in MEETING_NOUNS
    )
    if head.lemma_.lower() in DOCUMENT_NOUNS:
        return "What"
    return "Who" if named or is_person(head) or is_body(head) else "What"


def is_said(clause: Clause) -> bool:
    """Whether a clause tells what somebody said."""
    return clause.verb.lemma_.lower() in SAY_VERBS


def of_nominalisation(noun: Token, antecedents: Antecedents, word: str) -> list[str]:
    """The question with a verb for the noun: "When did the governor resign?" of "the resignation of the governor"."""
    verb = NOMINALISED.get(noun.lemma_.lower())
    if verb is None:
        return []
    of = next((c for c in noun.children if c.lower_ in ("of", "by") and c.dep_ == "prep"), None)
    who = (
        next((c for c in of.children if c.dep_ == "pobj"), None)
        if of is not None
        else next((c for c in noun.children if c.dep_ == "poss"), None)
    )
    if who is None:
        return []
    name = compact(who, who.left_edge.i, who.right_edge.i + 1, antecedents)
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    name = lowered(name, who.doc[who.left_edge.i])
    if verb.startswith("be "):
        return [f"{word} {'were' if is_plural(who) else 'was'} {name} {verb[3:]}?"]
    return [f"{word} did {name} {verb}?"]
