"""Whether a note of minutes reads as English to somebody who was not there: whole sentences, no jottings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facts.extract.draft import Material, Sentence
from facts.parse.clauses import Clause
from facts.parse.parser import Paragraph
from facts.parse.tree import Token

MASS = ("ance", "ence", "ing", "ion", "ity", "ment", "ness")
"""How nouns end that need no article: "planning", "insurance"."""
UNCOUNTED = frozenset({"interest", "money", "nothing", "nobody", "progress", "work"})
PLAIN_OBJECTS = frozenset({"action", "advice", "care", "help", "notice", "office", "part", "place", "power", "support"})
"""Nouns that a verb has without an article: "took part"."""
ALONE = frozenset({"he", "here", "i", "she", "that", "there", "they", "these", "this", "those"})
"""Words that as a subject point to somebody or something that a note does not name."""
JOTTED = frozenset({"hopeful", "let", "no", "not", "please", "still"})
OPENING_TAGS = frozenset({"VB", "VBD", "VBN"})
"""How a note begins that leaves its subject out."""
REPORTING_TAGS = frozenset({"VBD", "VBG", "VBN"})
NUMBER = re.compile(r"\b\d{5,}\b|\bI\b")
"""The bare number of an issue; whoever writes."""


def by_paragraph(material: Material) -> Mapping[int, list[Sentence]]:
    """The sentences of an article by where their paragraph starts."""
    found: dict[int, list[Sentence]] = {}
    for sentence in material.sentences:
        found.setdefault(sentence.paragraph.start, []).append(sentence)
    return found


def is_readable(paragraph: Paragraph, sentences: Mapping[int, list[Sentence]], behind: int = 0) -> bool:
    """Whether every sentence of a note is a whole one; what is told begins behind so many code points ("Ada: …")."""
    found = [s for s in sentences.get(paragraph.start, []) if s.span.end_char > behind]
    return bool(found) and all(_is_whole(sentence, behind) for sentence in found)


def is_report(paragraph: Paragraph, sentences: Mapping[int, list[Sentence]], behind: int) -> bool:
    """Whether a note tells what somebody did, its first word the verb: "Ada: mended the oars"."""
    root = next((s.span.root for s in sentences.get(paragraph.start, [])), None)
    return root is not None and root.tag_ in REPORTING_TAGS and root.idx == behind


def _is_whole(sentence: Sentence, behind: int = 0) -> bool:
    """Whether a sentence has a verb in its form with a subject that is named, and is no chain of jottings."""
    main = next((c for c in sentence.clauses if c.kind == "finite" and leads(c, behind)), None)
    if main is None or main.subject is None or NUMBER.search(sentence.span.text):
        return False
    words = [t for t in sentence.span if t.idx >= behind]
    if words[0].tag_ in OPENING_TAGS or words[0].lower_ in ALONE or any(map(_is_jotted, words[1:])):
        return False
    head, thing = main.subject.head, main.first("object")
    bare = thing is not None and thing.head.lower_ not in PLAIN_OBJECTS and _lacks_article(thing.head)
    named = head.idx >= behind and head.lower_ not in ALONE and not _lacks_article(head)
    return named and not bare and not any(map(_is_strung, sentence.clauses))


def leads(clause: Clause, behind: int) -> bool:
    """Whether a clause is the main one, also where the parser hung it below the name before it."""
    verb = clause.chain[0]
    return verb.dep_ == "ROOT" or (verb.head.idx < behind <= verb.idx)


def _is_jotted(token: Token) -> bool:
    """Whether a word stands as in jottings: behind a comma a verb without its subject, "no"; behind a loose dash."""
    before = token.nbor(-1)
    if before.text in ("-", "–", ";") and before.whitespace_:
        return True
    return before.text == "," and (token.tag_ in ("MD", "VBD", "VBP", "VBZ") or token.lower_ in JOTTED)


def _lacks_article(head: Token) -> bool:
    """Whether a noun in the singular stands without an article, as in "board is aware"."""
    if head.tag_ != "NN" or head.lower_.endswith(MASS) or head.lower_ in UNCOUNTED:
        return False
    return not any(c.dep_ in ("det", "poss", "nummod", "predet") or c.pos_ == "PROPN" for c in head.lefts)


def _is_strung(clause: Clause) -> bool:
    """Whether a clause without a whole subject of its own is only strung to another with a comma."""
    verb = clause.chain[0]
    if clause.kind != "finite" or verb.dep_ not in ("ccomp", "parataxis", "conj", "dep"):
        return False
    first, last = sorted((verb.i, verb.head.i))
    between = verb.doc[first + 1 : last]
    joined = any(t.dep_ in ("cc", "mark") or t.text in (";", ":") for t in between)
    if joined or not any(t.text == "," for t in between) or (verb.dep_ == "ccomp" and verb.i > verb.head.i):
        return False
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return own is None or _lacks_article(own) or own.lower_ in ALONE
