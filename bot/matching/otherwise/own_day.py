"""The day of a deed is the one that stands right beside its verb: of "has today lifted the ban that was set on 3 May"
it is today that the ban was lifted."""

from __future__ import annotations

import datetime
from typing import Final

from bot.question import Question
from bot.question.tokens import stem
from facts import dates
from facts.dates import tense_at
from facts.expressions import expression
from facts.folding import fold

_WORD: Final = expression(r"[\w’'-]+")
_AHEAD: Final = expression(r",? (?:\w+ly )?")
_BEHIND: Final = expression(r" (?:on |in )?(?:the )?")
"""What may stand between a verb and its day."""
_ANY_DAY: Final = datetime.date(2000, 1, 1)


def own_day(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or the day right beside the verb of what a question asks when it was done,
    where another one's was marked.

    >>> from bot.question import read
    >>> told = "The board has today lifted the ban that the clerk had set on 3 May."
    >>> [told[slice(*own_day(read(f"When did they {verb} the ban?"), told, (61, 66)))] for verb in ("lift", "set")]
    ['today', '3 May']
    """
    asked = question.analysis
    if asked.answer_type != "when" or not asked.past or asked.predicate is None:
        return span
    verbs = [word for word in _WORD.finditer(sentence) if stem(fold(word[0])) == asked.predicate]
    told = [when.span for when in dates.find(sentence, _ANY_DAY) if when.precision != "time"]
    if len(verbs) != 1 or not any(begin < span[1] and span[0] < end for begin, end in told):
        return span
    (verb,) = verbs
    for begin, end in told:
        beside = _AHEAD.fullmatch(sentence, end, verb.start()) or _BEHIND.fullmatch(sentence, verb.end(), begin)
        if beside and not (begin < span[1] and span[0] < end) and tense_at(sentence, begin, end) != "future":
            return begin, end
    return span
