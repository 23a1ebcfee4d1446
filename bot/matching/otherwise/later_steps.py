"""A later step that was not done denies none before it: who has "not yet ratified" a pact may have signed it."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import stem, tokens
from facts.expressions import expression

_STEPS: Final = tuple(
    tuple(frozenset(map(stem, step.split())) for step in steps.split(" > "))
    for steps in (
        "negotiate draft > sign > ratify > implement apply",
        "propose suggest table > discuss debate consider > approve adopt pass > implement introduce apply",
        "plan design > approve agree > begin start build > finish complete > open",
        "apply ask request want seek > receive get win > spend",
        "order buy > deliver arrive > pay",
        "nominate propose stand > elect appoint > serve",
        "invite ask > come attend > speak > vote",
        "sue charge arrest > try > convict jail",
        "write draft > send > reply answer",
    )
)
"""What is done one after the other, each step by its verbs."""
_NOT_DONE: Final = expression(
    r"(?:\b(?:not|never|yet to|fail(?:ed|s)? to|refus(?:ed|es) to|declin(?:ed|es) to)|n[’']t) "
    r"(?:(?:yet|be|been|so far|have|also|even|\w+ly) )*(?P<verb>[\w’'-]+)",
    re.IGNORECASE,
)


def is_later_step(question: Question, sentence: str) -> bool:
    """Whether a sentence tells as not done only what comes after the deed that a question asks about.

    >>> from bot.question import read
    >>> told = "Tarn has not yet ratified the pact."
    >>> [is_later_step(read(f"Did Tarn {so} the pact?"), told) for so in ("sign", "ratify", "implement")]
    [True, False, False]
    """
    asked = question.analysis.predicate
    if asked is None or any(token.term == asked for token in tokens(sentence)):
        return False
    denied = {stem(found["verb"].lower()) for found in _NOT_DONE.finditer(sentence)}
    return bool(denied) and all(any(_follows(steps, asked, verb) for steps in _STEPS) for verb in denied)


def _follows(steps: tuple[frozenset[str], ...], asked: str, verb: str) -> bool:
    """Whether a verb is of a later step than another."""
    at = {name: place for place, step in enumerate(steps) for name in step}
    return asked in at and verb in at and at[asked] < at[verb]
