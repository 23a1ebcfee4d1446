"""Who came before is not who came after: "she follows Bo Lusk" does not say who replaced her, and who is clerk from
2031 is not so until 2031."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.two_times import TIME
from bot.question import Question
from bot.question.named_dates import Date, named
from bot.question.tokens import tokens
from facts.expressions import expression

_VERB: Final = r"(?:follow|succeed|replac)(?:e[ds]?|s|ed|ing)?|(?:tak(?:e|es|ing|en)|took) over from"
_ASKS_NEXT: Final = expression(
    rf"^\W*(?:and )?(?:who|which [\w-]+) (?:(?:has|have|had|will|is|then|later) )*(?:to )?(?:{_VERB})(?! by)\b",
    re.IGNORECASE,
)
_ASKS_LAST: Final = expression(
    r"\bwhom? (?:did|does|has|had|will) [^?]{1,60}? (?:follow|succeed|replace|take over from)(?:e?d)?\b", re.IGNORECASE
)
_COMES_AFTER: Final = expression(rf"\b(?:{_VERB}|in succession to)(?P<gap> [^;:.?!]{{0,60}})\Z", re.IGNORECASE)
_COMES_BEFORE: Final = expression(rf",? (?:(?:has|have|had|will|is|then|later) )*(?:to )?(?:{_VERB})(?! by)\b")
_NEXT_PHRASE: Final = expression(r"\b(?:and|but|who|by|as|after|when|with|in|at|on)\b", re.IGNORECASE)

_ASKS_TERM: Final = expression(
    r"\bwho\b.*\b(?:(?P<until>until|till|up to|before)|from|as of|after|starting)\b", re.IGNORECASE
)
_BEGINS: Final = expression(
    r"\b(?:from|as of|effective|begin\w*|start\w*|tak\w+ (?:office|over)|assum\w+ office|term)"
    rf"(?: (?:as|at|beginning|from|in|of|on|start|the))* (?P<time>{TIME})",
    re.IGNORECASE,
)
_ENDS: Final = expression(
    r"\b(?:until|till|to|up to|through|before|expir\w+|end\w*|leav\w+|step\w* down|retir\w+)"
    rf"(?: (?:at|end|in|of|on|the))* (?P<time>{TIME})",
    re.IGNORECASE,
)


def is_of_another_term(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks who it is until some time, and a sentence tells who it is from then on, or the other way
    round.

    >>> from bot.question import read
    >>> told = "Ada Wren was named clerk from 1 May 2031."
    >>> [is_of_another_term(read(f"Who is the clerk {when} 2031?"), told, (0, 8)) for when in ("until", "from")]
    [True, False]
    """
    asked, dates = _ASKS_TERM.search(question.text), question.analysis.dates
    if asked is None or question.analysis.answer_type != "who" or len(dates) != 1:
        return False
    own, other = (_ENDS, _BEGINS) if asked["until"] else (_BEGINS, _ENDS)
    return _tells(other, sentence, dates[0]) and not _tells(own, sentence, dates[0])


def _tells(term: re.Pattern[str], sentence: str, date: Date) -> bool:
    """Whether a term begins, or ends, at a date."""
    times = (named(tokens(f"in {found['time']}"))[0] for found in term.finditer(sentence))
    return any(each.agrees(date) for dates in times for each in dates)


def is_of_the_other_end(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who came after somebody, and the words at a span of a sentence name whom somebody came
    after, or the other way round.

    >>> from bot.question import read
    >>> is_of_the_other_end(read("Who replaced Ada Wren?"), "She follows Bo Lusk.", (12, 19))
    True
    """
    if question.analysis.answer_type != "who":
        return False
    if _ASKS_NEXT.search(question.text):
        after = _COMES_AFTER.search(sentence[: span[0]])
        return after is not None and _NEXT_PHRASE.search(after["gap"]) is None
    return _ASKS_LAST.search(question.text) is not None and _COMES_BEFORE.match(sentence, span[1]) is not None
