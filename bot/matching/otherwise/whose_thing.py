"""Whose thing it is: the petition of the guild is not the board's, and the team of Tarn not Osmark's."""

from __future__ import annotations

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
