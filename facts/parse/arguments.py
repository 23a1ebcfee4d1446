"""The arguments of a clause: noun phrases and adverbials as spans of tokens, each with its role."""

from __future__ import annotations

import dataclasses
from typing import Literal

from facts.parse.tree import Token

Role = Literal[
    "subject", "object", "recipient", "agent", "attribute", "content", "infinitive",
    "time", "place", "reason", "purpose", "manner", "oblique",
]  # fmt: skip


RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})


@dataclasses.dataclass(frozen=True, slots=True)
class Argument:
    """A phrase of a clause: tokens `start` to `end` (exclusive) of the paragraph's Doc, its head and its role."""

    role: Role
    head: Token
    start: int
    end: int
    preposition: str | None = None


def nominal(role: Role, head: Token) -> Argument:
    """A noun phrase without the relative clause that stands at its end."""
    end = head.right_edge.i + 1
    for child in head.children:
        if (
            child.dep_ in ("relcl", "acl", "advcl", "parataxis")
            and child.left_edge.i > head.i
            and child.right_edge.i + 2 >= end
        ):
            end = child.left_edge.i
    return trimmed(role, head, head.left_edge.i, max(end, head.i + 1))


def head_of_name(noun: Token) -> Token:
    """The noun that a name is built on of which another is a part: "Forum" of "the Forum of the Southern Seas"."""
    while (
        noun.dep_ == "pobj" and noun.pos_ == noun.head.head.pos_ == "PROPN" and noun.head.lower_ in ("for", "of", "on")
    ):
        noun = noun.head.head
    return noun


HALF_DAYS = frozenset({"a.m.", "p.m."})
"""What stands behind an hour, and may be taken for the end of a sentence."""


def whole_phrase(role: Role, head: Token, preposition: str | None = None) -> Argument:
    """A word with its whole subtree."""
    return trimmed(role, head, head.left_edge.i, head.right_edge.i + 1, preposition)


def _closed(head: Token, start: int, end: int) -> int:
    """The end of a phrase with the mark that closes the quotation at its end, without one that opens another."""
    doc = head.doc
    if not start < end or sum(t.text == '"' for t in doc[start:end]) % 2 == 0:
        return end
    last = head.sent.end
    if doc[end - 1].text == '"' and end - 1 > head.i:
        return end - 1
    if end < last and doc[end].text == '"':
        return end + 1
    return end + 2 if end + 1 < last and doc[end].text in ".,!" and doc[end + 1].text == '"' else end


def trimmed(role: Role, head: Token, start: int, end: int, preposition: str | None = None) -> Argument:
    """A span of tokens as a phrase, without punctuation and small words at its ends."""
    doc = head.doc
    start = max([t.i + 1 for t in doc[start : head.i] if t.tag_ in ("WDT", "WP") and t.dep_ == "pobj"], default=start)
    if start < head.i and doc[start].lower_ == "that" and doc[start].dep_ == "mark" and role == "subject":
        start += 1
    while end - 1 > head.i and (
        (doc[end - 1].is_punct and doc[end - 1].text not in ')]"%')
        or doc[end - 1].is_space
        or doc[end - 1].dep_ == "cc"
    ):
        end -= 1
    if start < end < len(doc) and doc[end].lower_ in HALF_DAYS and doc[end - 1].like_num:
        end += 1  # "instead of 10 p.m."
    end = _closed(head, start, end)
    while start < head.i and ((doc[start].is_punct and doc[start].text not in '(["') or doc[start].is_space):
        start += 1
    return Argument(role, head, start, end, preposition)
