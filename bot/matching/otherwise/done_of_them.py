"""Of "41 of the 55 posts advertised in May were filled" 55 were advertised, and 41 filled."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_PART_OF_DONE: Final = expression(
    rf"\b(?P<part>{COUNT}) of (?:(?:the|its|their|our|all) )*(?P<whole>{COUNT})(?: [\w’'-]+){{1,3}}? (?P<done>[a-z]{{2,}}(?:ed|en|[lnp]t|wn)|"
    r"held|laid|made|paid|sold|won)"
    r"(?P<how>(?: [\w’'-]+){0,6}?) (?:had|have|has|were|was|are|is)(?: been)?(?: \w+ly)? (?P<told>[a-z]+)",
    re.IGNORECASE,
)


def own_done(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or of all to whom something was done and those of them to whom more was, the
    number of whom a question asks about.

    >>> from bot.question import read
    >>> told = "They said 41 of the 55 posts advertised in May were filled."
    >>> [told[slice(*own_done(read(f"How many posts were {so}?"), told, (10, 12)))] for so in ("advertised", "filled")]
    ['55', '41']
    """
    if question.analysis.answer_type != "how_many":
        return span
    asked = question.analysis.terms
    for found in _PART_OF_DONE.finditer(sentence):
        told = content_terms(found["told"])
        wants_whole = bool(content_terms(found["done"]) & asked) and not told & asked
        wanted, other = ("whole", "part") if wants_whole else ("part", "whole")
        if (wants_whole or told & asked) and overlap(span, found.span(other)):
            return found.span(wanted)
    return span
