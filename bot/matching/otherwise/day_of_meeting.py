"""On which day a meeting was is told neither by the hour alone nor by the minutes that were approved at it."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.cues import MEETING_TERMS
from bot.question.tokens import stem
from facts import dates
from facts.earlier_minutes import EARLIER_MINUTES
from facts.expressions import expression

_MEET: Final = frozenset(map(stem, "assemble convene gather meet sit".split()))
"""What a body does that holds a meeting."""
_HELD: Final = frozenset((*map(stem, "hold happen occur".split()), "take-plac"))
"""What is done with a meeting itself."""
_END_OR_HOUR: Final = expression(
    r"\b(?:start|beg[aiu]n|open|end|finish|clos|conclud|adjourn|over|time|hour|since|till|until|o['’]clock)",
    re.IGNORECASE,
)
_MINUTES: Final = expression(r"\bminutes\b", re.IGNORECASE)


def tells_no_day_of_it(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when a meeting was, and the words at a span are an hour alone or the day of minutes.

    >>> from bot.question import read
    >>> asked = read("When did the board meet?")
    >>> tells_no_day_of_it(asked, "The meeting closed at 9.10 pm.", (22, 29))
    True
    >>> tells_no_day_of_it(asked, "The minutes of 3 May were approved.", (15, 20))
    True
    """
    asked = question.analysis
    of_meeting = asked.predicate in _MEET or (
        asked.predicate in {None, *_HELD} and not asked.terms.isdisjoint(MEETING_TERMS)
    )
    if asked.answer_type != "when" or not of_meeting or _END_OR_HOUR.search(question.text):
        return False
    if _MINUTES.search(sentence[: span[0]]) and EARLIER_MINUTES.search(sentence):
        return not _MINUTES.search(question.text)
    found = dates.find(sentence[slice(*span)], None)
    return asked.past is True and not asked.dates and bool(found) and all(w.precision == "time" for w in found)
