"""Whom a title stands for: of "Ada Wren met the Mayor of Tarn, Bo Lusk" it was not the mayor who met Bo Lusk."""

from __future__ import annotations

from typing import Final

from bot.question import Question
from bot.question.tokens import tokens
from facts.expressions import expression

_NAMED: Final = expression(r", (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)")
_WITH_TITLE: Final = expression(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*)+, ")
"""How words begin that name somebody with their title: "Ada Wren, head of port"."""


def is_title_of_named(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something to or with somebody, and the words at a span of a sentence are what
    that one is: "the Mayor of Tarn" of who met Bo Lusk.

    >>> from bot.question import read
    >>> is_title_of_named(read("Who met Bo Lusk?"), "Ada Wren met the Mayor of Tarn, Bo Lusk.", (13, 30))
    True
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.answer_subtype == "identity" or asked.predicate is None:
        return False
    named = _NAMED.match(sentence, span[1])
    said = sentence[slice(*span)]
    if named is None or _WITH_TITLE.match(said) or not any(word.islower() and len(word) > 1 for word in said.split()):
        return False
    name = [token.term for token in tokens(named["name"])]
    return len(name) > 1 and {token.term for token in question.tokens}.issuperset(name)
