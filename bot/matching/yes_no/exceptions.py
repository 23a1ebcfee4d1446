"""Whom or what a sentence takes out of what it tells: of "all but Tarn signed" that Tarn did not."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from bot.matching.deeds_told import FORMS, Words
from bot.matching.limits import UNIVERSAL
from bot.matching.otherwise.no_answer import EXCEPTION
from bot.question import Question
from bot.question.cues import BE
from bot.question.tokens import Token, tokens
from facts.expressions import expression

_OR_BESIDES: Final = expression(r"apart from|other than", re.IGNORECASE)
"""What takes out of all or none, and else says who did so, too: "apart from Tarn, Osk signed"."""
_ITEM: Final = expression(r",? (?:and|or) |[,;] ")
_OPENS: Final = frozenset("a an its one that the their those two".split())
_ANY: Final = frozenset("any anybody anyone".split())
_OTHERS: Final = frozenset("else other others".split())


def taken_out(question: Question, sentence: str) -> frozenset[str]:
    """The terms of a question that name what a sentence makes an exception of; none where it asks for that itself.

    >>> from bot.question import read
    >>> sorted(taken_out(read("Did Tarn sign?"), "All ports but Tarn and Osk signed the pact."))
    ['tarn']
    """
    if EXCEPTION.search(question.text):
        return frozenset()
    found = frozenset(word.term for item in _items(sentence) if _is_named(item, question.tokens) for word in item)
    asked = frozenset(token.term for token in question.tokens)
    return (found & asked).difference(token.term for token in tokens(EXCEPTION.sub(" ", sentence)))


def asks_if_any(question: Question) -> bool:
    """Whether a question asks if anybody did something, be it the one of whom alone it is told."""
    surfaces = {token.surface for token in question.tokens}
    return bool(surfaces & _ANY) and not surfaces & _OTHERS


def makes_exception(words: Words) -> bool:
    """Whether words that name a doer make an exception: "no pilot other than Bo Lusk"."""
    return EXCEPTION.search(" ".join(word.surface for word in words)) is not None


def _is_named(item: Words, asked: Words) -> bool:
    """Whether a question names what is taken out with all of its words, or a person by the last: Tarn is not its
    chair."""
    terms, last = [word.term for word in item], item[-1].term
    if all(word.capital for word in item):
        pairs = itertools.pairwise(asked)
        return any(word.term == last and (before.is_stop or before.term in terms) for before, word in pairs)
    return {word.term for word in asked}.issuperset(terms)


def _items(sentence: str) -> Iterator[Words]:
    """The words of each that a sentence takes out of what it tells."""
    for found in EXCEPTION.finditer(sentence):
        if _OR_BESIDES.match(found[0]) and not UNIVERSAL.search(sentence[: found.start()]):
            continue
        for at, item in enumerate(_ITEM.split((found[1] or found[2]).strip(" ,"))):
            words = tokens(item)
            if not words or (at and not (words[0].capital or words[0].surface in _OPENS)):
                break
            ends = next((at for at, word in enumerate(words) if _is_verb(word)), len(words))
            if named := tuple(word for word in words[:ends] if not word.is_stop):
                yield named
            if ends < len(words):
                break


def _is_verb(word: Token) -> bool:
    return not word.capital and (word.surface in FORMS | BE or word.surface.endswith("ed"))
