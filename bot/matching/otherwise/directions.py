"""What goes from one to another is not what comes back: exports of Tarn to Osmark are none of Osmark to Tarn, and its
ambassador there is not theirs here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.matching.agreement import NUMBER
from bot.question import Question
from bot.question.tokens import content_terms
from bot.question.words import STOP
from facts.expressions import expression
from facts.folding import fold

_NAME: Final = r"(?!The\b)[A-Z][\w-]{2,}(?: [A-Z][\w-]+){0,3}"
_WAY: Final = r"(?:to|from|on|over|against|into|towards?)"
_TO_OTHER: Final = rf" {_WAY} (?:the )?(?P<other>{_NAME})"
_DOES: Final = expression(
    rf"(?<![\w-])(?P<own>{_NAME})(?:['’]s|(?<=s)['’])?"
    rf"(?P<what>(?: (?!and\b|but\b|while\b)[^\s,;:()]+){{1,7}}?){_TO_OTHER}"
)
"""What somebody has or does that goes to another: "Tarn's exports to Osmark", "Tarn lent 9 crowns to Osmark"."""
_OF: Final = expression(
    rf"\b(?P<what>[\w-]+(?: [\w-]+)?) (?:of|by|from) (?:the )?(?:[A-Z]\w+ of )?(?P<own>{_NAME}){_TO_OTHER}"
)
"""The same with the noun first: "the Ambassador of Tarn to Osmark"."""
_ITS: Final = expression(r"\b(?:its|their) (?P<what>[a-z]+)\b")
"""What else the first has that goes to the second, or comes from there."""
_ALIKE: Final = 4
"""So many first letters that two names have in common make them names of one: "Tarn", "Tarnish"."""
_ASKS_ALL: Final = expression(r"\b(?:altogether|(?:in )?total|overall|worldwide)\b", re.IGNORECASE)


class _Way(NamedTuple):
    """What goes from whom to whom, by the first letters of their names."""

    terms: frozenset[str]
    own: str
    other: str


def is_other_way_round(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks about what goes from one to another, and a sentence tells the like only the other way
    round.

    >>> from bot.question import read
    >>> told = "Tarn's exports to Osmark stood at 9 crowns and its imports at 7 crowns."
    >>> asked = "Osmark's exports to Tarn", "Tarn's exports to Osmark", "imports of Osmark from Tarn"
    >>> [is_other_way_round(read(f"What did {it} come to?"), told, (34, 42)) for it in asked]
    [True, False, True]
    """
    asked = fold(question.text)
    ways = [way for way in _ways(sentence) if way.own in asked and way.other in asked]
    turned = any(_goes(asked, way.terms, way.other, way.own) for way in ways)
    return turned and not any(_goes(asked, way.terms, way.own, way.other) for way in ways)


def goes_to_one_alone(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks for all that goes from somebody, and a sentence tells how much goes to one other alone.

    >>> from bot.question import read
    >>> told = "Tarn's exports to Osmark stood at 9 crowns."
    >>> asked = "Tarn's total exports", "Tarn's total exports to Osmark", "Tarn's exports"
    >>> [goes_to_one_alone(read(f"What were {it}?"), told, (34, 42)) for it in asked]
    [True, False, False]
    """
    if _ASKS_ALL.search(question.text) is None or _ASKS_ALL.search(sentence) or not NUMBER.search(sentence):
        return False
    asked = question.text.lower()
    return any(
        way.own in asked and way.other not in asked and not way.terms.isdisjoint(question.analysis.terms)
        for way in _ways(sentence)
    )


def _ways(sentence: str) -> Iterator[_Way]:
    """What a sentence tells to go from one to another."""
    found = [*_OF.finditer(sentence)]
    found += [way for name in re.finditer(_NAME, sentence) if (way := _DOES.match(sentence, name.start()))]
    for way in found:
        own, other = fold(way["own"])[:_ALIKE], fold(way["other"])[:_ALIKE]
        if own == other or fold(way["own"]) in STOP:
            continue
        yield _Way(content_terms(way["what"]), own, other)
        for its in _ITS.finditer(sentence, way.end()):
            yield _Way(content_terms(its["what"]), own, other)


def _goes(text: str, terms: frozenset[str], own: str, other: str) -> bool:
    """Whether a question (folded) has one of these terms go from one to another."""
    own, other = (rf"(?:the )?(?:\w+ of )?{re.escape(name)}[\w-]*" for name in (own, other))
    way = rf"(?:{_WAY}|in)"
    patterns = (
        rf"\b{own}(?:['’]s?)?(?P<what>(?: [\w’'-]+){{1,6}}?) {way} {other}",
        rf"\b(?P<what>[\w-]+(?: [\w-]+)?) (?:of|by|from) {own} {way} {other}",
        rf"\b(?P<what>[\w-]+(?: [\w-]+)?) {way} {other} (?:by|from|of) {own}",
    )
    return any(
        not terms.isdisjoint(content_terms(found["what"]))
        for pattern in patterns
        for found in re.finditer(pattern, text)
    )
