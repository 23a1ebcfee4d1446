"""What a text may mean by a noun: one of two bodies by "the company", its meeting by "the talks"."""

from __future__ import annotations

from collections.abc import Iterable

from facts.folding import fold
from facts.parse.tree import Token
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS

TALKS = GATHERING_NOUNS | {"convening", "conversation", "discussion"}
"""Nouns by which a text calls its meeting."""
OF_ITS_KIND = frozenset({"briefing", "ceremony", "seminar", "webinar", "workshop"})
"""Those of them by which it calls no other meeting than one of that name."""
SHARED_NOUNS = frozenset(
    {"agency", "company", "corporation", "firm", "group", "ministry", "organisation", "organization"}
)
"""Nouns by which a text goes on to speak of bodies, whatever their names end with."""
OFFICIAL = frozenset({"department", "ministry"})
"""Nouns of bodies that only one of their own kind is called."""
PUBLIC = frozenset(
    """administration assembly authority board bureau cabinet chamber commission committee congress council country
    court delegation department government jury ministry office parliament party police secretariat senate state
    tribunal university""".split()
)
"""Nouns of bodies that nobody calls a company or a group."""


def is_called(meeting: str, noun: str) -> bool:
    """Whether a text may speak of its meeting by a noun.

    >>> is_called("the Lunn Council meeting", "session"), is_called("the Lunn Council meeting", "ceremony")
    (True, False)
    """
    return noun in TALKS and (noun not in OF_ITS_KIND or noun in fold(meeting).split())


def tells_no_other(modifier: Token) -> bool:
    """Whether a word beside a meeting's noun does not tell it from others: "the three-day gathering, held in Lunn,"."""
    behind = modifier.doc.span(modifier.head.i + 1, modifier.i)
    aside = modifier.dep_ == "acl" and any(t.text == "," for t in behind)
    return aside or modifier.lower_ in ("day", "hour", "week")


def called(token: Token) -> frozenset[str]:
    """The shared nouns by which a text may go on to speak of what a word names, none where that is no named body."""
    if token.pos_ != "PROPN" or token.dep_ == "compound":
        return frozenset()
    noun = token.folded
    if noun in OFFICIAL:
        return SHARED_NOUNS & {noun}
    if noun in PUBLIC or not (token.ent_type_ == "ORG" or noun in BODY_NOUNS):
        return frozenset()
    return SHARED_NOUNS - OFFICIAL


def name_of(token: Token) -> str:
    """The name that ends with a word, folded, without its article: "lunn steel company"."""
    end = token.right_edge.i + 1 if token.folded in OFFICIAL else token.i + 1
    return fold(token.doc.span(token.left_edge.i, end).text).removeprefix("the ")


def may_be_another(last: str | None, name: str) -> bool:
    """Whether the body named last that a noun may mean (see `name_of`) is not the one whose name ends with it."""
    return last is not None and several((last, fold(name).removeprefix("the ")))


def several(names: Iterable[str]) -> bool:
    """Whether names are of more than one body, where none of two is a part of the other.

    >>> several(["lunn steel company", "lunn steel"]), several(["lunn steel company", "varda power"])
    (False, True)
    """
    known = list(names)
    return any(one not in other and other not in one for one in known for other in known)
