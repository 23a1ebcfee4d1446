"""Roles that a verb gives: who is or becomes what."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.people.behind_names import phrase_end, without_time
from facts.extract.people.sentence_people import RoleMention, SentencePeople, is_plural
from facts.parse.name_words import is_role
from facts.parse.tree import Token

BEING = frozenset({"be", "become", "remain"})


def by_verbs(here: SentencePeople) -> Iterator[RoleMention]:
    """ "Ann Lee is the mayor of Ostford", "the new chief of Norwest Water is Bo Ek"."""
    for verb in here.sentence.span:
        if verb.pos_ not in ("VERB", "AUX") or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
            continue
        lemma = verb.lemma_.lower()
        if lemma not in BEING or (lemma == "be" and verb.tag_ != "VBZ"):
            continue
        if lemma == "become" and verb.tag_ in ("VB", "VBP", "VBZ"):
            continue  # "when the rector becomes minister": is none yet
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        complement = next((c for c in verb.rights if c.dep_ in ("attr", "oprd", "acomp")), None)
        if subject is None or complement is None:
            continue
        if subject.i in here.at and _is_one(complement, here):
            start = complement.left_edge.i
            end = min(phrase_end(start, here), complement.right_edge.i + 1)
            yield RoleMention(here.at[subject.i], start, without_time(start, end, here), "is")
        elif complement.i in here.at and _is_one(subject, here) and subject.left_edge.i < subject.i:
            yield RoleMention(here.at[complement.i], subject.left_edge.i, verb.i, "is")


def _is_one(noun: Token, here: SentencePeople) -> bool:
    """Whether a noun is the role of one person."""
    return is_role(noun) and noun.i not in here.at and not is_plural(noun)
