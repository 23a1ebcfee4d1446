"""Whether a note of minutes reads as English to somebody who was not there: whole sentences, no jottings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facts.extract.draft import Material, Sentence
from facts.parse.clauses import Clause
from facts.parse.parser import Paragraph
from facts.parse.tree import Token
from facts.parse.words import FINITE

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
MOST_JOTTED = 1
"""How many parts of a note may be strung to it without their subject."""
TELLING_TAGS = FINITE | {"VBG", "VBN"}
UNTOLD = re.compile(
    r"^(?:also|and|as|because|but|congrats|either|goal|hi|maybe|next|not|ok|or|otherwise|same|so|sorry|sure"
    r"|the question is|then|use|which|who|yeah|yes)\b|^\S+ (?:also|not)\b|^(?:\w+ )?added(?:,| as| to)|^this can\b"
    r"|\bn\.t\b|(?-i:\w\. [a-z])"
    r"|\b(?:above|agenda|below|etc|fyi|he|her|here|his|I|label\w*|me|my|ones?|others?|she|skip\w*|thanks?|their|them"
    r"|they|those|these|wip|you|your)\b|\b(?:any|no|nothing) (?:new|news|time|updates?)\b"
    r"|\b(?:and|see) \d{3,}\b|^some discussion\b|^(?:\w+ )?discussed (?:again|this)\b"
    r"|[?!<>|→…]|\w\([)\w]|\s[-–]\s|\.\.\.",
    re.IGNORECASE,
)
"""What shows that a note is a jotting, talk, or about what only those at the table know."""
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
    return bool(found) and all(is_whole(sentence, behind) for sentence in found)


def is_note(
    paragraph: Paragraph, sentences: Mapping[int, list[Sentence]], behind: int = 0, *, spoken: bool = False
) -> bool:
    """Whether a note tells a stranger something as people write notes, its subject left out: "waiting for two offers".

    What somebody has `spoken` has a subject, or begins with a verb in a form of its own.
    """
    found = [s for s in sentences.get(paragraph.start, []) if s.span.end_char > behind]
    text = paragraph.doc.original[behind:].strip()
    words = [t for s in found for t in s.span if t.idx >= behind]
    if not words or UNTOLD.search(text) or any(text.count(a) != text.count(b) for a, b in ("()", "[]", "“”")):
        return False
    if sum(map(_is_jotted, words[1:])) > MOST_JOTTED:
        return False
    if spoken and (words[0].lower_ in ALONE or not _speaks(words)):
        return False
    return any(t.tag_ in TELLING_TAGS for t in words) and not any(NUMBER.search(s.span.text) for s in found)


def _speaks(words: list[Token]) -> bool:
    """Whether the words begin with a verb in a form of its own, or some verb has its subject."""
    return words[0].tag_ in FINITE or any(t.dep_ in ("nsubj", "nsubjpass") and t.i < t.head.i for t in words)


def is_report(paragraph: Paragraph, sentences: Mapping[int, list[Sentence]], behind: int) -> bool:
    """Whether a note tells what somebody did, its first word the verb: "Ada: mended the oars"."""
    root = next((s.span.root for s in sentences.get(paragraph.start, [])), None)
    return root is not None and root.tag_ in REPORTING_TAGS and root.idx == behind


def is_whole(sentence: Sentence, behind: int = 0) -> bool:
    """Whether a sentence has a verb in its form with a subject that is named, and is no chain of jottings."""
    main = next((c for c in sentence.clauses if c.kind == "finite" and leads(c, behind)), None)
    if main is None or main.subject is None or NUMBER.search(sentence.span.text):
        return False
    words = [t for t in sentence.span if t.idx >= behind]
    if words[0].tag_ in OPENING_TAGS or words[0].lower_ in ALONE or any(map(_is_jotted, words[1:])):
        return False
    head, thing = main.subject.head, main.first("object")
    bare = thing is not None and thing.head.lower_ not in PLAIN_OBJECTS and lacks_article(thing.head)
    named = head.idx >= behind and head.lower_ not in ALONE and not lacks_article(head)
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


def lacks_article(head: Token) -> bool:
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
    return own is None or lacks_article(own) or own.lower_ in ALONE
