"""What a number is, where a sentence tells beside it what it would or will be: under a bill that "would raise the age
from 64 to 66" it is 64, and of "it will hold £60 by 2036 and holds £18 today" it is £18."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.prices import asks_what_is
from bot.matching.otherwise.two_times import number_at
from bot.matching.otherwise.wholes import COUNT
from bot.matching.otherwise.year_meant import change_told
from bot.matching.spans import PHRASE, clause_around, overlap
from bot.question import Question
from facts.expressions import expression

_WOULD: Final = expression(r"\b(?:would|propos\w*|discuss\w*|consider\w*|debat\w*|reject\w*)\b", re.IGNORECASE)
_SETTLED: Final = expression(
    r"\b(?:agreed|approved|adopted|accepted|carried|confirmed|passed|resolved|seconded|decided|voted)\b", re.IGNORECASE
)
_OF_NOW: Final = expression(
    rf"(?P<number>(?<![\w.,]){COUNT}(?: (?:thousand|million|billion))?"
    r"(?: (?!(?:and|but|or|by|in|to|from)\b)[a-z][\w’'-]*){0,2}?) (?:today|now|at present|currently|at the moment)\b",
    re.IGNORECASE,
)
"""A number that is told as that of now: "18 million marks today"."""
_OF_ANOTHER_TIME: Final = expression(
    r"\b(?:will|shall|is to|are to|is due to|are due to|expect(?:s|ed)?|(?:by|until|in) (?:19|20)\d\d|"
    r"next year|last year|was|were|had been)\b",
    re.IGNORECASE,
)
_NOW_AHEAD: Final = expression(
    rf"\b(?:now|today|currently|at present)(?: (?:at|is|are|costs?|stands? at))? (?P<number>{COUNT}"
    r"(?: (?:thousand|million|billion))?(?: (?!(?:and|but|or|by|in|to|from)\b)[a-z][\w’'-]*)?)",
    re.IGNORECASE,
)
_SINCE_THEN: Final = expression(
    r"\b(?:has|have|had) since (?:risen|fallen|grown|gone (?:up|down)|come down|dropped|climbed|increased|"
    rf"been (?:raised|cut|put up|lowered)) to (?P<number>[£$€]?{COUNT}(?: (?:thousand|million|billion))?)",
    re.IGNORECASE,
)
"""What a number is by now, behind what it was: "it has since risen to 15"."""


def own_present(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or the number as it is, where that is asked for and the one marked is to come.

    >>> from bot.question import read
    >>> told = "The bill would raise the age from 64 to 66."
    >>> [told[slice(*own_present(read(f"What {so} the age?"), told, (40, 42)))] for so in ("is", "will be")]
    ['64', '66']
    """
    mine = number_at(sentence, span)
    if mine is None or not asks_what_is(question):
        return span
    since = _SINCE_THEN.search(sentence, mine[1])
    if since is not None:
        return since.span("number")
    change = change_told(sentence)
    if change is not None and change["past"] and overlap(change.span("then"), span):
        would = _WOULD.search(sentence, max(0, change.start() - 1), change.end()) and not _SETTLED.search(sentence)
        return change.span("past") if would else span
    present = [found.span("number") for told in (_OF_NOW, _NOW_AHEAD) for found in told.finditer(sentence)]
    begin, end = clause_around(sentence, mine, PHRASE)
    to_come = change is not None and overlap(change.span("then"), mine)
    of_another = to_come or _OF_ANOTHER_TIME.search(sentence, begin, end) is not None
    return present[0] if of_another and len(present) == 1 and not overlap(present[0], span) else span
