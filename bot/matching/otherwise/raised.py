"""What has come in of a sum is not that sum: of "£72 of the £90 needed has been raised" £90 is needed, £72 is raised,
and nobody tells what is still needed."""

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
_WAS_PAID: Final = expression(r"\b(?:did|was|were|has|have)\b.*\bcost\b", re.IGNORECASE)

_VOTES_NEEDED: Final = expression(r"\bvotes\b.*\b(?:need(?:s|ed)?|required|have to)\b", re.IGNORECASE)
_GOT: Final = expression(r"\b(?:got|gets|received|won|obtained|secured)(?: (?:only|just))? $", re.IGNORECASE)


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


def is_what_was_got(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked how many votes something needs, and those at a span of a sentence are what it got.

    >>> from bot.question import read
    >>> told = "The bill got 71 votes, five more than it had to."
    >>> [is_what_was_got(read(f"How many votes did it {so}?"), told, (13, 15)) for so in ("need", "get")]
    [True, False]
    """
    return _VOTES_NEEDED.search(question.text) is not None and _GOT.search(sentence, 0, span[0]) is not None


def is_of_sum_needed(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked what is still needed, or what something cost, and a sum is told of which a part has come in.

    >>> from bot.question import read
    >>> told = "For it 40 crowns of the 90 crowns needed have been raised."
    >>> [is_of_sum_needed(read(f"How much {so}?"), told, (7, 16)) for so in ("do they still need", "was raised")]
    [True, False]
    """
    if _told(question, sentence, span) is None or _CAME_IN.search(question.text):
        return False
    return bool(_ASKS_REST.search(question.text) or _WAS_PAID.search(question.text))


def _told(question: Question, sentence: str, span: tuple[int, int]) -> re.Match[str] | None:
    """What has come in and what is needed, where one of both is marked."""
    if question.analysis.answer_type not in ("how_many", "what", "which", None) or not _CAME_IN.search(sentence):
        return None
    found = (each for told in _OF for each in told.finditer(sentence))
    return next((each for each in found if overlap(each.span(), span)), None)
