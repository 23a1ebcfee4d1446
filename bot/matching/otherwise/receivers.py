"""For whom something was wanted: whose release was called for was not released by that."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import tokens
from facts.expressions import expression

_CALLED_FOR: Final = expression(
    r"\b(?:call(?:ed|s|ing)? for|demand(?:ed|s|ing)?|urg(?:ed|es|ing)|plead(?:ed|s|ing)? for|press(?:ed|es|ing)? for|"
    r"ask(?:ed|s|ing)? for|petition(?:ed|s)? for|appeal(?:ed|s)? for)((?: [\w’'-]+){1,4})",
    re.IGNORECASE,
)


def only_called_for(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks about what was done, and a sentence tells of it only as what somebody called for.

    >>> from bot.question import read
    >>> only_called_for(read("When was Bo Lusk released?"), "They called for the release of Bo Lusk.", (0, 4))
    True
    """
    verb = question.analysis.predicate
    if verb is None or not question.analysis.past or _CALLED_FOR.search(f"{question.text} it"):
        return False
    told = [token.term for token in tokens(sentence)]
    called = {token.term for found in _CALLED_FOR.finditer(sentence) for token in tokens(found[1])}
    return told.count(verb) == 1 and verb in called
