"""What is told of the thing asked about is told of another case: a fine for something else."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_OTHER: Final = expression(
    r"\b(?:about|after|against|by|for|from|in|of|on|over|to) (?:another|an? (?:different|separate|unrelated|earlier|"
    r"previous|similar)|other(?! (?:business|items?|matters|news|respects|votes|ways|words)\b)|different|separate|"
    r"unrelated) [a-z]+",
    re.IGNORECASE,
)
"""What says of a deed that it is of something else than what is told next."""
_CLAUSE: Final = expression(r"[;:.] |,? (?:but|while|whereas|although) |, (?:and|it|they|he|she) ")


def is_of_another_case(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the words at a span of a sentence are told of "another case", and what a question names is told only
    in another clause.

    >>> from bot.question import read
    >>> told = "Tarn Ferries was fined 9 crowns for another case; it was not charged over the Marigold."
    >>> is_of_another_case(read("What was Tarn Ferries fined over the Marigold?"), told, (23, 31))
    True
    """
    begins = [0, *(found.end() for found in _CLAUSE.finditer(sentence))]
    begin = max(at for at in begins if at <= span[0])
    end = next((found.start() for found in _CLAUSE.finditer(sentence, span[1])), len(sentence))
    own = sentence[begin:end]
    if not _OTHER.search(own):
        return False
    rest = content_terms(sentence[:begin], sentence[end:]) - content_terms(own)
    return not rest.isdisjoint(question.analysis.terms - {question.analysis.predicate})
