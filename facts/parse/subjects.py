"""Whom or what a verb says something of: its own subject, or one shared with a verb or taken from a noun."""

from __future__ import annotations

import dataclasses

from facts.parse.arguments import RELATIVE_TAGS, Argument, nominal, trimmed, whole_phrase
from facts.parse.predicates import AUXILIARIES, SUBJECTS, describes_noun, is_passive, lent_subject, verb_kind
from facts.parse.tree import Token
from facts.parse.words import GATHERING_NOUNS

OBJECT_CONTROL = frozenset(
    """accuse advise allow appoint ask authorise authorize call charge compel direct elect enable encourage
    expect force help instruct invite lead order permit persuade prevent prompt push remind request
    require stop suspect tell urge want warn""".split()
)
"""Verbs whose object does what the infinitive after them says."""


OCCASION_PARTICIPLES = frozenset({"attend", "chair", "co-chair", "convene", "host", "co-host", "moderate"})
"""Participles that tell of a meeting, wherever in the sentence it stands."""


LISTED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PUNCT", "CCONJ"})


def subject_of(verb: Token, depth: int = 0) -> Argument | None:
    """The phrase that a verb says something of, its own or the one that it shares."""
    if depth > 6:
        return None
    if describes_noun(verb):
        return nominal("subject", verb.nbor(-1))
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            if child.tag_ in RELATIVE_TAGS and verb.dep_ == "relcl":
                described = (
                    verb.head.head if verb.head.dep_ == "appos" and verb.head.head.pos_ == "PROPN" else verb.head
                )
                return nominal("subject", _agreeing(verb, described))
            return (
                whole_phrase("subject", child)
                if child.dep_.startswith("csubj")
                else _listed(_before(verb, nominal("subject", child)))
            )
    lent = lent_subject(verb)
    if lent is not None:
        return Argument("subject", verb.doc[lent[1] - 1], *lent)
    if any(c.dep_ == "expl" for c in verb.children):
        return next((nominal("subject", c) for c in verb.children if c.dep_ in ("attr", "dobj")), None)
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ in ("acl", "advcl") and verb.lemma_.lower() in OCCASION_PARTICIPLES and is_passive(verb):
        occasion = next(
            (
                t
                for t in reversed(list(verb.sent))
                if t.i < verb.i and t.lemma_.lower() in GATHERING_NOUNS and t.pos_ in ("NOUN", "PROPN")
            ),
            None,
        )
        if occasion is not None:
            return _before(verb, nominal("subject", occasion))
    if verb.dep_ == "acl":
        if (
            verb_kind(verb) == "infinitive"
            and head.dep_ in ("dobj", "attr")
            and not is_passive(verb)
            and head.head.pos_ in ("VERB", "AUX")
        ):
            return subject_of(head.head, depth + 1) or nominal("subject", head)
        return nominal("subject", head)
    if verb.dep_ == "relcl":
        return None if any(c.tag_ in RELATIVE_TAGS for c in verb.subtree) else nominal("subject", head)
    if verb.dep_ == "amod":
        return Argument("subject", head, verb.i + 1, head.i + 1) if head.i > verb.i else None
    if verb.dep_ in ("pcomp", "prep"):
        governor = head.head
        while governor.pos_ not in ("VERB", "AUX") and governor.head != governor:
            governor = governor.head
        return _controller(governor, depth) if governor.pos_ in ("VERB", "AUX") else None
    if head.pos_ in ("VERB", "AUX"):
        if verb.dep_ in ("xcomp", "ccomp"):
            return _controller(head, depth)
        return subject_of(head, depth + 1)
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    return subject_of(head, depth + 1) if head.pos_ in ("VERB", "AUX") and head != verb else None


def _agreeing(verb: Token, noun: Token) -> Token:
    """The noun that a relative clause tells of: one further out ("the reserves of the bank, which stood at …")."""
    while (
        noun.dep_ == "pobj" and noun.pos_ == noun.head.head.pos_ == "PROPN" and noun.head.lower_ in ("for", "of", "on")
    ):
        noun = noun.head.head
    outer = noun.head.head if noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" else None
    if outer is None or outer.i > noun.i:
        return noun
    number = {"VBZ": "Sing", "VBP": "Plur"}.get(verb.tag_) or next(
        ({"VBZ": "Sing", "VBP": "Plur"}.get(c.tag_, "") for c in verb.children if c.dep_ in AUXILIARIES), ""
    )
    plural = {noun: noun.tag_ in ("NNS", "NNPS"), outer: outer.tag_ in ("NNS", "NNPS")}
    if number and plural[noun] != plural[outer]:
        return outer if plural[outer] == (number == "Plur") else noun
    measured = verb.lemma_ in ("amount", "stand", "total") and noun.ent_type_ not in ("MONEY", "PERCENT")
    return outer if measured else noun


def _before(verb: Token, subject: Argument) -> Argument:
    """A subject cut off where its verb begins: what the parser hung on it from behind the verb belongs elsewhere."""
    begins = min(
        (c.i for c in verb.children if c.dep_ in (*AUXILIARIES, "neg") and c.i > subject.head.i), default=verb.i
    )
    if subject.head.i < begins < subject.end:
        return trimmed(subject.role, subject.head, subject.start, begins)
    return subject


def _listed(subject: Argument) -> Argument:
    """A subject that ends a list with the rest of it, where the parser cut it off ("A, B, and C are …")."""
    doc, start = subject.head.doc, subject.start
    first = subject.head.sent.start
    joined = start - first >= 2 and doc[start - 1].dep_ == "cc"
    if (
        joined
        and all(t.pos_ in LISTED and t.text not in ';:()"' for t in doc[first:start])
        and doc[first].pos_ != "PUNCT"
    ):
        return dataclasses.replace(subject, start=first)
    return subject


def _controller(governor: Token, depth: int) -> Argument | None:
    """Who does what an infinitive or gerund under a verb says: for verbs of urging their object, else their subject."""
    if governor.lemma_.lower() in OBJECT_CONTROL:
        for child in governor.children:
            if child.dep_ in ("dobj", "dative", "nsubjpass"):
                return nominal("subject", child)
            if child.lower_ in ("on", "upon") and governor.lemma_ == "call":
                return next((nominal("subject", c) for c in child.children if c.dep_ == "pobj"), None)
    return subject_of(governor, depth + 1)
