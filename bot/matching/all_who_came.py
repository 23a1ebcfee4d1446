"""Who attended is answered with all by whom a sentence says that a meeting was attended, not with some of them."""

from __future__ import annotations

from typing import Final

from bot.question import Question
from bot.question.follow_up import asks_for_others
from bot.question.tokens import stem
from facts.expressions import expression

_CAME: Final = frozenset(map(stem, "attend come participate".split()))
_BY: Final = expression(r"\battended by (?P<all>[^;]*[^;.])")
_GOES_ON: Final = expression(
    r"\b(?:who|whom|which|whose|where|while|after|before|during|when|and \w+ed|(?:at|in|on) (?:the|an?|\d+|[A-Z]\w*))\b"
)
"""What is told of one of them, or of something else: where the list ends is not told then."""


def all_who_came(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence with all who came, where it marks some of them and who came is asked.

    >>> from bot.question import read
    >>> told = "It was attended by two mayors, the pilots of Tarn and a clerk."
    >>> told[slice(*all_who_came(read("Who attended?"), told, (19, 29)))]
    'two mayors, the pilots of Tarn and a clerk'
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.predicate not in _CAME or asks_for_others(question):
        return span
    found = _BY.search(sentence)
    if found is None or not (found.start("all") <= span[0] and span[1] <= found.end("all")):
        return span
    return span if _GOES_ON.search(found["all"]) else found.span("all")
