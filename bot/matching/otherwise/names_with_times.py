"""Times that are part of a name: a "Plan 2031–2034" was not adopted in those years."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from facts.expressions import expression

_YEARS: Final = expression(r"\W*(?:19|20)\d\d(?:[-–/](?:(?:19|20)\d\d|\d\d))?\W*")
_NAMED: Final = expression(
    r"\b(?:Plan|Strategy|Program(?:me)?|Agenda|Framework|Vision|Road ?[Mm]ap|Budget|Compact|Pact|Decade|Blueprint|"
    r"Charter|Initiative)(?: (?:for|to|of))?,? \(?$"
)
"""What has years behind it for a part of its name."""
_ASKS_ITS_YEARS: Final = expression(
    r"\b(?:period|years|cover(?:s|ed|ing)?|run(?:s|ning)?|span(?:s|ned)?|last(?:s|ed)?|until|from|end(?:s|ed)?|expires?|"
    r"for)\b",
    re.IGNORECASE,
)


def is_of_its_name(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when something was done, and the years at a span of a sentence are those in a name.

    >>> from bot.question import read
    >>> told = "Ministers adopted the Tarn Lock Plan 2031–2034 in May."
    >>> asked = "When was the plan adopted?", "What years does the plan cover?"
    >>> [is_of_its_name(read(each), told, (37, 46)) for each in asked]
    [True, False]
    """
    if question.analysis.answer_type != "when" or _ASKS_ITS_YEARS.search(question.text):
        return False
    return _YEARS.fullmatch(sentence, *span) is not None and _NAMED.search(sentence[: span[0]]) is not None
