"""The day of a deed is the one that stands right beside its verb: of "has today lifted the ban that was set on 3 May"
it is today that the ban was lifted."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from bot.matching.dates_told import YEAR
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts import dates
from facts.dates import tense_at
from facts.expressions import expression

_WORD: Final = expression(r"[\w’'-]+")
_AHEAD: Final = expression(r",? (?:\w+ly )?")
_BEHIND: Final = expression(r" (?:on |in |since )?(?:the )?")
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
    told = _days(question, sentence)
    if not any(overlap(day, span) for day in told):
        return span
    own = _day_beside(question, sentence, told)
    return own if own is not None and not overlap(own, span) else span


def is_not_own_day(question: Question, sentence: str, said: str) -> bool:
    """Whether a day that a fact says is another than the one right beside the verb of what a question asks when it was
    done: "agreed on 3 May to mend the lock, closed since 2009" of when that was closed.

    >>> from bot.question import read
    >>> told = "They agreed on Friday to mend the lock, closed since 2009."
    >>> [is_not_own_day(read("When was the lock closed?"), told, said) for said in ("3 May 2031", "2009")]
    [True, False]
    """
    own = _day_beside(question, sentence, _days(question, sentence))
    years = YEAR.findall(sentence[slice(*own)]) if own is not None else []
    return bool(years) and not any(year in said for year in years)


def _days(question: Question, sentence: str) -> list[tuple[int, int]]:
    """The days that a sentence tells, where a question asks when something was done."""
    if question.analysis.answer_type != "when" or not question.analysis.past:
        return []
    return [when.span for when in dates.find(sentence, _ANY_DAY) if when.precision != "time"]


def _day_beside(question: Question, sentence: str, told: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Which of the days that are told stands right beside the verb that a question asks by; None where none does."""
    predicate = question.analysis.predicate
    if not told or predicate is None:
        return None
    verbs = [word for word in _WORD.finditer(sentence) if word[0].islower() and stem(word[0]) == predicate]
    if len(verbs) != 1:
        return None
    (verb,) = verbs
    for begin, end in told:
        beside = _AHEAD.fullmatch(sentence, end, verb.start()) or _BEHIND.fullmatch(sentence, verb.end(), begin)
        named = _names_it(sentence, (begin, end), question)
        if beside and not named and tense_at(sentence, begin, end) != "future":
            return begin, end
    return None


def _names_it(sentence: str, day: tuple[int, int], question: Question) -> bool:
    """Whether a day is part of a name ("the 2 April Pledge") or of what a question asks of ("the talks of 2 April")."""
    said = {token.term for token in question.tokens}
    return _IN_NAME.match(sentence, day[1]) is not None or content_terms(sentence[slice(*day)]) <= said
