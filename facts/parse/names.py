"""The named people of a sentence: capitalised words that a title, a role, a given name or the model marks as a person.

spaCy's small model misses many names, above all those of other languages and those that stand right behind a role
("Council Chair Brenda Mallory"). So every run of capitalised words is looked at, ordinary English words are cut off its
beginning, and what is left is a name where something says so: a title or role before it, a role in apposition, a known
given name, or the model.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facts.folding import fold
from facts.parse.given_names import given_names
from facts.parse.name_words import (
    LONGEST,
    Word,
    english,
    is_ordinary,
    is_role,
    is_shaped,
    is_titled,
    may_begin,
    run_of,
    title_of,
)
from facts.parse.tree import Doc, Span, Token
from facts.parse.words import BODY_NOUNS, HONORIFICS, MEETING_NOUNS, NAMED_THINGS, PARTICLES, PLACE_NOUNS, TITLED_NOUNS

NEVER_PEOPLE = (
    BODY_NOUNS
    | MEETING_NOUNS
    | PLACE_NOUNS
    | TITLED_NOUNS
    | {f"{noun}s" for noun in TITLED_NOUNS}
    | {"pro"}  # "President Pro Tempore Ann Lee"
    | NAMED_THINGS - {"church", "field", "hall", "house", "island", "park", "trust"}
)
"""Words that end the name of something that is not a person."""
PLACES_AND_BODIES = frozenset(
    {"GPE", "LOC", "FAC", "ORG", "NORP", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "LANGUAGE"}
)
SETTLEMENTS = frozenset("capital city island port town village".split())
"""Nouns behind whose comma their name stands."""
LINKS = frozenset({"against", "in", "of", "for", "to", "the", "on", "and", "&"})
REACH = 9
"""How many tokens back a role may begin whose office stands between it and the name ("Secretary of the Interior X")."""


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """A named person: the tokens of the name in a paragraph (titles left out)."""

    start: int
    end: int
    name: str


class _Run(NamedTuple):
    """The person that a run of words may name, and whether that is sure without a look at other people."""

    person: Person
    sure: bool


def people(sentence: Span) -> Iterator[Person]:
    """Yield the named people of a sentence."""
    runs: list[_Run] = []
    i = sentence.start
    while i < sentence.end:
        words = list(run_of(i, sentence)) if may_begin(sentence.doc[i]) else []
        if words:
            runs.extend(_person(words, sentence))
            i = words[-1].end
        i += not words
    for n, run in enumerate(runs):
        left = n > 0 and runs[n - 1].sure and _listed(runs[n - 1].person, run.person, sentence.doc)
        right = n + 1 < len(runs) and runs[n + 1].sure and _listed(run.person, runs[n + 1].person, sentence.doc)
        if run.sure or left or right:
            yield run.person


def _listed(left: Person, right: Person, doc: Doc) -> bool:
    """Whether nothing but commas and an "and" stands between two names."""
    between = doc[left.end : right.start]
    return 0 < len(between) < 3 and all(t.text in (",", ";", "&") or t.lower_ == "and" for t in between)


def same_person(words: Sequence[str], known: Sequence[str]) -> bool:
    """Whether a name is a shorter or longer form of a known one (folded words of both).

    >>> same_person(["hoarau"], ["marie-ange", "hoarau"]), same_person(["anne", "holm"], ["marie", "holm"])
    (True, False)
    """
    if set(words) <= set(known):
        return words[-1] in known[1:] or list(words) == list(known)
    return set(known) <= set(words) and known[0] == words[0] and len(known) > 1


def _person(words: list[Word], sentence: Span) -> Iterator[_Run]:
    """The person that a run of words names, if it may name one."""
    doc = sentence.doc
    first = words[0].start
    while len(words) > 1 and _is_outside(words, first, sentence):
        words = words[1:]
    start, end = words[0].start, words[-1].end
    tokens = doc.span(start, end)
    last = fold(doc[words[-1].start].text)
    if (
        not words
        or len(words) > LONGEST
        or last in NEVER_PEOPLE
        or any(t.folded in ("ltd", "plc", "inc", "llc") for t in tokens)
    ):
        return
    if not any(is_shaped(t) or t.is_upper for t in tokens) or (
        end < sentence.end and doc[end].text in ("+", "/", "%") and not doc[end - 1].whitespace_
    ):
        return
    if (
        end + 1 < sentence.end
        and doc[end].text == "'s"
        and doc[end + 1].text[0].isupper()
        and doc[end + 1].folded in NEVER_PEOPLE
    ):
        return
    if start >= sentence.start + 2 and doc[start - 1].text == "," and doc[start - 2].lower_ in SETTLEMENTS:
        return  # "in the capital, Sankt Florin, the mayor spoke"
    sure = _marked(words, first, sentence)
    if sure or (len(words) > 1 and not any(_ordinary(w, doc) for w in words)):
        yield _Run(Person(start, end, tokens.text), sure)


def _is_outside(words: list[Word], begin: int, sentence: Span) -> bool:
    """Whether the first word is not a part of the name: "Defence" in "Secretary of Defence Jo Lee".

    `begin` is the first token of all the words, also of those already taken off.
    """
    doc = sentence.doc
    first = doc[words[0].start]
    if words[0].text.lower() in PARTICLES:
        return False
    if first.ent_type_ == "NORP" and len(words) > 2 and fold(words[1].text) in given_names():
        return True
    if first.ent_type_ != "PERSON" and _office(begin, sentence):
        later = [doc[word.start] for word in words[1:-1]]  # "Minister of Amber Affairs | Joel Tamm"
        if any(t.ent_type_ == "PERSON" and t.ent_iob_ == "B" for t in later):
            return True
        if fold(words[0].text) not in given_names() and any(t.folded in given_names() for t in later):
            return True
    if not _ordinary(words[0], doc):
        return False
    if first.ent_type_ == "PERSON" and first.ent_iob_ == "B":
        return len(words) > 2 and fold(words[1].text) in given_names()
    return first.ent_type_ in ("NORP", "GPE") or not _dead(words[1:], doc)


def _dead(words: list[Word], doc: Doc) -> bool:
    """Whether nothing but ordinary words is left."""
    return all(_ordinary(w, doc) for w in words)


def _marked(words: list[Word], first: int, sentence: Span) -> bool:
    """Whether something says that these words name a person."""
    doc = sentence.doc
    tokens = doc.span(words[0].start, words[-1].end)
    honoured = _honoured(doc, words[0].start, sentence)
    if honoured:
        return True
    given = fold(words[0].text) in given_names() or tokens[0].folded in given_names()
    recognised = any(t.ent_type_ == "PERSON" for t in tokens)
    ordinary = [_ordinary(w, doc) for w in words]
    if all(ordinary) and not given:
        return False
    elsewhere = all(t.ent_type_ in PLACES_AND_BODIES for t in tokens if t.is_alpha) and tokens[0].ent_iob_ == "B"
    if is_titled(doc, first, sentence) or (first < words[0].start and _office(first, sentence)):
        if len(words) == 1 and first == words[0].start and not _english_word(words[0]):
            return True
        return given or recognised or not elsewhere or (len(words) > 1 and not any(ordinary))
    if len(words) == 1:
        root = tokens.root
        if words[0].start > sentence.start and doc[words[0].start - 1].lower_ == "the":
            return False
        return (
            recognised
            and not ordinary[0]
            and not _placed(root)
            and (root.dep_ == "nsubj" or not _english_word(words[0]))
        )
    if _of_place(words, sentence):
        return False
    if _possessed(words, sentence) and not any(ordinary):
        return True
    if given and not _english_word(words[0]):
        return True
    if given and (recognised or (not ordinary[-1] and not elsewhere)):
        return True
    if recognised and not any(ordinary[1:]):
        return True
    if any(ordinary) or (elsewhere and any(t.ent_type_ in ("NORP", "FAC", "LAW", "EVENT") for t in tokens)):
        return recognised and given
    return _introduced(words, sentence)


def _of_place(words: list[Word], sentence: Span) -> bool:
    """Whether words name what something belongs to: "Garth Beck viaduct", "Jo Lee of Acme Rowing", "(Lib Dem"."""
    doc, start = sentence.doc, words[0].start
    root = doc.span(start, words[-1].end).root
    if root.dep_ == "compound" and root.head.text.islower() and root.head.i > root.i and not is_role(root.head):
        return True
    before = doc[start - 1] if start > sentence.start else root
    if before.text == "(":
        return True
    return (
        before.lower_ == "of"
        and start - 2 >= sentence.start
        and is_shaped(doc[start - 2])
        and not is_role(doc[start - 2])
    )


def _possessed(words: list[Word], sentence: Span) -> bool:
    """Whether a country stands before a name as its owner: "Zambia's Mutinta Hamoonga"."""
    doc, start = sentence.doc, words[0].start
    return (
        start - 2 >= sentence.start
        and doc[start - 1].text == "'s"
        and doc[start - 2].ent_type_ in ("GPE", "ORG", "NORP")
    )


def _ordinary(word: Word, doc: Doc) -> bool:
    tokens = [t for t in doc[word.start : word.end] if t.is_alpha]
    if not tokens:
        return doc[word.start].ent_type_ != "PERSON"  # an initial
    return word.text.lower() not in PARTICLES and all(is_ordinary(t) for t in tokens)


def _english_word(word: Word) -> bool:
    return fold(word.text) in english()


def _placed(token: Token) -> bool:
    """Whether a word stands behind a preposition of place or time, so that it is hardly a person."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token.dep_ in ("pobj", "appos", "compound") and token.head.lower_ not in (
        "by",
        "with",
        "of",
        "for",
        "to",
        "against",
    )


def _honoured(doc: Doc, start: int, sentence: Span) -> bool:
    """Whether "Mr", "Dr", "Gen." … stands right before a token."""
    i = start - 1
    if i >= sentence.start and doc[i].text == ".":
        i -= 1
    title = title_of(doc[i]) if i >= sentence.start else None
    return title is not None and title in HONORIFICS


def _office(start: int, sentence: Span) -> bool:
    """Whether a role and a small word lead up to a token: "Secretary of" before "Transportation Pete Buttigieg"."""
    doc = sentence.doc
    if start <= sentence.start or doc[start - 1].lower_ not in LINKS:
        return False
    for i in range(start - 2, max(sentence.start, start - REACH) - 1, -1):
        if is_role(doc[i]) or title_of(doc[i]):
            return True
        if not (doc[i].text[0].isupper() or doc[i].lower_ in LINKS):
            return False
    return False


def _introduced(words: list[Word], sentence: Span) -> bool:
    """Whether a role stands beside a name behind a comma, a dash or a bracket, or the name is who speaks."""
    doc, start, end = sentence.doc, words[0].start, words[-1].end
    if end + 1 < sentence.end and doc[end].text in (",", "(", "–", "—"):
        aged = 2 if doc[end + 1].like_num else 0
        for i in range(end + 1 + aged, min(end + 8 + aged, sentence.end)):
            if doc[i].text in (",", ";", "(", ")") or (doc[i].pos_ in ("VERB", "AUX") and not is_role(doc[i])):
                break
            if is_role(doc[i]):
                return True
    if start - 1 > sentence.start and doc[start - 1].text in (",", ":"):
        for i in range(start - 2, max(sentence.start, start - 12) - 1, -1):
            if doc[i].text in (",", ";", ".", ":") or doc[i].pos_ == "VERB":
                break
            if is_role(doc[i]):
                return True
    head = doc[words[-1].end - 1]
    return (
        head.dep_ == "nsubj"
        and head.head.lemma_ in ("say", "tell", "add", "argue", "warn")
        and not any(t.ent_type_ in ("ORG", "GPE") for t in doc[start:end])
    )
