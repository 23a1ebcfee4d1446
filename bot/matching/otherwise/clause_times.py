"""The time of a deed stands in its own clause: of "closed since May, it reopens before Easter" the closing is from May
and the reopening is to be before Easter, and what a court heard on Friday was not done on Friday."""

from __future__ import annotations

import datetime
import re
from typing import Final

from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import stem, tokens
from facts import dates
from facts.expressions import expression
from facts.months import MONTH_NAMES

_ANY_DAY: Final = datetime.date(2000, 1, 1)
_SINCE: Final = expression(r"(?: (?:down|off|up))? since(?: (?:the|early|late|an?|\w+ of|[a-z]+ in))*? $")
"""What stands between what was done to a thing and the day since when that holds: "closed since a fire in May"."""
_VAGUE: Final = expression(
    r"(?: [\w’'-]+){0,2}? (?P<when>(?:before|after|by|in|at|until|around|towards) (?:the )?"
    r"(?:(?:start|beginning|end|middle) of (?:the |next )?)?(?:early |late |mid-)?(?:next )?"
    rf"(?:spring|summer|autumn|winter|season|year|month|week|Easter|Christmas|New Year|"
    rf"(?:{MONTH_NAMES})(?: \d{{4}})?|\d{{4}}))"
    r"\b",
)
"""What stands behind a verb as its time: "reopen before the summer"."""
_RELATIVE: Final = expression(r", (?:which|who)\b(?P<told>[^,;]*)")
_SAID: Final = (
    r"(?:heard|(?:was|were|been) told|told (?:[\w’'-]+ ){1,4}?|said|says|stated|claimed|alleged|learned|learnt|"
    r"reported|"
    r"testified|admitted|revealed|wrote|added)"
)
_SAID_BEFORE: Final = expression(rf"\b{_SAID} (?:on |in |at )?(?:the )?$")
_SAID_BEHIND: Final = expression(rf" (?:\w+ )?{_SAID}\b")
_THAT: Final = expression(r"(?: [\w’'-]+){0,6}? that ")
_SAYS: Final = frozenset(
    map(stem, "hear tell say state claim allege learn report testify admit reveal write add sit meet hold take".split())
)
_COMPARED: Final = expression(
    r"\b(?:(?:up|down) (?:from|on)|(?:as )?against|compared (?:with|to)|than)\b[^,;.]*\d[^,;.]* (?:in|of) "
    rf"(?:(?:{MONTH_NAMES}) )?$"
)


def own_clause_time(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or the time in the clause of what a question asks when it was done, where one
    of another clause is marked.

    >>> from bot.question import read
    >>> told = "The pier, shut since a storm in May 2030, is to reopen before Easter."
    >>> [told[slice(*own_clause_time(read(f"When {so}?"), told, (32, 40)))] for so in ("was it shut", "will it reopen")]
    ['May 2030', 'before Easter']
    """
    own = _time_of_deed(question, sentence)
    if own is None or overlap(own, span) or not _has_time(sentence, span):
        return span
    return own


def is_dated_elsewhere(question: Question, sentence: str, said: str) -> bool:
    """Whether a fact tells a day for its sentence, and what a question asks about has another in a clause of its own.

    >>> from bot.question import read
    >>> told = "On 3 May they agreed to reopen the pier, shut since 2030."
    >>> [is_dated_elsewhere(read("When was the pier shut?"), told, said) for said in ("3 May 2031", "2030")]
    [True, False]
    """
    own = _time_of_deed(question, sentence)
    return own is not None and bool(re.search(r"\d", sentence[slice(*own)])) and sentence[slice(*own)] not in said


def is_day_of_saying(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when something was, and the day at a span of a sentence is the one on which that was said
    or heard, or of a number that is only compared.

    >>> from bot.question import read
    >>> told = "The court heard on Friday that the dam had leaked."
    >>> [is_day_of_saying(read(f"When did {so}?"), told, (19, 25)) for so in ("the dam leak", "the court hear that")]
    [True, False]
    """
    if question.analysis.answer_type != "when":
        return False
    if _COMPARED.search(sentence, 0, span[0]) and not re.search(r"\d", question.text):
        return True
    if question.analysis.predicate in _SAYS or not {token.term for token in question.tokens}.isdisjoint(_SAYS):
        return False
    before = _SAID_BEFORE.search(sentence, 0, span[0]) and _THAT.match(sentence, span[1])
    behind = _SAID_BEHIND.match(sentence, span[1])
    return bool(before or (behind and _THAT.match(sentence, behind.end())))


def is_by_saying(sentence: str, day: tuple[int, int]) -> bool:
    """Whether a day is the one on which something was said: "said on Friday".

    >>> is_by_saying("Bo Lusk said on Friday that 40 came.", (16, 22))
    True
    """
    return bool(_SAID_BEFORE.search(sentence, 0, day[0]) or _SAID_BEHIND.match(sentence, day[1]))


def is_time(said: str) -> bool:
    """Whether words tell a time, as "before the summer" or "on 1 March" do.

    >>> is_time("before the summer"), is_time("on 1 March"), is_time("the mill")
    (True, True, False)
    """
    return _VAGUE.fullmatch(f" {said}") is not None or bool(dates.find(said, _ANY_DAY))


def _time_of_deed(question: Question, sentence: str) -> tuple[int, int] | None:
    """The time that stands in the clause of the only verb by which a question asks when; None where none does."""
    asked = question.analysis
    if asked.answer_type != "when" or not question.tokens:
        return None
    deed = (
        asked.predicate or question.tokens[-1].term
    )  # "when will it reopen": a word that is hardly ever met as a verb
    told_by = {re.escape(word.surface) for word in tokens(sentence) if word.term == deed}
    phrases = (word.surface.split() for word in question.tokens if word.term == deed and " " in word.surface)
    told_by |= {rf"{re.escape(verb)}\w* {re.escape(' '.join(rest))}" for verb, *rest in phrases}  # "takes over"
    verbs = [found for surface in told_by for found in re.finditer(rf"\b{surface}\b", sentence)]
    if len(verbs) != 1:
        return None
    (verb,) = verbs
    told = [when.span for when in dates.find(sentence, _ANY_DAY) if when.precision != "time"]
    if asked.past:
        since = (day for day in told if day[0] > verb.end() and _SINCE.fullmatch(sentence, verb.end(), day[0]))
        return next(since, None)
    if "since" in sentence and (vague := _VAGUE.match(sentence, verb.end())):
        return vague.span("when")
    for clause in _RELATIVE.finditer(sentence):
        within = [day for day in told if clause.start() < day[0] < clause.end()]
        if clause.start("told") <= verb.start() < clause.end() and len(within) == 1:
            return within[0]
    return None


def _has_time(sentence: str, span: tuple[int, int]) -> bool:
    return any(overlap(when.span, span) for when in dates.find(sentence, _ANY_DAY))
