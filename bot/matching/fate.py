"""What became of somebody or something: "three people were detained and released" is told of those detained by
"released", and what could be torn down is not told to be."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.deeds_told import FORMS
from bot.question import Question
from bot.question.tokens import stem, tokens
from facts.expressions import expression
from facts.folding import fold

_ASKS: Final = expression(
    r"\bwhat(?:['’]s| is| was| will| would| has| had)? (?:be )?(?:happen(?:ed|s|ing)?|becom(?:e|es|ing)|became|done)\b"
    r"|\bwhat (?:did|does|do) they do with\b",
    re.IGNORECASE,
)
_PAST: Final = rf"(?:[a-z’'-]+ed|{'|'.join(sorted(FORMS))})"
_DONE: Final = expression(rf"\b(?:was|were|is|are|been|be) (?:\w+ly )?(?P<verb>{_PAST})$")
"""What was done, as the end of what is marked."""
_AND_THEN: Final = expression(
    rf",? (?:and|but|then)(?: (?:and|then|later|was|were|all|both))* (?P<next>{_PAST}\b[^,;.]*)"
)
_MAY: Final = expression(
    r"\b(?:(?:could|may|might|would|should|must|can|will|shall|(?:is|are|was|were) (?:due |expected |likely |set )?to)"
    r"(?: (?:also|then|now|soon|still|yet|not|\w+ly))* be )$"
)
"""What stands before what is only to be done, or may be."""


def what_became_of(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence with all that became of what a question asks about: with what was done next, or with that
    alone where the question says the rest itself, and with "could be" before it.

    >>> from bot.question import read
    >>> told = "Two pilots were fined and sent home in May."
    >>> asked = "What happened to the pilots?", "What happened to those who were fined?"
    >>> [told[slice(*what_became_of(read(each), told, (0, 21)))] for each in asked]
    ['Two pilots were fined and sent home in May', 'sent home in May']
    """
    begin, end = span
    if not _ASKS.search(question.text) or begin == end:
        return span
    may = _MAY.search(sentence[:begin])
    if may is not None:
        return may.start(), end
    done, then = _DONE.search(sentence[begin:end]), _AND_THEN.match(sentence, end)
    if done is None or then is None:
        return span
    known = stem(fold(done["verb"])) in {token.term for token in tokens(question.text)}
    return (then.start("next") if known else begin), then.end()
