"""Whose office it is that somebody holds: the clerk of Tarn, Ada Wren, is not that of Osmark, and the Vice-President no
President."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bot.matching.otherwise.not_done import BELOW
from bot.matching.otherwise.of_another_place import is_same
from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.honorifics import HONORIFIC

_NAME: Final = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_OFFICE: Final = r"(?:[\w-]+ ){0,3}?[\w-]+(?: of (?:the )?[a-z][\w-]*)?"
_TITLES: Final = rf"(?:(?:{HONORIFIC}|[A-Z][a-z]+\.?) )*"
_ASKS_WHETHER: Final = (
    expression(
        rf"^(?:is|was) (?P<name>(?:[\w’'-]+ ){{1,3}}?)(?:the )?(?P<office>{_OFFICE}) (?:of|for) (?:the )?"
        r"(?P<of>[\w’'-]+)\W*$",
        re.IGNORECASE,
    ),
    expression(
        rf"^(?:is|was) (?P<name>(?:[\w’'-]+ ){{1,3}}?)(?P<of>[\w-]{{3,}}?)(?:['’]s|s['’]?) (?P<office>{_OFFICE})\W*$",
        re.IGNORECASE,
    ),
)
_BEFORE: Final = (
    expression(rf"\b(?P<office>(?:[\w-]+ ){{0,3}}?[\w-]+) (?:of|for) (?:the )?(?P<of>{_NAME}), {_TITLES}$"),
    expression(rf"(?P<of>{_NAME})(?:['’]s|(?<=s)['’]) ?(?P<office>(?:[a-z][\w’'-]* ?){{0,4}}),? ?{_TITLES}$"),
)
"""What stands before a name that says whose holder of what office that is: "the clerk of Tarn, ", "Tarn's clerk, " and,
where the office was told before, "and Osmark's, "."""


class _Holding(NamedTuple):
    """An office and whose it is."""

    office: frozenset[str]
    of: str


def is_holder_elsewhere(question: Question, sentence: str) -> bool:
    """Whether a question asks if somebody holds an office somewhere, and by a sentence they hold it elsewhere, or one
    below it: no "yes" rests on that.

    >>> from bot.question import read
    >>> told = "Tarn's clerk, Ada Wren, and Osmark's, Bo Lusk, met."
    >>> [is_holder_elsewhere(read(f"Is Bo Lusk {of} clerk?"), told) for of in ("Tarn's", "Osmark's")]
    [True, False]
    """
    for asks in _ASKS_WHETHER:
        if (asked := asks.search(question.text)) is None:
            continue
        name = r"\W+".join(map(re.escape, asked["name"].split()))
        found = re.search(rf"\b{name}\b", sentence, re.IGNORECASE)
        own = _held(sentence, found.start()) if found else None
        if own is not None and _is_other(own, content_terms(asked["office"]), asked["of"]):
            return True
    return False


def _held(sentence: str, begin: int) -> _Holding | None:
    """The office that is told right before a name, with whose it is; None where none is."""
    for before in _BEFORE:
        if (found := before.search(sentence, 0, begin)) is not None:
            office = content_terms(found["office"].replace("-", " "))
            elided = sentence[: found.end()].rstrip().endswith(",") or office
            return _Holding(office, found["of"]) if elided else None  # "Tarn's Ada Wren" may hold it anywhere
    return None


def _is_other(own: _Holding, office: frozenset[str], of: str) -> bool:
    """Whether an office is held for another, or is one below."""
    if own.office and not own.office & office:
        return False
    return not is_same(own.of, of) or bool((own.office - office) & {stem(word) for word in BELOW})
