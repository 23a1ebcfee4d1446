"""What somebody else did than a question names: what Osmark pledged is not what Tarn did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bot.matching.deeds_told import Deed, deeds
from bot.question import Question
from bot.question.cues import BE, DO
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, content_terms, tokens

_HELPS: Final = BE | DO | frozenset("has have had will would shall should must may might can could".split())
_ASKED: Final = ("how_many", "what", "which")


def done_by_another(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what somebody did or how much of it, and by the words at a span of a sentence somebody
    else did it: one who has a name as they do, or beside whom it tells what they did.

    >>> from bot.question import read
    >>> told = "Tarn pledged 3 crowns and Osmark pledged 8 crowns."
    >>> [done_by_another(read(f"How much did {who} pledge?"), told, (41, 49)) for who in ("Tarn", "Osmark", "Ada Wren")]
    [True, False, True]
    """
    if question.analysis.answer_type not in _ASKED:
        return False
    told, marked = deeds(sentence), content_terms(sentence[slice(*span)])
    asked = {deed.verb: doer for deed in told if (doer := _doer_asked(question.tokens, deed.verb))}
    its = _of(marked, [deed for deed in told if deed.verb in asked])
    if not its:
        return False
    doer = asked[its[0].verb]
    mine = _terms(doer)
    if any(mine & _terms(deed.who) for deed in its) or not all(deed.who for deed in its):
        return False
    if any(mine & _terms(deed.who) for deed in told):
        return True
    if mine & content_terms(sentence):
        return False
    first = tokens(sentence)[0]
    return _is_named_alike(doer, [word for deed in its for word in deed.who if word != first or _is_country(word)])


def _doer_asked(words: Sequence[Token], verb: str) -> tuple[Token, ...]:
    """Whom a question names as who does what has a verb: between "did" and it, or behind "by"."""
    at = next((at for at, word in enumerate(words) if word.term == verb), None)
    if at is None:
        return ()
    if at + 1 < len(words) and words[at + 1].surface == "by":
        ends = (place for place in range(at + 2, len(words)) if words[place].surface in PREPOSITIONS - {"of"})
        return tuple(words[at + 2 : next(ends, len(words))])
    helped = [place for place in range(at) if words[place].surface in _HELPS]
    return tuple(words[helped[-1] + 1 : at]) if helped else ()


def _of(marked: frozenset[str], told: Sequence[Deed]) -> list[Deed]:
    """The deeds that are done to most of what is marked; none where it is in none."""
    shared = [len(marked & _terms(deed.what)) for deed in told]
    most = max(shared, default=0)
    return [deed for deed, each in zip(told, shared, strict=True) if most and each == most]


def _is_named_alike(doer: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether both are countries, or both have names without "the"; what has it, a minister may do it for."""
    if any(map(_is_country, doer)):
        return any(map(_is_country, other))
    return doer[0].capital and not doer[0].is_stop and any(_names(other))


def _names(words: Sequence[Token]) -> Iterator[Token]:
    return (word for word in words if word.capital and not word.is_stop)


def _is_country(word: Token) -> bool:
    return word.term.startswith("=")


def _terms(words: Sequence[Token]) -> frozenset[str]:
    return frozenset(word.term for word in words if not word.is_stop)
