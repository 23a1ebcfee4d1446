"""Who alone was an exception: what is told behind "with the exception of Tarn, which …" is told of Tarn, not of all the
others."""

from __future__ import annotations

from typing import Final

from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_EXCEPT: Final = expression(
    r"\b(?:with the exception of|except(?:ing| for)?|apart from|save for) (?P<who>(?:the )?[A-Z][^,;.]*), "
    r"(?:which|who) (?P<did>[^,;.]*)"
)
_TELLING: Final = 2
"""So many words of what is told of the exception alone show that it is asked about."""


def is_of_all_but_one(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did what a sentence tells only of an exception, and the words at a span are not that.

    >>> from bot.question import read
    >>> told = "All nine guilds came, with the exception of Tarn, which sent a written note."
    >>> asked = "Which guild sent only a written note?", "Which guilds came?"
    >>> [is_of_all_but_one(read(each), told, (0, 15)) for each in asked]
    [True, False]
    """
    found = _EXCEPT.search(sentence)
    if found is None or question.analysis.answer_type not in ("who", "which", "what", "list"):
        return False
    alone = content_terms(found["did"]) - content_terms(sentence[: found.start()])
    return len(alone & question.analysis.terms) >= _TELLING and not overlap(span, found.span("who"))
