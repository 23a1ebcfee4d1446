"""Persons as answers to who chaired, or who was elected to an office that one person has."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from typing import Literal

import msgspec

from facts.countries import COUNTRIES
from facts.disagreement.asked import canonical
from facts.disagreement.written import words
from facts.expressions import expression
from facts.folding import fold, soften
from facts.model import Fact
from facts.parse.given_names import given_names
from facts.parse.words import (
    BODY_NOUNS,
    HONORIFICS,
    MEETING_NOUNS,
    OFFICES,
    PARTICLES,
    PERSON_NOUNS,
    PLACE_NOUNS,
    SUFFIXES,
    TITLES,
)

ALIKE = 0.75
"""Likeness (0–1, of the letters) from which two names may be one name in other letters."""

MOST = 3
"""Words of the name of a person that is not known, at most."""

_ONE = expression(
    r"who (?:chaired|hosted|was\b.*\bchaired)\b"
    r"|who (?:was|is|has been) (?:re-?)?(?:elected|appointed|chosen|named|sworn in)"
    r"(?: as)?(?: the)?(?: new)? (?:president|speaker|" + "|".join(sorted(OFFICES)) + r")\b"
)
"""Questions (folded) that one person answers."""
JOINT = expression(r"\b(?:co-?\s?(?:chair|host)\w*|jointly|together with|alongside|in turn|took turns)\b")
"""What is done by more than one."""
_CHAIR = expression(
    r"(?P<mark>\((?:in the )?(?:chair(?:man|person|woman)?|convenor|convener|presiding)\))"
    r"|\b(?:chair(?:ed|s|ing)?|presid(?:ed|es|ing))\b"
)
"""Who chaired, in prose, or by a mark behind the name in a list of those present."""
_LED = expression(
    r"\b(?:co-?)?(?:chair\w*|presid\w+|convenor|convener|convened|led|leads?|leading|head(?:ed|s|ing)?|host\w*|"
    r"moderat\w+|opened|closed|took over|in turn|took turns|jointly)\b"
)
"""What is said of whoever may have had a part in chairing."""
_PART_OF_MEETING = expression(
    r"\b(?:afternoons?|closing|day|days|evenings?|first|half|later|morning|opening|part|second|session|sessions|sitting|"
    r"sittings|then|third|until)\b"
)
"""What only a part of a meeting is called: another may have chaired the rest."""
_ANOTHER_PART = expression(
    r"\b(?:absence|attended|addressed|appointed|behalf|elected|gave|instead|kept|made|moved|named|not|opened|place|presented|"
    r"proposed|re-elected|read|recorded|replaced|reported|said|seconded|spoke|succeeded|thanked|told|took|welcomed)\b"
)
"""What is said of somebody at a meeting who did not chair it."""
_CAPITALS = expression(r"[A-Z][\w'’.-]*(?: (?:(?:" + "|".join(sorted(PARTICLES)) + r") )*[A-Z][\w'’.-]*)*")
_NO_PERSON = BODY_NOUNS | MEETING_NOUNS | frozenset("department directorate foundation office side sides".split())
_BEFORE_NAMES = TITLES | HONORIFICS | PERSON_NOUNS
_SMALL = PARTICLES | SUFFIXES


class People(msgspec.Struct, frozen=True):
    """The persons of an answer, each as the words of the name, in order."""

    names: tuple[tuple[str, ...], ...]

    sort: Literal["person"] = "person"

    def rules_out(self, other: People) -> bool:
        """Whether nobody of one may be anybody of the other."""
        return not any(_may_be_one(mine, its) for mine in self.names for its in other.names)

    def stands_in(self, sentence: str, asked: Collection[str]) -> bool:
        """Whether a sentence has a name that somebody of these is called by."""
        said = set(words(sentence))
        return any(_are_alike(call, word) for name in self.names for call in _called(name) for word in said)


def gives_another_part(sentence: str, chair: People, other: People) -> bool:
    """Whether a sentence by which one chaired says of another that they did something else, or only were there.

    >>> one, other = People((("bo", "lusk"),)), People((("ada", "moss"),))
    >>> gives_another_part("It was chaired by Bo Lusk and opened by Ada Moss.", one, other)
    True
    >>> gives_another_part("Present: Ada Moss, Bo Lusk (chair), Cy Orr", one, other)
    True
    >>> gives_another_part("Bo Lusk chaired the first session and Ada Moss the second.", one, other)
    False
    """
    text = fold(sentence)
    chaired = list(_CHAIR.finditer(text))
    mine, its = _places(text, chair), _places(text, other)
    if len(chaired) != 1 or not mine or not its or JOINT.search(text) or _PART_OF_MEETING.search(text):
        return False
    verb = chaired[0].start()
    if chaired[0]["mark"]:
        return bool(re.search(rf"\b(?:{_calls(chair)})\s*\Z", text[:verb]))
    nearest = min(mine, key=lambda at: abs(at - verb))
    if any(abs(at - verb) <= abs(nearest - verb) for at in its):
        return False
    return all(_ANOTHER_PART.search(_CHAIR.sub(" ", text[min(nearest, at) : max(nearest, at)])) for at in its)


def tells_who_led(sentence: str) -> bool:
    """Whether a sentence tells who chaired or led something: that a report also names somebody for another thing does
    not say that it knows of who chaired besides.

    >>> tells_who_led("Bo Lusk presided in the afternoon."), tells_who_led("Bo Lusk welcomed the plan.")
    (True, False)
    """
    return bool(_LED.search(fold(sentence)))


def _places(text: str, people: People) -> list[int]:
    """Where folded text calls persons by a name."""
    return [match.start() for match in re.finditer(rf"\b(?:{_calls(people)})\b", text)]


def _calls(people: People) -> str:
    """What persons are called by, as a pattern."""
    return "|".join(re.escape(word) for name in people.names for word in sorted(_called(name)))


def people_of(fact: Fact) -> People | None:
    """The persons that a fact names for a role that one person has; None where it names a body, or it was shared."""
    if not _ONE.match(canonical(fact.question)) or JOINT.search(fold(fact.evidence)):
        return None
    names = tuple(_names(fact.answer)) or tuple(_unknown(fact.answer))
    return People(names) if names else None


def _names(answer: str) -> Iterator[tuple[str, ...]]:
    """The names of persons in an answer: capitals behind a title, or with a given name among them."""
    for match in _CAPITALS.finditer(soften(answer)):
        said = [word.strip(".") for word in words(match[0])]
        office = max((at for at, word in enumerate(said[:-1]) if word in _BEFORE_NAMES), default=0)
        said = said[office:]  # "Norland Ports Minister Ada Wren"
        name = tuple(word for word in said if word not in _BEFORE_NAMES and word not in _SMALL and len(word) > 1)
        if not name or _NO_PERSON & set(said):
            continue
        titled = said[0] in _BEFORE_NAMES and said[-1] not in _BEFORE_NAMES and not match[0].endswith(" of")
        if (titled and " of " not in match[0]) or (len(name) > 1 and given_names() & set(name)):
            yield name


def _unknown(answer: str) -> Iterator[tuple[str, ...]]:
    """The name of a person that is none of those known: two or three words with capitals, of no body and no place."""
    first = soften(answer).split(",")[0].strip()
    name = tuple(words(first))
    if (
        1 < len(name) <= MOST
        and _CAPITALS.fullmatch(first)
        and fold(first) not in COUNTRIES
        and not (_NO_PERSON | PLACE_NOUNS | _BEFORE_NAMES) & set(name)
    ):
        yield name


def _may_be_one(mine: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names have a word in common, in these letters or nearly."""
    return any(_are_alike(word, its) for word in mine for its in other)


def _are_alike(word: str, other: str) -> bool:
    return word == other or (
        min(len(word), len(other)) > 3 and difflib.SequenceMatcher(None, word, other).ratio() >= ALIKE
    )


def _called(name: tuple[str, ...]) -> set[str]:
    """By which words of a name a person is spoken of: the last, and the first if it is no given name."""
    return {name[-1]} if name[0] in given_names() else {name[0], name[-1]}
