"""Times that are part of a name, and names that are times: a "Plan 2031–2034" was not adopted in those years, and what
is moved "by Michaelmas" is moved by nobody of that name."""

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
_FEASTS: Final = expression(
    r"\W*(?:(?:the )?(?:Advent|All Saints(?:['’] Day)?|Candlemas|Christmas(?: Day| Eve)?|Diwali|"
    r"Easter(?: Monday| Sunday)?|Eid(?: al-\w+)?|Epiphany|Hanukkah|Lady Day|Lammas|Lent|Martinmas|Michaelmas|"
    r"Midsummer(?: Day)?|"
    r"New Year(?:['’]s (?:Day|Eve))?|Passover|Pentecost|Ramadan|Thanksgiving|Whitsun(?:day)?))\W*"
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


def is_a_feast(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who, and the words at a span of a sentence name a day or season of the year.

    >>> from bot.question import read
    >>> is_a_feast(read("Who will move the shelf?"), "It will have to be moved by Michaelmas.", (28, 38))
    True
    """
    return question.analysis.answer_type == "who" and _FEASTS.fullmatch(sentence, *span) is not None
