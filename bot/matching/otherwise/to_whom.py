"""To whom something goes, and from where: of "sends eight to Osmark" none go to Tarn, of "60 pilots from Tarn" none are
from Osmark, and who gave a thing did not get it."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.of_another_place import is_same
from bot.matching.spans import clause_around
from bot.question import Question
from facts.expressions import expression
from facts.months import MONTH_NUMBERS

_NAME: Final = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
_JOINT: Final = expression(r"[;:] |,? (?:while|whereas|but) ")
_ASKS_RECEIVER: Final = expression(r"\bwho (?:(?:has|had|have) )?(?:got|gets?|receiv\w+)\b", re.IGNORECASE)
_GIVES: Final = expression(
    r" (?:(?:has|had|have|will) )?(?:deliver|donat|gave|given?|gives|grant|lent|provid|send|sent|suppl)\w*\b",
    re.IGNORECASE,
)


def goes_elsewhere(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many or how much goes to or comes from somewhere, and the number at a span of a
    sentence is told to go to, or to come from, elsewhere.

    >>> from bot.question import read
    >>> told = "Lunt will send 20 pilots to Tarn, while Tarn sends eight to Osmark."
    >>> [goes_elsewhere(read(f"How many pilots go to {where}?"), told, (46, 51)) for where in ("Lunt", "Osmark")]
    [True, False]
    """
    begin, end = clause_around(sentence, span, _JOINT)
    behind, mine = sentence[span[1] : end], sentence[begin:end]
    names = re.findall(_NAME, sentence)
    for way, name in _asked_ends(question):
        goes = _with_names(way, behind)
        other = "from" if way == "to" else "to"
        if any(is_same(name, each) for each in _with_names(way, mine)) or not any(
            is_same(name, each) for each in names
        ):
            continue
        if goes or any(is_same(name, each) for each in _with_names(other, behind)):
            return True
    return False


def _with_names(way: str, words: str) -> list[str]:
    """The names that stand behind "to" or "from" in words."""
    found = (each["of"] for each in re.finditer(rf"\b{way} (?:the )?(?P<of>{_NAME})", words))
    return [each for each in found if each.lower() not in MONTH_NUMBERS]


def _asked_ends(question: Question) -> list[tuple[str, str]]:
    """The ways of a question, "to" or "from", with the names behind them."""
    if question.analysis.answer_type != "how_many":
        return []
    ways = re.finditer(r"\b(?P<way>to|from) (?:the )?(?P<name>[\w’'-]{3,})", question.text, re.IGNORECASE)
    return [(way["way"].lower(), way["name"]) for way in ways]


def is_the_giver(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who got something, and the words at a span of a sentence name who gave it.

    >>> from bot.question import read
    >>> told = "Ada Wren thanked them for the flour that Tarn had delivered to Lunt."
    >>> [is_the_giver(read(f"Who {verb} the flour?"), told, (41, 45)) for verb in ("received", "delivered")]
    [True, False]
    """
    if question.analysis.answer_type != "who" or _ASKS_RECEIVER.search(question.text) is None:
        return False
    return _GIVES.match(sentence, span[1]) is not None
