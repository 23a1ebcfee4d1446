"""The numbers among some words, each with what it counts, and the prepositions before the words of content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.matching.deeds_told import Words
from bot.question.shape import PREPOSITIONS

_WAYS: Final = frozenset("from to by for against before after until over under".split())
"""Prepositions for which no other can stand."""
_OPPOSITE: Final = {"from": "to", "to": "from", "for": "against", "against": "for"}
_ABOUT: Final = frozenset(
    "about almost approximately around fewer least less more most nearly over roughly some than under up".split()
)
"""Words before a number that make it more or less than that."""
_CURRENCIES: Final = frozenset("£$€")
_SCORE: Final = 3
"""How many words the second number of a score may stand behind the first: "4 votes to 1"."""


class Count(NamedTuple):
    """A number as a term, the currency or thing that it counts, the word that makes it more or less than that, the
    preposition before it as `ways_of` gives that, and of what it is: a "surplus of £9"."""

    term: str
    noun: str
    about: str
    way: str
    of: str

    @property
    def value(self) -> str:
        """The number, however it is written: 7.00 as 7, 7:30 as 7.30."""
        number = self.term.replace(":", ".")
        return number.rstrip("0").rstrip(".") if "." in number else number


def goes_the_other_way(asked: Words, told: Words) -> bool:
    """Whether something is asked "to" or "for" what is told "from" or "against" it, whatever is done."""
    ways = list(ways_of(told))
    for term, way in ways_of(asked):
        its = {each for other, each in ways if other == term}
        if way in _OPPOSITE and its == {_OPPOSITE[way]}:
            return True
    return False


def ways_of(words: Words) -> Iterator[tuple[str, str]]:
    """The words of content, each with the preposition before it, "" where another could stand for that."""
    return ((words[at].term, way) for at, way in _ways_at(words))


def _ways_at(words: Words) -> Iterator[tuple[int, str]]:
    """The places of the words of content, each with the preposition before it as in `ways_of`."""
    way = ""
    for at, word in enumerate(words):
        if word.surface in PREPOSITIONS or word.surface in _WAYS:
            way = word.surface if word.surface in _WAYS else ""
        elif not word.is_stop or word.term[0].isdigit():
            yield at, way


def counts_in(words: Words) -> Iterator[Count]:
    """The numbers among some words; the second of a score counts what the first does ("4 votes to 1")."""
    ways, last = dict(_ways_at(words)), (-_SCORE, "")
    for at, word in enumerate(words):
        if word.term[0].isdigit():
            ahead = [each.surface for each in words[max(0, at - 2) : at]]
            currency = ahead[-1] if ahead and ahead[-1] in _CURRENCIES else None
            noun = currency or next((each.term for each in words[at + 1 :] if not each.is_stop), "")
            if ahead[-1:] == ["to"] and at - last[0] <= _SCORE and (at + 1 == len(words) or words[at + 1].is_stop):
                noun = last[1]
            about = next((each for each in ahead if each in _ABOUT), "")
            begin = at - 1 if currency else at
            of = words[begin - 2].term if begin > 1 and words[begin - 1].surface == "of" else ""
            yield Count(word.term, noun, about, ways[at], of)
            last = (at, noun)
