"""A name is told with all of its words: of "the Harbour Commission for Safe Locks" not the Harbour Commission."""

from __future__ import annotations

from typing import Final

from bot.question import Question
from facts.expressions import expression
from facts.months import MONTHS

_BODY: Final = frozenset(
    """Act Agency Agreement Alliance Association Authority Board Bureau Campaign Center Centre Charter Coalition
    Commission Committee Conference Convention Council Court Declaration Department Division Federation Forum Foundation
    Framework Fund Group Initiative Institute League Ministry Office Organisation Organization Pact Plan Program
    Programme School Society Strategy Summit Treaty Union University""".split()
)
"""With what many names of bodies, meetings and papers go on: "for", "of" or "on" something."""
_TIME: Final = "|".join((*map(str.title, MONTHS), r"\w+day"))
_CAPITAL: Final = rf"(?!(?:{_TIME})\b)[A-Z][\w’'-]*"
_REST: Final = expression(
    rf" (?:for|of|on|against)(?: the)? {_CAPITAL}(?:(?: (?:and|of|for|the)){{1,2}} {_CAPITAL}| {_CAPITAL})*"
    r"(?<![’'])(?<![’']s)"
)
_OF: Final = expression(rf"\b{_CAPITAL}(?: {_CAPITAL}){{1,5}} of (?:the )?$")
"""What stands before the last word of a name: "Lamp Works of" Osmark."""
_NEAR: Final = 120
"""How many letters the rest of a name has at most."""


def whole_name(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence with the rest of the name that it ends in.

    >>> from bot.question import read
    >>> told = "The Harbour Commission for Safe Locks met."
    >>> told[slice(*whole_name(read("Which commission met?"), told, (4, 22)))]
    'Harbour Commission for Safe Locks'
    """
    begin, end = span
    if question.analysis.answer_type == "who" and (owner := _OF.search(sentence, max(0, begin - _NEAR), begin)):
        begin = owner.start()
    words = sentence[begin:end].split()
    if question.analysis.answer_type not in ("which", "who", "what", "list", None) or not words:
        return begin, end
    rest = _REST.match(sentence, end) if words[-1] in _BODY else None
    return (begin, rest.end()) if rest else (begin, end)
