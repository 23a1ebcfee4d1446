"""A pronoun is nothing to offer: whom it means is, where the sentence before names one person; else the quote alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final

from bot.matching.pointed_to import NAME, PRONOUN
from bot.question import lexicon
from bot.question.bodies_named import is_body
from bot.question.shape import PREPOSITIONS
from bot.replies import Answer
from facts.expressions import expression
from facts.folding import fold

PERSONS: Final = frozenset("he her him she".split())
"""Pronouns of one person."""
_PRONOUNS: Final = PERSONS | frozenset("it them they this these those who which".split())
_BEGINS: Final = expression(r"(?P<name>[A-Z][\w’'-]+),? (?=[a-z])")
"""A surname alone with which a sentence begins."""
_ENDS: Final = (".", "!", ".”", '."', "!”", '!"')
"""How a sentence ends, and neither a heading nor a label."""


def named_instead(offer: Answer, before: str) -> Answer:
    """What is offered, with a pronoun put right by the sentence before: its name, both sentences quoted, where it names
    one person alone; without any words marked where it does not.

    It keeps no place of the name, since that is not in the sentence that the offer is of.
    """
    said = fold(offer.answer).strip(" .,;:")
    if not offer.read or said not in _PRONOUNS:
        return offer
    name = only_person(before) if offer.kind in ("who", "which") and said in PERSONS else None
    if name is None:
        return dataclasses.replace(offer, answer=offer.evidence, kind="what", marked=None)
    return dataclasses.replace(offer, answer=name, evidence=f"{before.strip()} {offer.evidence}", marked=None)


def once_named(offers: Sequence[Answer]) -> tuple[Answer, ...]:
    """Offers without those that name by a pronoun whom the sentence before, which is offered itself, names."""
    return tuple(each for each in offers if not any(_is_in(other, each) for other in offers))


def _is_in(offer: Answer, other: Answer) -> bool:
    named = (offer.article, offer.answer) == (other.article, other.answer)
    return named and offer.evidence != other.evidence and other.evidence.startswith(offer.evidence)


def only_person(before: str) -> str | None:
    """The only person whom a sentence names in full; None where it may tell of another.

    >>> only_person("Pilot Ada Moss told the guild of the fog in Brill Street.")
    'Pilot Ada Moss'
    >>> only_person("Ada Moss met Bo Lusk."), only_person("The Harbour Fund met.")
    (None, None)
    >>> only_person("Tremlin asked the weaver Bo Lusk to leave."), only_person("The weaver Bo Lusk left.")
    (None, 'Bo Lusk')
    """
    if not before.rstrip().endswith(_ENDS) or PRONOUN.search(before):
        return None
    names = [each for each in NAME.finditer(before) if _may_be_person(each[0], before[: each.start()].split())]
    if len(names) != 1:
        return None
    name, begins = names[0][0], _BEGINS.match(before)
    other = begins is not None and begins["name"] not in name and not lexicon.is_word(fold(begins["name"]))
    return None if other else name


def _may_be_person(name: str, ahead: list[str]) -> bool:
    """Whether a name may be that of a person: no body or place, and not made of the language's words alone."""
    words = name.split()
    if words[0] == "The" or is_body(words) or (ahead and fold(ahead[-1]) in {"the", *PREPOSITIONS} - {"by"}):
        return False
    return not all(lexicon.is_word(fold(word)) for word in words)
