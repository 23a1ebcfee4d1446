"""Whose thing it is: the petition of the guild is not the board's, the team of Tarn is not Osmark's, those on one side
do not act for the other, and "the smaller hall" is not the hall."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.folding import fold

_NAME: Final = r"[A-Z][\w-]*(?: (?:of (?:the )?)?[A-Z][\w-]*){0,4}"
_OWN: Final = expression(
    rf"(?<!\b[Tt]he )(?P<owner>{_NAME})(?:['’]s|(?<=s)['’]) (?:[a-z-]+ ){{0,2}}?(?P<thing>[a-z-]+)\b"
)
_ASKS: Final = expression(rf"(?P<owner>{_NAME})(?:['’]s|(?<=s)['’]) (?P<thing>[a-z-]+)\b")
_POSSESSIVE: Final = expression(r"([A-Z][\w-]*)(?:['’]s\b|(?<=s)['’])")
_WHOSE: Final = expression(rf"(?P<owner>{_NAME}),? whose (?:[a-z-]+ ){{0,2}}?(?P<thing>[a-z-]+)\b")
_OF: Final = expression(rf"\b(?P<thing>[a-z-]+) (?:of|from) (?:the )?(?P<owner>{_NAME})")
_SIDE: Final = expression(r"\b(?:on|for|from) the (?P<side>[A-Z][\w-]*) side\b")
_FOR: Final = expression(r"\b(?:for|from|on behalf of) (?:the )?(?P<name>[A-Z][\w-]*)")
_ALIKE: Final = 4
"""So many first letters that two names have in common make them names of one: "Tarn", "Tarnish"."""
_COMPARATIVE: Final = expression(
    r"\b(?:the|an?) (?P<which>smaller|larger|bigger|older|newer|younger|cheaper|dearer|longer|shorter) "
    r"(?P<thing>(?:[a-z-]+ )?[a-z-]+)\b",
    re.IGNORECASE,
)
_OF_SIZE: Final = expression(
    r"\b(?:small|large|big|old|new|young|cheap|dear|long|short|reduced|half|halv\w+|less|lesser|minor|major)\w*\b",
    re.IGNORECASE,
)


def is_of_another_owner(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks about a thing of somebody, and a sentence tells of one of somebody else alone.

    >>> from bot.question import read
    >>> told = "The Weir Board objected, as did the Otter Guild, whose petition had 90 names."
    >>> asked = (f"How many names had the {who}'s petition?" for who in ("Weir Board", "Otter Guild"))
    >>> [is_of_another_owner(read(each), told, (68, 70)) for each in asked]
    [True, False]
    >>> told = "They thanked the team of Tarn, which treated 90 pilots in Osmark."
    >>> [is_of_another_owner(read(f"How many did {who}'s team treat?"), told, (45, 47)) for who in ("Osmark", "Tarn")]
    [True, False]
    """
    asked = _ASKS.search(question.text)
    if asked is None:
        return False
    thing, mine = stem(fold(asked["thing"])), content_terms(asked["owner"])
    told = [found for pattern in (_OWN, _WHOSE, _OF) for found in pattern.finditer(sentence)]
    owners = [content_terms(found["owner"]) for found in told if stem(fold(found["thing"])) == thing]
    named = {term for found in _POSSESSIVE.finditer(sentence) for term in content_terms(found[1])}
    return bool(mine) and bool(owners) and mine.isdisjoint(named.union(*owners))


def is_on_the_other_side(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks who does something for one country, and a sentence tells who does it on another's side.

    >>> from bot.question import read
    >>> told = "The board, to be led on the Tarnish side by Ada Wren, meets in May."
    >>> [is_on_the_other_side(read(f"Who leads it for {whom}?"), told, (44, 52)) for whom in ("Osmark", "Tarn")]
    [True, False]
    """
    asked = _FOR.search(question.text)
    if question.analysis.answer_type != "who" or asked is None:
        return False
    sides = [fold(found["side"])[:_ALIKE] for found in _SIDE.finditer(sentence)]
    return bool(sides) and fold(asked["name"])[:_ALIKE] not in sides


def is_of_the_other_size(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks about "the smaller" of two things, and a sentence that has the thing has no such word.

    >>> from bot.question import read
    >>> told, asked = "The hall would have cost £90.", ("smaller hall", "hall")
    >>> [is_of_the_other_size(read(f"What would the {it} have cost?"), told, (25, 28)) for it in asked]
    [True, False]
    """
    asked = _COMPARATIVE.search(question.text)
    if asked is None or _OF_SIZE.search(sentence) or question.analysis.answer_type == "yes_no":
        return False
    return bool(content_terms(asked["thing"]) & content_terms(sentence))
