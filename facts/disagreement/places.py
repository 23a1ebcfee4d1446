"""Towns and countries as answers; halls, streets and rooms are none: they may lie in any town."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import msgspec

from facts.countries import COUNTRIES
from facts.disagreement.written import words
from facts.expressions import expression
from facts.folding import soften
from facts.parse.words import BODY_NOUNS, MEETING_NOUNS, PLACE_NOUNS

MOST = 3
"""Words that the name of a town has at most."""

_NAME = expression(r"[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|de|del|of|la|le|el|al|on|upon|sur))*")
_VENUES = (
    PLACE_NOUNS
    | BODY_NOUNS
    | MEETING_NOUNS
    | frozenset(
        """annex auditorium avenue bay beach bridge cafe cathedral chambers clubhouse coast complex corridor east floor
        garden gardens gym headquarters hq inn line lodge lounge mosque north online pavilion plaza pub quarter road
        side south square suite temple tower valley virtual west wing zoom""".split()
    )
)


class Place(msgspec.Struct, frozen=True):
    """A town, perhaps with what it lies in; or a country, which another place may lie in."""

    name: tuple[str, ...]
    all_words: frozenset[str]
    is_country: bool

    sort: Literal["place"] = "place"

    def rules_out(self, other: Place) -> bool:
        """Whether the two have no word in common and neither can lie in the other."""
        return self.is_country == other.is_country and not self.all_words & other.all_words

    def stands_in(self, sentence: str, asked: Collection[str]) -> bool:
        """Whether a sentence has a word of its name, or one that begins so."""
        return any(said.startswith(word) for said in words(sentence) for word in self.name if len(word) > 2)


def place_of(answer: str) -> Place | None:
    """The town or country that an answer names.

    >>> place_of("Tel Aviv, Israel").name, place_of("the White House"), place_of("Peru").is_country
    (('tel', 'aviv'), None, True)
    """
    first = answer.split(",")[0].strip()
    name = tuple(words(first))
    if not 0 < len(name) <= MOST or not _NAME.fullmatch(soften(first)) or _VENUES & set(name):
        return None
    return Place(name, frozenset(words(answer)), " ".join(name) in COUNTRIES)
