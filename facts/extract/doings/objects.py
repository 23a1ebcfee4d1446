"""What somebody spoke of, as a phrase of its clause: whole, with all that belongs to it and nothing that does not."""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

from facts.extract.answers import ASIDE
from facts.extract.doings.verbs import ASKED_ABOUT, ASKED_TO_DO, ASKED_WITH, SPEAKING, URGING
from facts.parse.clauses import RELATIVE_TAGS, Argument, Clause
from facts.parse.phrases import is_body, is_person
from facts.parse.predicates import has_own_subject
from facts.parse.tree import Token
from facts.parse.words import FINITE, MEETING_NOUNS

TOO_LONG = 180
"""Behind so many characters an object does without examples, and the members of a list stand by themselves."""
BEGINNINGS = frozenset({"CD", "DT", "JJ", "NNP", "NNS", "PRP$"})
"""Tags of words with which a member of a list begins."""
FRAMES = frozenset({"after", "ahead", "before", "during", "following", "while"})
"""Prepositions behind an object that tell when, where or how it was said."""
NOT_SPOKEN = frozenset(
    """account amount belong build compete consist contribute deal depend lead look rely result step suffer turn
    wait""".split()
)
"""Verbs with a preposition that people ask for which tell of no speaking."""
LISTING = frozenset({"including", "like", "namely", "notably"})
"""Words that open a list of examples."""
ADDING = frozenset({"acl", "advcl", "appos", "relcl"})
"""What clauses and names behind a comma are that only add something."""


class Spoken(NamedTuple):
    """What somebody spoke of, and what is left of that behind the verb of a question for it ("about", "to do").

    A part of a list is not the whole. It is alone where its article tells nothing else by the same verb. `word` is
    what one asks with, where it is asked for `by_noun`.
    """

    thing: Argument
    tail: str = ""
    whole: bool = True
    alone: bool = True
    word: str = "What"
    by_noun: bool = False


def spoken_of(clause: Clause) -> Spoken | None:
    """What a verb of speaking says that was spoken of, agreed or asked for; None where it says nothing of the kind."""
    return object_of(clause) or _about(clause) or _to_do(clause)


def parts_of(clause: Clause, spoken: Spoken) -> list[Spoken]:
    """An object, or, of a long list, each of its members by itself."""
    doc, thing = clause.verb.doc, spoken.thing
    if len(doc.span(thing.start, thing.end).text) <= TOO_LONG or thing.head.pos_ != "NOUN":
        return [spoken]
    heads = [thing.head]
    for token in doc[thing.head.i + 1 : thing.end]:
        if token.dep_ in ("conj", "appos") and token.head in heads and token.pos_ == "NOUN":
            heads.append(token)
    starts = [thing.start, *(head.left_edge.i for head in heads[1:])]
    ends = [
        *(_trimmed(dataclasses.replace(thing, head=h), s) for h, s in zip(heads, starts[1:], strict=False)),
        thing.end,
    ]
    whole = all(end > head.i >= start for head, start, end in zip(heads, starts, ends, strict=True))
    begun = all(doc[start].tag_ in BEGINNINGS and doc[start - 1].text.lower() in (",", "and") for start in starts[1:])
    if len(heads) < 2 or not whole or not begun:
        return [spoken]
    members = zip(heads, starts, ends, strict=True)
    return [Spoken(dataclasses.replace(thing, head=h, start=s, end=e), spoken.tail, whole=False) for h, s, e in members]


def object_of(clause: Clause) -> Spoken | None:
    """The object of a verb of speaking: no person, and nothing that a rule of its own asks for."""
    lemma = clause.verb.lemma_.lower()
    thing = clause.first("object") or next(filter(_is_question, clause.all("content", "infinitive")), None)
    if lemma not in SPEAKING or clause.passive or thing is None or thing.start < clause.verb.i:
        return None
    beside = clause.first("content")
    if beside is not None and beside is not thing:
        return None
    linked = ASKED_WITH.get(lemma)
    invited = lemma == "welcome" and any(c.dep_ == "prep" and c.lower_ == "to" for c in clause.verb.children)
    taken = lemma == "describe" and any(c.lower_ == "as" for c in clause.verb.children)
    urged = lemma in URGING and clause.first("infinitive", "purpose") is not None
    if (
        is_person(thing.head)
        or invited
        or taken
        or urged
        or any(linked and a.preposition == linked for a in clause.all("oblique"))
    ):
        return None
    return Spoken(dataclasses.replace(thing, end=_end(clause, thing)))


def _about(clause: Clause) -> Spoken | None:
    """ "They spoke about trade", "called for a truce", "looked forward to the visit": of what, for what, to what."""
    lemma, verb = clause.verb.lemma_.lower(), clause.verb
    if clause.passive or clause.first("object", "content"):
        return None
    forward = next((c for c in verb.children if lemma == "look" and c.lower_ == "forward"), None)
    about = () if lemma in NOT_SPOKEN else ASKED_ABOUT.get(lemma, ())
    prepositions = ("to",) if forward is not None else about
    for token in (c for t in (verb, forward) if t is not None for c in t.children):
        if token.dep_ == "prep" and token.lower_ in prepositions and token.i > verb.i and token.children:
            thing = Argument("oblique", token, token.i + 1, token.right_edge.i + 1, token.lower_)
            tail = f"forward {token.lower_}" if forward is not None else token.lower_
            return Spoken(dataclasses.replace(thing, end=_end(clause, thing)), tail)
    return None


def _to_do(clause: Clause) -> Spoken | None:
    """ "They agreed to mend the pier", "agreed that it was old", "agreed not to": to do what, what."""
    thing = clause.first("infinitive", "content")
    if clause.verb.lemma_.lower() not in ASKED_TO_DO or clause.passive or clause.first("object") or thing is None:
        return None
    doc = thing.head.doc
    denied = doc[thing.start].lower_ == "not" and doc[thing.start + 1].lower_ == "to"
    if thing.start < clause.verb.i or (thing.role == "infinitive") != (denied or doc[thing.start].lower_ == "to"):
        return None
    if any(t.text == "," for t in doc[clause.verb.i : thing.start]):
        return None  # "voted against, on the ground that it was old"
    tail = "to do" if thing.role == "infinitive" and not denied else ""  # an answer tells what is denied
    return Spoken(dataclasses.replace(thing, end=_end(clause, thing)), tail)


def _is_question(content: Argument) -> bool:
    """Whether a clause says how or whether, or is a noun by its form: "they discussed how to mend it", "mending it"."""
    first = content.head.doc[content.start]
    if first.lower_ == "when":
        return False
    return first.tag_ in RELATIVE_TAGS or first.lower_ == "whether" or (first is content.head and first.tag_ == "VBG")


def _end(clause: Clause, thing: Argument) -> int:
    """Where an object ends, with all that belongs to it; of a long one without what only adds something."""
    doc, end = clause.verb.doc, _trimmed(thing, min(clause.sentence.end, clause.verb.right_edge.i + 1))
    whole, asides = end, list[int]()
    for token in doc[thing.head.i + 1 : end]:
        first = token.left_edge.i
        if first <= thing.head.i or token.i >= end:
            continue
        if _leaves(clause, token):
            whole = end = _trimmed(thing, first)
        elif doc[first - 1].text in ASIDE and (token.dep_ in ADDING or token.lower_ in LISTING):
            listed = token.dep_ != "relcl" and any(c.dep_ in ("cc", "conj") for c in token.children)
            listed = listed or (token.dep_ == "appos" and token.pos_ == "NOUN" and _goes_on(token, end))
            asides += [first] if token.right_edge.i + 1 >= whole and not listed else []
    for first in sorted(asides, reverse=True):
        if first < end and len(doc.span(thing.start, end).text) > TOO_LONG:
            end = _trimmed(thing, first)
    return end


def _goes_on(member: Token, end: int) -> bool:
    """Whether a noun behind a comma is the second of a list: "lamps, | ropes for the crew, and a new anchor"."""
    doc = member.doc
    return any(doc[i].text == "," and doc[i + 1].dep_ == "cc" for i in range(member.i, end - 1))


def _leaves(clause: Clause, token: Token) -> bool:
    """Whether what a word stands for tells of the verb again, and no more of its object."""
    joint = next((t for t in reversed(token.doc[clause.verb.i : token.i]) if t.dep_ == "cc"), None)
    if token.head is not clause.verb:
        return token.dep_ == "conj" and token.tag_ in FINITE and token.head.tag_ not in FINITE and joint is not None
    if token.dep_ == "prep":
        told = any(a.role == "time" and a.start <= token.i < a.end for a in clause.arguments)
        there = any(c.lemma_.lower() in MEETING_NOUNS for c in token.children) and token.lower_ in ("at", "in")
        company = any(a.start == token.i and is_company(a) for a in clause.arguments)
        return (
            told
            or there
            or company
            or token.lower_ in FRAMES
            or (token.doc[token.i - 1].text in ASIDE and token.lower_ not in LISTING)
        )
    if token.dep_ == "advcl":
        if token.tag_ == "VBG" and any(c.dep_ == "conj" and c.tag_ == "VBG" for c in token.children):
            return not any(t.dep_ == "pcomp" and t.tag_ == "VBG" for t in token.doc[clause.verb.i : token.i])
        return token.doc[token.left_edge.i - 1].text in ASIDE or not any(c.tag_ == "TO" for c in token.children)
    if token.dep_ == "conj":
        return token.pos_ in ("VERB", "AUX") and (token.tag_ == clause.verb.tag_ or has_own_subject(token))
    if token.dep_ == "cc":
        joined = next((c for c in clause.verb.children if c.dep_ == "conj" and c.i > token.i), None)
        return joined is not None and _leaves(clause, joined)
    if token.dep_ == "ccomp":
        return token.doc[token.left_edge.i].tag_ not in RELATIVE_TAGS
    return token.dep_ in ("parataxis", "advmod", "npadvmod")


def _trimmed(thing: Argument, end: int) -> int:
    """An end without signs and small words before it."""
    doc = thing.head.doc
    while end - 1 > thing.head.i and (
        doc[end - 1].text in ",;:.!–—-(" or doc[end - 1].dep_ == "cc" or doc[end - 1].is_space
    ):
        end -= 1
    return end


def is_company(argument: Argument) -> bool:
    """Whether a phrase tells with whom somebody spoke."""
    inner = next((c for c in argument.head.children if c.dep_ == "pobj"), None)
    apart = argument.start > 0 and argument.head.doc[argument.start - 1].text in ASIDE
    return argument.preposition == "with" and not apart and inner is not None and (is_person(inner) or is_body(inner))
