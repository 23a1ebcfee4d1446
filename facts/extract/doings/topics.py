"""The names and nouns inside what was spoken of by which one asks for it: "What did they discuss about Tarn?"."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.doings.objects import LISTING
from facts.extract.doings.trivial import SAYING_LITTLE, TO_WHOM
from facts.extract.draft import Sentence
from facts.folding import fold
from facts.parse.clauses import Argument
from facts.parse.phrases import is_person
from facts.parse.predicates import has_own_subject
from facts.parse.tree import Token
from facts.questions import in_full

PLACING = frozenset("after among at before between by during from in near on since until".split())
"""Prepositions before what may be when or where, and no topic."""
AT_HEART = frozenset({"concern", "importance", "interest", "priority"})
"""Nouns of what something is to somebody, and no topic: "issues of mutual interest"."""
FEWEST_TOLD = 2
"""How many other words an object has at least that is asked for by its topic."""
LONGEST_TOPIC, SHORT_TOPIC = 5, 3
"""How many words what tells one thing from another may have in a question, and has better."""


def topics_of(sentence: Sentence, thing: Argument) -> list[str]:
    """The names and nouns inside an object by which one may tell it from others, names first."""
    found: list[str] = []
    for token in thing.head.doc[thing.start : thing.end]:
        if token.dep_ not in ("pobj", "dobj") or token.pos_ not in ("NOUN", "PROPN") or token is thing.head:
            continue
        before = token.doc[token.left_edge.i - 1]
        told = any(c.dep_ in ("relcl", "acl") for c in token.children)
        if (
            told
            or token.lemma_.lower() in AT_HEART
            or before.lower_ == "as"
            or (before.pos_ == "ADP" and before.head.text[:1].isupper())
        ):
            continue
        if _is_aside(token, thing) or _is_counted(token) or (before.lower_ in TO_WHOM and is_person(token)):
            continue
        phrase = Argument("object", token, token.left_edge.i, min(token.right_edge.i + 1, thing.end))
        name = in_full(phrase, sentence.antecedents, LONGEST_TOPIC, behind=False)
        if name and "," not in name and not name.startswith(("a ", "an ", "any ", "no ", "more ")):
            found += [name] if " " in name or not name.islower() or token.tag_ == "NNS" else []
    return sorted(found, key=lambda name: (name.islower(), len(name.split()) > SHORT_TOPIC))


def _is_aside(token: Token, thing: Argument) -> bool:
    """Whether a word of an object is no topic of it: a time or a place, or said by the way in a relative clause."""
    before = token.doc[token.left_edge.i - 1]
    placed = before.lower_ in PLACING and (before.lower_ != "in" or before.head.pos_ not in ("NOUN", "PROPN"))
    inside = list(up_to(token, thing.head))
    # One of several things is asked for with all of them, not each.
    listed = any(t.dep_ == "conj" or any(c.dep_ == "conj" for c in t.children) for t in inside)
    listed = listed or any(t.lower_ in LISTING for t in token.doc[thing.start : token.i])
    # "Measures to address the shortage" are about it; "measures that the mayor of Tarn took" are not about Tarn.
    told = listed or any(t.dep_ == "relcl" and (t.tag_ != "VB" or has_own_subject(t)) for t in inside)
    return token.ent_type_ in ("DATE", "TIME") or placed or told


def _is_counted(token: Token) -> bool:
    """Whether a phrase compares or counts, or tells whose: "a higher dam", "three piers", "their boats"."""
    return any(t.tag_ in ("JJR", "JJS", "PRP$") or (t.tag_ == "CD" and token.pos_ == "NOUN") for t in token.children)


def tells_more(thing: Argument, topic: str) -> bool:
    """Whether an object tells more of a topic than that it was spoken of: not "the latest developments in Tarn"."""
    told = set(fold(topic).split()) | SAYING_LITTLE
    words = (t for t in thing.head.doc[thing.start : thing.end] if t.pos_ in ("ADJ", "NOUN", "NUM", "PROPN", "VERB"))
    return len({t.folded for t in words if told.isdisjoint((t.folded, t.lemma_.lower()))}) >= FEWEST_TOLD


def up_to(token: Token, head: Token) -> Iterator[Token]:
    """Yield a word of an object and the words above it, up to the head of the object."""
    while token is not head and token.head is not token:
        yield token
        token = token.head
