"""To whom a thing was done, or who did not do it, where a question asks who did."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.deeds_told import deeds
from bot.question import Question
from bot.question.tokens import stem, tokens
from facts.expressions import expression

_TO_SOMEBODY: Final = frozenset(
    map(
        stem,
        "accuse appoint award beat blame bring choose congratulate criticise criticize defeat elect free host invite "
        "name nominate praise receive release replace represent succeed support thank urge visit warn welcome".split(),
    )
)
"""What is done to somebody, and never by whoever is named behind the verb."""
_SAID_TO: Final = frozenset(map(stem, "ask call interview meet question see sue summon tell".split()))
"""What is said or done to somebody who is named behind the verb."""
_OFFICE_AHEAD: Final = expression(r"\b((?:[\w-]+ )?[a-z][a-z-]+),? $")
"""An office right before a name."""
_NOT: Final = frozenset("not never".split())
_DENIES: Final = expression(
    r"\b(?:not|never|no|nobody|none|neither|refus\w+|declin\w+|fail\w*)\b|n['’]t\b", re.IGNORECASE
)


def is_whom_it_names(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something to the holder of an office, and the words at a span of a sentence are
    the name of that holder.

    >>> from bot.question import read
    >>> told = "Labour minister Bo Lusk stayed away, although Ada Wren had asked him to come."
    >>> asked = ("Who asked the labour minister to come?", "Who is the labour minister?", "Who stayed away?")
    >>> [is_whom_it_names(read(each), told, (16, 23)) for each in asked]
    [True, False, False]
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.predicate not in _TO_SOMEBODY | _SAID_TO:
        return False
    office = _OFFICE_AHEAD.search(sentence[: span[0]])
    return office is not None and f"the {office[1].lower()}" in question.text.lower()


def did_not(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something, and a sentence tells only that whom the words at a span name did not.

    >>> from bot.question import read
    >>> did_not(read("Who rejected the plan?"), "Ada Wren did not reject it.", (0, 8))
    True
    """
    asked = question.analysis
    if asked.answer_type not in ("who", "which") or asked.predicate is None or _DENIES.search(question.text):
        return False
    said = {token.term for token in tokens(sentence[slice(*span)]) if not token.is_stop}
    told = [deed for deed in deeds(sentence) if deed.verb == asked.predicate]
    return bool(told) and all(
        not deed.auxiliaries.isdisjoint(_NOT) and bool(said & {word.term for word in deed.who}) for deed in told
    )
