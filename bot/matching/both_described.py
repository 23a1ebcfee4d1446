"""Two who did something together are both told, where each is described: "the mayor, Ada Wren, and a clerk, Bo Ek"."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.several_asked import asks_for_several
from bot.question.tokens import tokens
from facts.expressions import expression
from facts.honorifics import HONORIFIC

_CAPITAL: Final = r"[A-Z][\w’'-]{0,30}"
_NAME: Final = (
    rf"(?:{HONORIFIC} {_CAPITAL}|"
    rf"{_CAPITAL} (?:(?:de|van|von|der) ){{0,2}}{_CAPITAL})(?: {_CAPITAL}){{0,2}}"
)
_NO_PART: Final = r"(?:and|are|by|had|has|have|is|met|that|was|were|which|who|will|with)"
_WHAT: Final = rf"(?: (?!{_NO_PART}\b)[\w’'-]{{1,30}})"
_AS: Final = rf"(?:(?i:the|an?|its|his|her|their){_WHAT}{{1,8}}|[A-Z][\w-]{{0,30}}[’']s?{_WHAT}{{0,8}})"
"""A description: "her colleague from Tarn", "Tarn's"."""
_BOTH: Final = expression(
    rf"(?:\b{_AS}, (?P<one>{_NAME})|(?<![\w’'-])(?P<first>{_NAME}), {_AS}), and "
    rf"(?:{_AS}, (?P<two>{_NAME})(?P<next>, )?|(?P<second>{_NAME})(?P<as>, {_AS}(?=[,.;]|$))?)"
)
_ENDS: Final = expression(r"[.;]|$|,? (?:after|at|before|during|for|from|in|on|to|while|with|who)\b")
_BEGINS: Final = expression(r"(?:^|[.;:] )(?:(?:At|In|On) [^,;.]{1,40}, )?$")
_FOR: Final = expression(r"\b(?:for|from|on behalf of) (?:the )?(?P<whom>[\w’'-]+)", re.IGNORECASE)
_NO_LIST: Final = expression(r"\b(?:not|but|instead of|or|than|respectively)\b")


def both_described(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or both of two who did what a question asks, each described, where one of them is marked;
    unless it names either.

    >>> from bot.question import read
    >>> told = "It was opened by the mayor, Ada Wren, and her clerk, Bo Lusk."
    >>> told[slice(*both_described(read("Who opened it?"), told, (28, 36)))]
    'Ada Wren, and her clerk, Bo Lusk'
    """
    asked = question.analysis
    if asked.answer_type not in ("who", "list"):
        return span
    if (asked.answer_subtype == "identity" or asked.predicate is None) and not asks_for_several(question):
        return span
    for found in _BOTH.finditer(sentence):
        one = found.span("one") if found["one"] else found.span("first")
        two = found.span("two") if found["two"] else found.span("second")
        inside = found.start() <= span[0] < found.end() and not (span[0] <= one[0] and two[1] <= span[1])
        end = found.end("as") if found["as"] else two[1]
        whole = _ENDS.match(sentence, end) or _BEGINS.search(sentence, 0, found.start())
        beside = sentence[: found.start()] + sentence[found.end() :]
        if inside and whole and not _NO_LIST.search(found[0]) and not _is_named(question, found[0], beside):
            return min(span[0], one[0]), end
    return span


def _is_named(question: Question, told: str, beside: str) -> bool:
    """Whether a question has a name that stands in what is told of the two, and not of something else beside them,
    unless it asks for whom they did it."""
    others = {token.term for token in tokens(beside)}
    for_whom = {token.term for found in _FOR.finditer(question.text) for token in tokens(found["whom"])}
    names = {token.term for token in tokens(told) if token.capital} - (others - for_whom)
    return not names.isdisjoint(token.term for token in question.tokens)
