"""What a stranger to the text cannot tell: which thing "the engine shed" is, what breaks off."""

from __future__ import annotations

import re

from facts.parse.clauses import Argument
from facts.parse.phrases import is_person
from facts.parse.tree import Doc, Token
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, MEETING_NOUNS, PERSON_NOUNS, TIME_ENTITIES

KNOWN_TO_ALL = (
    BODY_NOUNS
    | GATHERING_NOUNS
    | MEETING_NOUNS
    | PERSON_NOUNS
    | frozenset(
        """afternoon air beginning city class climate country county day district economy end environment evening fact
        first future internet island law media month moon morning nation night ocean parish past people planet poor
        press province public region rich sea sky state sun time town universe village way weather week world
        year""".split()
    )
)
"""Nouns that "the" alone makes clear, by themselves or by the meeting that a question names."""
ONE = re.compile(r"\bone (?!(?:another|day|hour|in|month|of|or|out|thing|way|week|year)\b)[a-z]+\b")
"""One of which nobody knows which it is: "one small farmer"."""
HOSTS_OFFICE = re.compile(r"\bat the (?:[A-Z]\w+ )?(?:Chair\w*|Governor|Mayor|Minister|President|Secretary)[’']s ")
"""A meeting that a question calls by the office alone of whoever held it."""
TORN_TAGS = frozenset({"JJ", "NN", "NNS", "VBN"})
"""Tags of words that go on with the noun before them."""
SLASHED = re.compile(r"[A-Za-z]/[A-Z]")
LONGEST_QUESTION = 40
"""How many words a question may have that can be read at once."""


def is_known_by_the_text_only(doc: Doc, start: int, end: int, *, met: bool = False) -> bool:
    """Whether words have "the engine shed" in them, which only the text tells: no name, and nothing behind it.

    With `met`, those are asked about who met there, of whom a stranger knows that they have an engine shed; "the shed"
    alone may be any.
    """
    return any(_is_unknown(token, end) and not (met and _is_described(token)) for token in doc[start:end])


def _is_described(noun: Token) -> bool:
    """Whether a word before a noun says which one of its kind is meant: "the church clock"."""
    return any(c.dep_ in ("amod", "compound") and c.i < noun.i for c in noun.children)


def _is_unknown(noun: Token, end: int) -> bool:
    if noun.pos_ != "NOUN" or noun.ent_type_ in TIME_ENTITIES or noun.lemma_.lower() in KNOWN_TO_ALL or is_person(noun):
        return False
    if not any(c.lower_ == "the" and c.dep_ == "det" for c in noun.children):
        return False
    doc, behind = noun.doc, noun.i + 1
    own = any(c.left_edge.i == behind < end and c.dep_ in ("acl", "prep", "relcl") for c in noun.children)
    own = own and not (behind + 1 < end and doc[behind + 1].ent_type_ in TIME_ENTITIES)
    named = any(t.pos_ == "PROPN" or t.tag_ == "JJS" or t.ent_type_ == "NORP" for t in doc[noun.left_edge.i : noun.i])
    return not own and not named


def is_torn_off(content: Argument) -> bool:
    """Whether what was said breaks off inside a phrase: "aid to mills of state | owned firms"."""
    doc, end = content.head.doc, content.end
    return end < len(doc) and doc[end].tag_ in TORN_TAGS and doc[end - 1].pos_ == "NOUN" and doc[end].text != '"'


def goes_on(content: Argument) -> bool:
    """Whether what came of it stands behind what was asked: "how mills are sold, | leaving crews without work"."""
    doc, end = content.head.doc, content.end
    return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].tag_ == "VBG"


def reads_at_once(question: str) -> bool:
    """Whether a question names its meeting so that one can read it, and whose it was.

    >>> reads_at_once("What did Bo Tam stress at the Mayor’s Meeting with Pilots on 3 May 2020?")
    False
    >>> reads_at_once("What did Bo Tam stress at Mayor Ada Wren’s Meeting with Pilots on 3 May 2020?")
    True
    """
    unread = HOSTS_OFFICE.search(question) or SLASHED.search(question)
    return not unread and len(question.split()) <= LONGEST_QUESTION
