"""Roles that a verb gives: who is, becomes or is elected what, who leads what."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.people.before_names import before_name
from facts.extract.people.behind_names import phrase_end, without_time
from facts.extract.people.sentence_people import (
    DETERMINERS,
    ENDS,
    FINITE,
    RoleMention,
    SentencePeople,
    is_plural,
    lead_in,
)
from facts.parse.arguments import nominal
from facts.parse.name_words import is_role
from facts.parse.names import Person
from facts.parse.subjects import subject_of
from facts.parse.tree import Token
from facts.parse.words import BE, BODY_NOUNS, LEAD_VERBS, LED_NOUNS, MEETING_NOUNS, OFFICE_VERBS

BEING = BE | {"become", "remain"}
FINITE_OR_BARE = FINITE | {"VB"}
HEADED = BODY_NOUNS | MEETING_NOUNS | LED_NOUNS
"""Nouns of what has somebody at its head."""


def led_by(person: Person, here: SentencePeople) -> Iterator[RoleMention]:
    """ "The scientific committee, headed by Dr Hilary Vance"."""
    before = next(before_name(person, here), None)
    i = min(before.start if before else person.start, lead_in(person, here) + 1) - 1
    while i > here.start and here.token(i).lower_ in DETERMINERS:
        i -= 1
    if i - 1 <= here.start or here.token(i).lower_ != "by":
        return
    verb = here.token(i - 1)
    passive = any(c.dep_ == "auxpass" for c in verb.children) or verb.head.lemma_ in BE
    if verb.lemma_.lower() not in LEAD_VERBS or not (passive or verb.tag_ in ("VBN", "VBD")):
        return
    subject = nominal("subject", verb.head) if verb.dep_ in ("acl", "relcl") else subject_of(verb)
    led = subject.head if subject is not None else None
    if subject is None or led is None or led.i >= verb.i or led.pos_ not in ("NOUN", "PROPN") or led.i in here.at:
        return
    start, end = subject.start, led.i + 1
    while end < verb.i and here.token(end).text not in ENDS and here.token(end).pos_ not in ("AUX", "VERB"):
        end += 1
    yield RoleMention(person, start, end, "leads")


def by_verbs(here: SentencePeople) -> Iterator[RoleMention]:
    """Who is, becomes, is elected or appointed what; who leads what."""
    for verb in here.sentence.span:
        if verb.pos_ not in ("VERB", "AUX") or any(c.dep_ == "neg" for c in verb.children):
            continue
        lemma = verb.lemma_.lower()
        subject = _named_child(verb, ("nsubj", "nsubjpass"), here)
        if lemma in BEING and subject:
            yield from _complement(subject, verb, here)
        elif lemma in BE and (person := _named_child(verb, ("attr",), here)) is not None and person.start > verb.i:
            role = next((c for c in verb.children if c.dep_ == "nsubj" and is_role(c) and not is_plural(c)), None)
            if role is not None and role.left_edge.i < role.i:
                yield RoleMention(person, role.left_edge.i, verb.i)
        elif lemma in OFFICE_VERBS:
            passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
            person = subject if passive or lemma == "serve" else _named_child(verb, ("dobj",), here)
            if person:
                yield from _complement(person, verb, here)
        elif lemma in LEAD_VERBS and subject and len(_subjects(verb)) == 1 and verb.tag_ in FINITE_OR_BARE:
            thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
            if thing is not None and thing.left_edge.i - verb.i == 1 and _can_be_led(thing, lemma):
                yield RoleMention(subject, verb.i, without_time(verb.i, phrase_end(verb.i + 1, here), here), "leads")


def _can_be_led(thing: Token, lemma: str) -> bool:
    """Whether a thing is a body or a work that has a head: not "led the race", not "ran the marathon"."""
    if lemma in ("chair", "co-chair", "head", "oversee"):
        return thing.pos_ in ("NOUN", "PROPN")
    noun = thing.lemma_.lower()
    return noun in HEADED or (thing.pos_ == "PROPN" and thing.ent_type_ == "ORG")


def _subjects(verb: Token) -> list[Token]:
    """The subjects that "and" joins."""
    return [t for c in verb.children if c.dep_ == "nsubj" for t in (c, *c.conjuncts)]


def _named_child(verb: Token, labels: tuple[str, ...], here: SentencePeople) -> Person | None:
    return next((here.at[c.i] for c in verb.children if c.dep_ in labels and c.i in here.at), None)


def _complement(person: Person, verb: Token, here: SentencePeople) -> Iterator[RoleMention]:
    """The role that a verb gives to a person: its noun, or what stands behind "as"."""
    for child in verb.children:
        noun = child
        if child.i < verb.i or child.i in here.at:
            continue
        if child.dep_ == "prep" and child.lower_ == "as":
            noun = next((c for c in child.children if c.dep_ == "pobj"), child)
        elif child.dep_ not in ("attr", "oprd", "xcomp", "dobj", "appos"):
            continue
        if is_role(noun) and noun.i not in here.at:
            start = noun.left_edge.i
            end = without_time(start, min(phrase_end(start, here), noun.right_edge.i + 1), here)
            if not is_plural(noun):
                yield RoleMention(person, start, end)
            elif verb.lemma_ in BE:
                others = tuple(p for p in here.named if p.end <= verb.i and p != person)
                yield RoleMention(person, start, end, "role", others, plural=True)
