"""What a row of a table tells: "Party: Pilots; For: 9" is not how many there were in all."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_ROW: Final = expression(r"^[^:;]{1,40}: (?P<of>[^;]{1,60}); [^:;]{1,40}: ")
_NUMBER: Final = expression(r"[$€£]?\d")
_DIGIT: Final = expression(r"\d")
_ALL: Final = expression(
    r"\b(?:in all|in total|altogether|overall|all told|total|combined|put together)\b", re.IGNORECASE
)
_WHOLE: Final = expression(r"\b(?:total|sum|all|altogether|overall|combined|together)\b", re.IGNORECASE)


def is_of_one_row(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many there are in all, and a sentence is a row of a table about one of them; or the
    words at a span are a number in a row about something that the question does not name.

    >>> from bot.question import read
    >>> is_of_one_row(read("How many abstained in all?"), "Party: Pilots; For: 9; Abstained: 1", (34, 35))
    True
    """
    row = _ROW.match(sentence)
    if row is None or _WHOLE.search(row["of"]):
        return False
    of = content_terms(row["of"])
    if of and span[0] > row.end("of") and _NUMBER.match(sentence, span[0]) and not _DIGIT.search(row["of"]):
        cells = content_terms(sentence[row.end("of") :])
        if of.isdisjoint(question.analysis.terms) and question.analysis.terms & cells:
            return True
    return question.analysis.answer_type == "how_many" and _ALL.search(question.text) is not None
