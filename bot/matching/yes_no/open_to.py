"""To whom, or where, a sentence tells of something as open, and to whom as closed: "open to cars but closed to lorries"
says one thing of cars and the other of lorries."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, Literal

from bot.matching.query_terms import QueryTerm
from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_OPEN: Final = "open free accessible available welcome allowed permitted admitted".split()
_SHUT: Final = "closed shut locked barred banned forbidden prohibited excluded off-limits".split()
_WHOM: Final = r"(?P<whom>[\w’'-]+(?: [\w’'-]+){0,4}?)"
_ENDS: Final = r"(?=[,.;:]|$| (?:but|while|though|although|whereas|and (?:is|are|was|were|has|costs?))\b)"
_TO: Final = expression(rf"\b(?P<how>{'|'.join(_OPEN + _SHUT)}) (?:to|for) {_WHOM}{_ENDS}")
_BUT_NOT: Final = expression(
    rf"\b(?P<how>kept|{'|'.join(_OPEN + _SHUT)}) (?:[\w’'-]+ ){{0,2}}?(?:off|from|out of|on|in|at|to|for) "
    r"(?P<one>[^,.;:]{3,40}?),? but not (?:off|from|out of|on|in|at|to|for) (?P<other>[^,.;:]{3,40})"
)
_ALONE: Final = expression(
    rf"\b(?:(?:reserved|restricted|limited) (?:to|for)|(?:{'|'.join(_OPEN)}) only (?:to|for)) {_WHOM}{_ENDS}"
    r"|\b[Oo]nly (?P<who>[\w’'-]+(?: [\w’'-]+){0,3}?) (?:can|may|are (?:allowed|permitted|admitted)|could|might)\b"
)
"""What names those who alone may."""
_ASKS_OPEN: Final = frozenset((*_OPEN, *"access can may enter use".split()))
ASKS_SHUT: Final = frozenset((*_SHUT, "kept"))
ACCESS: Final = frozenset(map(stem, (*_ASKS_OPEN, *ASKS_SHUT)))


def opened(
    question: Question, asked: Collection[QueryTerm], sentence: str, same: float
) -> Literal["so", "not so", "another's"] | None:
    """What a sentence that tells of something as open to some and closed to others says to a question of one of them:
    "another's" where it names neither, or where others alone are named to whom it is open; None where it tells nothing
    of the kind. `asked` are the words of the question, `same` how well one must be found in the sentence."""
    asks_open, asks_shut = (
        any(token.surface in words for token in question.tokens) for words in (_ASKS_OPEN, ASKS_SHUT)
    )
    if asks_open == asks_shut or question.analysis.negated:
        return None
    terms = question.analysis.terms
    alone = [content_terms(each["whom"] or each["who"]) for each in _ALONE.finditer(sentence)]
    known = content_terms(sentence) | ACCESS
    found = all(word.found_in(known) >= same for word in asked)
    if asks_open and alone:
        if terms.isdisjoint(frozenset().union(*alone)):
            return "another's"
        return "so" if found and any(each <= terms for each in alone) else None
    admitted, kept_out = _groups(sentence)
    if not (admitted and kept_out):
        return None
    of_open, of_shut = bool(terms & (admitted - kept_out)), bool(terms & (kept_out - admitted))
    if of_open == of_shut or not found:
        return "another's"
    return "so" if of_open == asks_open else "not so"


def _groups(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """The terms of those to whom, or where, a sentence tells of something as open, and as closed."""
    admitted, kept_out = set[str](), set[str]()
    for told in _TO.finditer(sentence):
        (admitted if told["how"] in _OPEN else kept_out).update(content_terms(told["whom"]))
    for told in _BUT_NOT.finditer(sentence):
        sides = (admitted, kept_out) if told["how"] in _OPEN else (kept_out, admitted)
        for side, words in zip(sides, (told["one"], told["other"]), strict=True):
            side.update(content_terms(words))
    return frozenset(admitted), frozenset(kept_out)
