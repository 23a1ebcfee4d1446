"""Which two are asked for, two are told: all of a list that has just as many members, where one of them is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.question import Question
from bot.question.cues import BE
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms, tokens
from facts.expressions import expression
from facts.verbs import PASTS

_MOST: Final = 9
"""How many members a list that is told whole has at most."""
_NO_PART: Final = "|".join(
    sorted({*PREPOSITIONS, *BE, *PASTS, *"and or but who whom which that has had have will would".split()})
)
_WORD: Final = rf"(?!(?:{_NO_PART}|[a-z]+ed)\b)[a-z][\w’'-]*"
_CAPITAL: Final = r"[A-Z][\w’'-]*"
_NAME: Final = (
    rf"(?>the {_CAPITAL}(?:(?: (?:of|for|to|in|on))?(?: the)? {_CAPITAL}){{0,7}}|"
    rf"{_CAPITAL}(?:(?: of(?: the)?)? {_CAPITAL}){{0,7}})"
)
_THING: Final = rf"(?>(?:the|an?|its|their|his|her|our|new)(?: {_WORD}){{1,5}}(?: of(?: the)? [\w’'-]+)?)"
_MEMBERS: Final = ((_NAME, rf"(?:{_WORD} ){{0,2}}{_NAME}"), (_THING, _THING))
"""What opens a list, and what follows: names, with what somebody is ("and clerk Ada Wren"), or things ("the lock")."""
_JOINT: Final = expression(r",(?: and| or)? | (?:and|or) ")
_AHEAD: Final = expression(r"(?:^|[.;] )(?:In|At|On|From|Near|With|For|After|Before|Today|Yesterday)\b[^,;]*, $")
"""What stands before a list with a comma, and is none of it."""


def all_asked_for(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence with all of the list that it is in, where a question asks for as many as the list has; a
    list behind a colon where what is marked stands before it, with their number.

    >>> from bot.question import read
    >>> told = "Pilot Ada Wren and clerk Bo Lusk spoke."
    >>> told[slice(*all_asked_for(read("Which two pilots spoke?"), told, (6, 14)))]
    'Pilot Ada Wren and clerk Bo Lusk'
    """
    asked, (begin, end) = question.analysis, span
    number = next((int(term) for term in asked.focus if term.isdigit() and 1 < int(term) <= _MOST), None)
    if number is None or asked.answer_type not in ("which", "who", "list"):
        return span
    for first, last in _lists(sentence, number):
        ahead = sentence[:first]
        if any(content_terms(each) <= asked.terms for each in _JOINT.split(sentence[first:last])):
            continue
        if first < end and begin < last:
            return min(first, begin), max(last, end)
        if end < first and ahead.endswith(": ") and any(token.term == str(number) for token in tokens(ahead)):
            return first, last
    return span


def _lists(sentence: str, number: int) -> Iterator[tuple[int, int]]:
    """Where a sentence lists so many, no more."""
    for opens, member in _MEMBERS:
        listed = rf"(?<![\w’'-]){opens}(?:, {member}){{{number - 2}}}(?:,? and|,? or) {member}(?!,? (?:and|or) )"
        for found in re.finditer(listed, sentence):
            ahead = sentence[: found.start()]
            if not ahead.endswith((", ", " and ", " or ")) or _AHEAD.search(ahead):
                yield found.span()
