"""When something was done is not told by the day on which it will be: "she retires in July"; nor is what it costs by
the price from such a day."""

from __future__ import annotations

import datetime
from typing import Final

from bot.matching.agreement import OF_PLANS
from bot.matching.otherwise.prices import is_price_to_come
from bot.question import Question
from facts import dates
from facts.expressions import expression
from facts.folding import fold

_WHEN_DONE: Final = expression(r"\b(?:when|what (?:date|day|month|year|time)) (?:did|was|were|had|has|have)\b")


def is_yet_to_be(question: Question, sentence: str, published: datetime.date | None) -> bool:
    """Whether a question asks when something was done, or what it costs, and a sentence of a report tells that only for
    a day after the report's."""
    return is_day_to_come(question, sentence, published) or is_price_to_come(question, sentence, published)


def is_day_to_come(question: Question, sentence: str, published: datetime.date | None) -> bool:
    """Whether a question asks when something was done, and a sentence of a report tells no other days than such as come
    after that, and none in the past tense.

    >>> from bot.question import read
    >>> told, day = "Ada Wren leaves on 1 May 2035.", datetime.date(2035, 4, 2)
    >>> [is_day_to_come(read(f"When {did} Ada Wren leave?"), told, day) for did in ("did", "will")]
    [True, False]
    """
    asked = question.analysis
    if published is None or asked.answer_type != "when" or asked.predicate is None or asked.selector == "next":
        return False
    if not _WHEN_DONE.search(fold(question.text)) or OF_PLANS.search(question.text):
        return False
    told = [when for when in dates.find(sentence, published) if when.precision != "time"]
    return bool(told) and all(
        when.iso.split("/")[0] > published.isoformat() and dates.tense_at(sentence, *when.span) != "past"
        for when in told
    )
