"""How a vote went: of "rejected by 61 votes to 40" those who voted for it are 40, of "approved by 58 to 43" 58."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from facts.expressions import expression

_SCORE: Final = expression(
    r"\b(?:(?P<lost>rejected|defeated|lost|voted down|turned down|refused|failed)|"
    r"approved|adopted|carried|passed|agreed|accepted|backed|endorsed|won)\b"
    r"(?: [\w’'-]+){0,6}?,? \(?(?P<one>\d{1,4})(?: votes?)?(?: to | against |[-–](?:to[-–])?)(?P<other>\d{1,4})\b",
    re.IGNORECASE,
)
_FOR: Final = expression(r"\b(?:vot\w+ (?:for|to)|in favou?r|support\w*|back(?:ed|s|ing)?|were for)\b", re.IGNORECASE)
_AGAINST: Final = expression(r"\b(?:against|oppos\w+)\b", re.IGNORECASE)


def own_score(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The number at a span of a sentence, or of the score that it is of the one of the side that is asked about.

    >>> from bot.question import read
    >>> told = "They rejected the toll by 61 votes to 40."
    >>> told[slice(*own_score(read("How many voted for the toll?"), told, (26, 28)))]
    '40'
    """
    in_favour, against = _FOR.search(question.text), _AGAINST.search(question.text)
    if question.analysis.answer_type != "how_many" or bool(in_favour) == bool(against):
        return span
    for found in _SCORE.finditer(sentence):
        if found.start("one") <= span[0] and span[1] <= found.end() and found["one"] != found["other"]:
            more, less = sorted(("one", "other"), key=lambda side: -int(found[side]))
            won = found["lost"] is None
            return found.span(more if won == bool(in_favour) else less)
    return span
