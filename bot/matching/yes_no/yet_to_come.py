"""What is told for a day after that of its report has not been done by then: "she takes over on 1 May"."""

from __future__ import annotations

import datetime
from typing import Final

from bot.question import Question
from bot.question.cues import DETERMINERS
from bot.question.tokens import Token, stem, tokens
from facts import dates
from facts.verbs import PASTS

_DONE: Final = frozenset("did had has have was were".split())
_IS: Final = frozenset("are is".split())
_CHANGES: Final = frozenset(map(stem, "assume become begin follow join replace start step succeed take".split()))
"""Verbs of who comes into an office."""
_PAST_ALONE: Final = frozenset("been begun come done gone taken".split())


def is_yet_to_come(question: Question, sentence: str, published: datetime.date | None) -> bool:
    """Whether a question asks if something was done or is so, and a sentence of a report tells it in the present tense
    for a day after the report's.

    >>> from bot.question import read
    >>> told, day = "Ada Wren takes over on 1 May 2035.", datetime.date(2034, 6, 2)
    >>> [is_yet_to_come(read(f"{did} Ada Wren taken over?"), told, day) for did in ("Has", "Will")]
    [True, False]
    """
    asked = question.analysis
    first = question.tokens[0].surface if question.tokens else ""
    if published is None or asked.answer_type != "yes_no" or first not in _DONE | _IS or asked.dates:
        return False
    deed = frozenset((asked.predicate,)) - {None}
    if not deed or deed <= _CHANGES:
        deed |= _CHANGES
    elif first in _IS:
        return False
    told = tokens(sentence)
    verbs = [at for at, word in enumerate(told) if word.term in deed and not _is_noun(told, at)]
    if not verbs or any(map(_is_past, (told[at] for at in verbs))):
        return False
    behind = sentence.lower().find(told[verbs[0]].surface)
    return any(
        when.span[0] > behind
        and when.iso.split("/")[0] > published.isoformat()
        and dates.tense_at(sentence, *when.span) != "past"
        and ";" not in sentence[behind : when.span[0]]
        for when in dates.find(sentence, published)
        if when.precision != "time"
    )


def _is_noun(words: tuple[Token, ...], at: int) -> bool:
    return at > 0 and words[at - 1].surface in DETERMINERS


def _is_past(word: Token) -> bool:
    surface = word.surface.split()[0]
    return surface.endswith("ed") or surface in PASTS or surface in _PAST_ALONE
