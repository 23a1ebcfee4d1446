"""What has come in of a sum is not that sum: of "£72 of the £90 needed has been raised" £90 is needed and £72 is
raised."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.spans import overlap
from bot.question import Question
from facts.expressions import expression

_SUM: Final = (
    r"[$€£]?\d[\d.,]*(?<![.,])(?: ?(?:million|billion|thousand|m|bn|k))?\b(?: (?:crowns|euros|pounds|dollars))?"
)
_NEEDED: Final = r"(?:needed|required|sought|wanted|asked for|target|goal|(?:that )?(?:it|they) needs?|aimed at|cost)"
_CAME_IN: Final = expression(r"\b(?:rais|collect|donat|pledg|found|come in|brought in|secur)\w*\b", re.IGNORECASE)
_OF: Final = (
    expression(rf"(?P<got>{_SUM}) (?:out )?of (?:the|an?|its|their) (?P<all>{_SUM}) {_NEEDED}\b", re.IGNORECASE),
    expression(
        rf"(?P<got>{_SUM})[^,;.]{{0,40}}? (?:towards|of) (?:the|an?|its|their) "
        rf"(?:(?:target|goal|cost) of (?P<all>{_SUM})|(?P<all2>{_SUM}) (?:target|goal|cost)\b)",
        re.IGNORECASE,
    ),
)
_ASKS_REST: Final = expression(r"\b(?:still|yet|left|more|missing|remain\w*|short)\b", re.IGNORECASE)
_ASKS_ALL: Final = expression(r"\b(?:need\w*|require\w*|target|goal|cost\w*|aim\w*|want\w*|supposed)\b", re.IGNORECASE)


def own_sum_needed(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or the sum that is needed, or has come in, as a question asks.

    >>> from bot.question import read
    >>> told = "For it 40 crowns of the 90 crowns needed have been raised."
    >>> [told[slice(*own_sum_needed(read(f"How much was {so}?"), told, (7, 16)))] for so in ("needed", "raised")]
    ['90 crowns', '40 crowns']
    """
    found = _told(question, sentence, span)
    if found is None or _ASKS_REST.search(question.text):
        return span
    whole = "all" if found["all"] else "all2"
    if _CAME_IN.search(question.text):
        return found.span("got")
    return found.span(whole) if _ASKS_ALL.search(question.text) else span


def _told(question: Question, sentence: str, span: tuple[int, int]) -> re.Match[str] | None:
    """What has come in and what is needed, where one of both is marked."""
    if question.analysis.answer_type not in ("how_many", "what", "which", None) or not _CAME_IN.search(sentence):
        return None
    found = (each for told in _OF for each in told.finditer(sentence))
    return next((each for each in found if overlap(each.span(), span)), None)
