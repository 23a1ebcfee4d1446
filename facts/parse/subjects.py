"""The subject of a verb: its own, one shared in a coordination or by control, or the noun that a clause modifies."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from facts.folding import fold
from facts.parse.arguments import RELATIVE_TAGS, Argument, head_of_name, nominal, trimmed, whole_phrase
from facts.parse.given_names import given_names
from facts.parse.phrases import is_person, is_plural
from facts.parse.predicates import AUXILIARIES, SUBJECTS, describes_noun, is_passive, lent_subject, verb_kind
from facts.parse.tree import Token
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, ROLE_NOUNS

OBJECT_CONTROL = frozenset(
    """accuse advise allow appoint ask authorise authorize call charge compel direct elect enable encourage
    expect force help instruct invite lead order permit persuade prevent prompt push remind request
    require stop suspect tell urge want warn""".split()
)
"""Verbs whose object does what the infinitive after them says."""


OCCASION_PARTICIPLES = frozenset({"attend", "chair", "co-chair", "convene", "host", "co-host", "moderate"})
"""Participles that tell of a meeting, wherever in the sentence it stands."""


DEEPEST = 6
"""How many verbs a subject is looked for upwards."""


COUNTING = frozenset("all both few half many most none others several some".split())
"""Words that stand for several of those told of, and no name of theirs."""
LISTED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PUNCT", "CCONJ"})


def subject_of(verb: Token, depth: int = 0) -> Argument | None:
    """The phrase that a verb says something of, its own or the one that it shares."""
    if depth > DEEPEST:
        return None
    if describes_noun(verb):
        return nominal("subject", verb.nbor(-1))
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if own is not None:
        return _own(verb, own)
    lent = lent_subject(verb)
    if lent is not None:
        return Argument("subject", verb.doc[lent[1] - 1], *lent)
    if any(c.dep_ == "expl" for c in verb.children):
        return next((nominal("subject", c) for c in verb.children if c.dep_ in ("attr", "dobj")), None)
    return None if verb.head == verb else _shared(verb, depth)


def _own(verb: Token, child: Token) -> Argument:
    """A verb's subject as an argument; for a relative pronoun its antecedent."""
    if child.tag_ in RELATIVE_TAGS and verb.dep_ == "relcl":
        apposed = verb.head.dep_ == "appos" and verb.head.head.pos_ == "PROPN"
        told = nominal("subject", _agreeing(verb, verb.head.head if apposed else verb.head))
        if told.head.i < verb.left_edge.i < told.end:
            return trimmed("subject", told.head, told.start, verb.left_edge.i)
        return told
    if child.dep_.startswith("csubj"):
        return whole_phrase("subject", child)
    return _listed(_before(verb, nominal("subject", child)))


def _shared(verb: Token, depth: int) -> Argument | None:
    """The subject of a verb without one of its own: from its head, a noun or a verb."""
    head = verb.head
    occasion = _occasion(verb)
    if occasion is not None:
        return _before(verb, nominal("subject", occasion))
    match verb.dep_:
        case "acl" if _is_of_that(head):
            return None
        case "acl":
            aim = verb_kind(verb) == "infinitive" and head.dep_ in ("dobj", "attr") and not is_passive(verb)
            shared = subject_of(head.head, depth + 1) if aim and head.head.pos_ in ("VERB", "AUX") else None
            return shared or nominal("subject", head)
        case "relcl":
            return None if any(c.tag_ in RELATIVE_TAGS for c in verb.subtree) else nominal("subject", head)
        case "amod":
            return Argument("subject", head, verb.i + 1, head.i + 1) if head.i > verb.i else None
        case "pcomp" | "prep":
            governor = _verb_above(head.head)
            return _controller(governor, depth) if governor.pos_ in ("VERB", "AUX") else None
        case "xcomp" | "ccomp" if head.pos_ in ("VERB", "AUX"):
            return _controller(head, depth)
        case _:
            governor = _verb_above(head)
            shares = governor.pos_ in ("VERB", "AUX") and governor != verb and _is_joined(verb)
            return subject_of(governor, depth + 1) if shares else None


def _is_of_that(noun: Token) -> bool:
    """Whether a noun only tells whose "that" is: "lifted the ban of the Lunn Club and that of the Tarn Club"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in ("that", "those")


def _is_joined(verb: Token) -> bool:
    """Whether a verb with an auxiliary is joined to the one before: not where a phrase stands right before it that the
    parser missed as its subject ("she proposed it, as a trial in Lunn | had reduced costs")."""
    first = next((c for c in verb.children if c.dep_ in AUXILIARIES and c.i < verb.i), None)
    if verb.dep_ != "conj" or first is None or first.i == verb.sent.start:
        return True
    return first.nbor(-1).pos_ not in ("NOUN", "PROPN")


def _occasion(verb: Token) -> Token | None:
    """The meeting that a passive participle such as "attended by" tells of, wherever before it that stands.

    What is "held" is the meeting, not the body behind its "of": "the third meeting of the Tarn Initiative, held at …".
    """
    of = verb.head.head
    if verb.dep_ == "acl" and verb.lemma_ == "hold" and is_passive(verb) and verb.head.dep_ == "pobj":
        met = of.lower_ == "of" and of.head.lemma_.lower() in GATHERING_NOUNS
        return of.head if met and verb.head.lemma_.lower() not in GATHERING_NOUNS else None
    if verb.dep_ not in ("acl", "advcl") or verb.lemma_.lower() not in OCCASION_PARTICIPLES or not is_passive(verb):
        return None
    before = (t for t in reversed(verb.sent) if t.i < verb.i and t.pos_ in ("NOUN", "PROPN"))
    return next((t for t in before if t.lemma_.lower() in GATHERING_NOUNS), None)


def _verb_above(token: Token) -> Token:
    """The nearest verb on the way from a word up to the root, the word itself included; else the root."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _agreeing(verb: Token, noun: Token) -> Token:
    """The noun that a relative clause tells of: one further out ("the reserves of the bank, which stood at …")."""
    noun = head_of_name(noun)
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
    """A subject cut off where its verb begins: what is attached to it from behind the verb belongs elsewhere."""
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


def may_be_own(token: Token, verb: Token) -> bool:
    """Whether "its" may be of the subject before it: "a motion was withdrawn by its authors", "the Chair asked … his".

    So may "their" be of a number: "of the 530 drivers, 412 raised their hands".

    `verb` is that of the clause in which it stands.
    """
    while verb.dep_ == "ccomp" and not any(c.dep_ in SUBJECTS and c.i < token.i - 1 for c in verb.children):
        verb = verb.head
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i - 1), None)
    if token.lower_ == "their":
        return subject is not None and (subject.tag_ in ("CD", "NNS", "NNPS") or subject.lower_ in COUNTING)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or is_plural(subject):
        return False
    if token.lower_ == "its":
        return not is_person(subject) or _may_be_place(subject)
    return is_person(subject) and subject.ent_type_ != "PERSON"


def may_be_of_another(token: Token, name: str) -> bool:
    """Whether "its" may be of something that its sentence said something of before it, and that is not named so.

    "The bridge was shut because its rail was loose" is told of no council that was named in the sentence before; nor is
    "its chairman" the council's behind "The council heard the transport working group".
    """
    before = (t for t in token.sent if t.i < token.i and t.dep_ in ("nsubj", "nsubjpass"))
    told = (t for t in before if t.pos_ in ("NOUN", "PROPN") and not is_plural(t))
    known = fold(name).split()
    if token.head.lemma_.lower() in ROLE_NOUNS and token.i == token.sent.start:
        bodies = [t for t in _sentence_before(token) if t.lemma_.lower() in BODY_NOUNS and t.dep_ != "compound"]
        if bodies and bodies[-1].folded not in known:
            return True
    return any(t.folded not in known and (not is_person(t) or _may_be_place(t)) for t in told)


def _sentence_before(token: Token) -> Iterable[Token]:
    """The words of the sentence before that of a word; none where it is the first."""
    start = token.sent.start
    return token.doc[start - 1].sent if start else ()


def _may_be_place(name: Token) -> bool:
    """Whether one unknown word that was taken for somebody may name a country or a firm, which has an "its"."""
    alone = name.pos_ == "PROPN" and not any(c.dep_ in ("compound", "appos") for c in name.children)
    return alone and name.folded not in given_names()
