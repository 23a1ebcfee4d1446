"""A sentence of an article that denies what a fact of another one tells: "Correction: Ann Poole did not chair it"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from facts.folding import fold, soften
from facts.model import Fact, Sentence, WithdrawnAnswer
from facts.pages.contradicted import instead
from facts.pages.still_said import content
from facts.pages.withdrawn import is_named, telling

ABOUT: Final = 2
"""How many words of a question, those aside that name the meeting, a sentence has that is about the same, unless these
are half of them."""

_DENIES: Final = re.compile(
    r"\b(?:not(?! (?:only|just|merely|least)\b)|never|no longer|wrongly|incorrect(?:ly)?|mistaken(?:ly)?|"
    r"erroneous(?:ly)?|untrue|cannot)\b|n't\b",
    re.IGNORECASE,
)
_CORRECTS: Final = re.compile(r"(?:correction|corrigendum|erratum|clarification)\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[;:,]| (?=(?:but|and|while|whereas|although|though|because|which|who) )")


def denial(fact: Fact, sentences: Iterable[Sentence], named: Iterable[str]) -> Sentence | None:
    """The first of some sentences that a fact is not taken from, and that denies it by its name or number, or corrects
    it; None where none does. `named` is what questions name that need not stand there.

    >>> led = Fact("led", "who", "Who led the call?", "Mila Tanner", "Mila Tanner led the call.", (0, 25))
    >>> said = ("Mila Tanner did not lead the call.", "Mila Tanner did not stay.", "Bo Lusk did not lead the call.")
    >>> [denial(led, [Sentence(text, (30, 70))], []) is not None for text in said]
    [True, False, False]
    """
    asked = content(fact.question) - set[str]().union(*map(content, named))
    others = (each for each in sentences if each.span[1] <= fact.span[0] or fact.span[1] <= each.span[0])
    return next((each for each in others if _denies(each, fact, asked)), None)


def _denies(sentence: Sentence, fact: Fact, asked: set[str]) -> bool:
    text = sentence.text
    shared = asked & content(text)
    if len(shared) < ABOUT and 2 * len(shared) < len(asked):
        return False
    corrects = sentence.correction is not None or _CORRECTS.match(text)
    if corrects and instead(msgspec.structs.replace(fact, evidence=text), None):
        return True
    return any(_DENIES.search(clause) and _tells(clause, fact) for clause in _CLAUSE.split(soften(text)))


def _tells(clause: str, fact: Fact) -> bool:
    """Whether a clause has the last name of a fact's answer, and every number."""
    numbers = {word for word in telling(fact.answer) if word[0].isdigit()}
    return numbers <= set(re.findall(r"\d[\d.,]*\d|\d", fold(clause))) and is_named(
        WithdrawnAnswer(0, fact.answer), clause
    )
