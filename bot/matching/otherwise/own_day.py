"""The day of a deed is the one that stands right beside its verb: of "has today lifted the ban that was set on 3 May"
it is today that the ban was lifted."""

from __future__ import annotations

import datetime
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts import dates
from facts.dates import tense_at
from facts.expressions import expression

_WORD: Final = expression(r"[\w’'-]+")
_AHEAD: Final = expression(r",? (?:\w+ly )?")
_BEHIND: Final = expression(r" (?:on |in )?(?:the )?")
"""What may stand between a verb and its day."""
_IN_NAME: Final = expression(r" (?!The\b)[A-Z]")
"""What stands behind a day by which something is called: "the 2 April Pledge"."""
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
    verbs = [word for word in _WORD.finditer(sentence) if word[0].islower() and stem(word[0]) == asked.predicate]
    told = [when.span for when in dates.find(sentence, _ANY_DAY) if when.precision != "time"]
    if len(verbs) != 1 or not any(begin < span[1] and span[0] < end for begin, end in told):
        return span
    (verb,) = verbs
    for begin, end in told:
        beside = _AHEAD.fullmatch(sentence, end, verb.start()) or _BEHIND.fullmatch(sentence, verb.end(), begin)
        marked, named = begin < span[1] and span[0] < end, _names_it(sentence, (begin, end), question)
        if beside and not marked and not named and tense_at(sentence, begin, end) != "future":
            return begin, end
    return span


def _names_it(sentence: str, day: tuple[int, int], question: Question) -> bool:
    """Whether a day is part of a name ("the 2 April Pledge") or of what a question asks of ("the talks of 2 April")."""
    said = {token.term for token in question.tokens}
    return _IN_NAME.match(sentence, day[1]) is not None or content_terms(sentence[slice(*day)]) <= said
