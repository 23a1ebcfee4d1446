"""What answers no comparison: of "bigger in 2029 or 2030?" a sum, of "how many fewer?" how many there are."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.difference_asked import asks_difference
from bot.question.tokens import content_terms
from facts.expressions import expression

_OR: Final = expression(r",? or (?:rather |else )?", re.IGNORECASE)
_BESIDE_OR: Final = 4
"""So many words on either side may be what there is to choose from."""
_MORE: Final = r"(?:additional|extra|fewer|further|higher|less|lower|more|over|short|under)"
_MARKED_BEHIND: Final = expression(rf"(?:-| )?(?:[a-z’'-]+ ){{0,2}}{_MORE}\b", re.IGNORECASE)
_MARKED_BEFORE: Final = expression(
    rf"\b(?:{_MORE}|another|by|new|add(?:s|ed|ing)?|rise of|increase of|fall of|cut of|difference (?:of|is|was))"
    r"(?: than)?(?: [a-z’'-]+)?(?: [$€£])?\W*$",
    re.IGNORECASE,
)
_NUMBER: Final = expression(
    r"[$€£]?\d[\d.,]*(?: ?%| per ?cent\b| (?:hundred|thousand|million|billion))?|[a-z]+(?:-[a-z]+)?"
)


def is_no_choice(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question gives things to choose from, and the words at a span of a sentence name none of them.

    >>> from bot.question import read
    >>> told = "The levy came to £9 in 2031, £2 more than in 2030."
    >>> asked = read("Was the levy higher in 2030 or 2031?")
    >>> [is_no_choice(asked, told, span) for span in ((17, 19), (23, 27))]
    [True, False]
    """
    if question.analysis.answer_subtype != "choice":
        return False
    said = content_terms(sentence[slice(*span)])
    return not any(
        said & content_terms(" ".join(question.text[: joint.start()].split()[-_BESIDE_OR:]))
        or said & content_terms(" ".join(question.text[joint.end() :].split()[:_BESIDE_OR]))
        for joint in _OR.finditer(question.text)
    )


def is_no_difference(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many more or fewer there are, and the number at a span of a sentence is not marked as
    a difference.

    >>> from bot.question import read
    >>> told = "There are 612 pupils, 17 fewer than last year."
    >>> asked = read("How many fewer pupils are there?"), read("How many pupils are there?")
    >>> [is_no_difference(each, told, span) for each in asked for span in ((10, 13), (22, 24))]
    [True, False, False, False]
    """
    if not asks_difference(question.text):
        return False
    begin, end = span
    if re.search(rf"\b{_MORE}\b", sentence[begin:end], re.IGNORECASE):
        return False
    number = _NUMBER.match(sentence, begin, end)
    behind = number.end() if number else end
    return _MARKED_BEHIND.match(sentence, behind) is None and _MARKED_BEFORE.search(sentence[:begin]) is None
