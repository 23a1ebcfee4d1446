"""What is told of somebody else of the same surname than a question names."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from bot.matching.as_named import TITLES, name_pairs, words_of
from bot.question import Question, lexicon
from bot.question.tokens import RUN_TOGETHER
from bot.question.words import STOP
from facts.expressions import expression
from facts.folding import fold

_SLIPS: Final = 2
"""So many letters may differ in the first name of one person, or it is another's."""

_ADDRESS: Final = "Mrs|Miss|Mr|Ms|Mx|Sir|Dame|Lady|Lord"
_ADDRESSED: Final = expression(
    rf"\b(?P<address>{_ADDRESS})\b\.? (?:(?P<first>[A-Z][\w-]*)\.? (?:[A-Z][\w-]*\.? )*)?(?P<last>[A-Z][\w-]+)"
    rf"|\b(?P<typed>{_ADDRESS.lower()})\b\.? (?:(?P<letter>[a-z])\b\.? )?(?P<name>[a-z][\w-]{{2,}})"
)
"""Somebody as they are addressed, with a first name, its letter or none: "Mrs J Pike", "mrs pike"."""
_INITIAL: Final = expression(r"\b(?P<first>[A-Z])\.? (?:[A-Z]\.? )*(?P<last>[A-Z][\w-]{2,})")
_MEN, _WOMEN = frozenset(("lord", "mr", "sir")), frozenset(("dame", "lady", "miss", "mrs", "ms"))
_KIN: Final = expression(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|['’]s) (?:[a-z]+ )?(?:son|daughter|wife|husband|widow|widower|brother|sister|father|"
    r"mother|cousin|uncle|aunt|nephew|niece|grandson|granddaughter),? (?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)+)"
)
"""One of the kin of somebody of the same surname, who may have done something to them or for them."""
_POINTS: Final = expression(r"(?:He|His|She|Her)\b")


class _Mention(NamedTuple):
    """Somebody of a surname: as they are addressed (nothing where it isn't told), and the first name or its letter."""

    address: str
    first: str
    last: str


def is_of_a_namesake(question: Question, sentence: str) -> bool:
    """Whether a question has a name of which a sentence has but the last word, behind another first one.

    >>> from bot.question import read
    >>> asked = [read(f"What did {name} want?") for name in ("Jens Lusk", "Bo Lusk", "Mr Lusk")]
    >>> [is_of_a_namesake(each, "Bo Lusk wanted a bridge.") for each in asked]
    [True, False, False]
    >>> is_of_a_namesake(read("What did Mrs J Lusk want?"), "Mr A Lusk wanted a bridge.")
    True
    """
    if is_of_another_address(question, sentence):
        return True
    words = words_of(question.text)
    named = [two for two in itertools.pairwise(words) if _is_first_name(two[0]) and not lexicon.is_word(two[1])]
    told = {*name_pairs(sentence)} if named else set()
    surnames = {last for _, last in told}
    told = {(first, last) for first, last in told if len(first) > 1}  # "Ada R. Wren"
    if question.analysis.answer_type == "who" and question.analysis.asked_role == "subject":
        told -= {pair for kin in _KIN.finditer(sentence) for pair in name_pairs(kin["name"])}
    for first, last in named:
        if first in surnames:  # "the lusk wren talks" names two
            continue
        others = [other for other, its in told if its == last]
        if others and not any(_may_be(first, other) for other in others):
            return True
    return False


def points_to_a_namesake(question: Question, before: str, sentence: str) -> bool:
    """Whether a sentence begins with "she" or "he", and the one before it is of a namesake of whom a question names.

    >>> from bot.question import read
    >>> asked = [read(f"When does {name} Lusk speak?") for name in ("Jens", "Bo")]
    >>> [points_to_a_namesake(each, "Bo Lusk was away.", "She speaks on Monday.") for each in asked]
    [True, False]
    """
    return _POINTS.match(sentence) is not None and is_of_a_namesake(question, before)


def is_of_another_address(question: Question, sentence: str) -> bool:
    """Whether a question names somebody as they are addressed, or by the letter of a first name, and a sentence has
    but others of the surname.

    >>> from bot.question import read
    >>> told = "Mr A Lusk declared an interest."
    >>> asked = [read(f"What did {who} Lusk declare?") for who in ("Mrs", "Mr", "Mr J", "A.")]
    >>> [is_of_another_address(each, told) for each in asked]
    [True, False, True, False]
    """
    mentions = [*_mentions(question.text)]
    told = [*_mentions(sentence)] if mentions else []
    for mine in mentions:
        others = [each for each in told if each.last == mine.last]
        if others and not any(_are_one(mine, each) for each in others):
            return True
    return False


def _mentions(text: str) -> Iterator[_Mention]:
    """Who is named in a text with how they are addressed, or with the first letter of a first name."""
    addressed = [*_ADDRESSED.finditer(text)]
    told = {found.end() for found in addressed}
    for found in (*addressed, *(each for each in _INITIAL.finditer(text) if each.end() not in told)):
        said = found.groupdict()
        address, first, last = (said.get("address"), said["first"], said["last"])
        if last is None:
            address, first, last = said["typed"], said["letter"], said["name"]
        yield _Mention(fold(address or ""), fold(first or ""), fold(last))


def _are_one(mine: _Mention, its: _Mention) -> bool:
    """Whether two of one surname may be the same."""
    if any(one.address in _MEN and other.address in _WOMEN for one, other in ((mine, its), (its, mine))):
        return False
    return not mine.first or not its.first or _may_be(mine.first, its.first)


def _is_first_name(word: str) -> bool:
    return word.isalpha() and not lexicon.is_word(word) and word not in TITLES | STOP | RUN_TOGETHER


def _may_be(first: str, other: str) -> bool:
    """Whether two first names may be one: shortened, or with a slip of the pen."""
    if first.startswith(other) or other.startswith(first):
        return True
    return min(len(first), len(other)) > 1 and Levenshtein.distance(first, other) <= _SLIPS
