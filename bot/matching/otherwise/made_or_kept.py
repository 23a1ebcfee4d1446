"""Where a thing is made is not where it is kept; a motion is not its amendment; a contract that "went to" somebody was
not lost by them; boats that are idle do not run; and a part of a body's people is not the body."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import CLAUSE, clause_around
from bot.question import Question
from bot.question.cues import IDLE_TERMS
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_MAKES: Final = (
    r"(?:made|mak(?:e|es|ing)|produc\w+|manufactur\w+|built|build\w*|grown?|print(?:ed|s)?|brew(?:ed|s)?|mined)"
)
_KEEPS: Final = r"(?:kept|keeps?|keeping|stor(?:ed?|es|ing)|stockpil\w+|held|hous(?:ed|es)|displayed|exhibited)"
_SELLS: Final = r"(?:sold|sells?|selling|bought|buys?)"
_WENT_TO: Final = expression(r"\b(?:went to|awarded|granted|secured|chosen)\b", re.IGNORECASE)
_LOST: Final = expression(r"\b(?:los(?:e|t|es|ing|ers?)|unsuccessful|failed bid\w*|missed out)\b", re.IGNORECASE)
_IDLE: Final = r"(?:idle|suspended|cancelled|at a standstill|out of (?:service|action)|laid up|closed|shut)"
_RUNS: Final = r"(?:run(?:s|ning)?|operat\w+|sail(?:s|ing)?|in (?:service|operation)|open)"
_GROUPS: Final = tuple(
    tuple(expression(rf"\b{each}\b", re.IGNORECASE) for each in group)
    for group in ((_MAKES, _KEEPS, _SELLS), (_IDLE, _RUNS))
)
"""Each of a group tells something else of a thing than the others do; the first is of places."""
_AMENDMENT: Final = expression(r"\bamend\w+", re.IGNORECASE)
_MOTION: Final = r"(?:motion|proposal|resolution|recommendation|proposition)s?"
_ASKS_MOTION: Final = expression(
    rf"\bwho (?:\w+ )?(?:moved|seconded|second|proposed|tabled)\b[^?]*\b{_MOTION}\b", re.IGNORECASE
)
_OWN_MOTION: Final = expression(rf"\b{_MOTION}\b", re.IGNORECASE)
_IDLE_OF_MOTION: Final = IDLE_TERMS | frozenset(
    map(stem, "move second seconded propose table motion proposal resolution recommendation proposition".split())
)
_SOME_OF: Final = expression(
    rf"\b(?:{COUNT}|some|several|many|most|few|half)\b[^;.]{{0,60}}?\b(?:members|deputies|MPs|councillors|staff|workers|"
    r"employees|delegates|senators|lawmakers|supporters|residents|students)"
    r" (?:of|from|at) (?:(?:the|its|their) )?(?:[a-z][a-z-]* ){0,3}(?:[A-Z]\w+ )*$",
    re.IGNORECASE,
)


def is_told_of_another_way(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks where a thing is made, who lost it or how many of it run, and the clause of the words at
    a span of a sentence tells where it is kept, who won it or how many are idle.

    >>> from bot.question import read
    >>> told = "The flour will be kept in Tarn."
    >>> [is_told_of_another_way(read(f"Where is the flour {so}?"), told, (26, 30)) for so in ("made", "kept")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type in ("yes_no", "when", None) or asked.negated:
        return False
    clause = sentence[slice(*clause_around(sentence, span, CLAUSE))]
    if _LOST.search(question.text) and _WENT_TO.search(clause) and not _LOST.search(sentence):
        return True
    for group in _GROUPS[0 if asked.answer_type == "where" else 1 :]:
        mine = [each for each in group if each.search(question.text)]
        if len(mine) == 1 and not mine[0].search(clause) and any(each.search(clause) for each in group):
            return True
    return False


def is_of_the_amendment(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who moved or seconded a motion, and those at a span of a sentence did so with an
    amendment, of which the question has no word.

    >>> from bot.question import read
    >>> told = "Bo Lusk moved an amendment that juniors pay nothing; this was seconded by Ada Wren."
    >>> asked = (f"Who seconded the {it}?" for it in ("motion to raise the fee", "amendment", "motion on juniors"))
    >>> [is_of_the_amendment(read(each), told, (74, 82)) for each in asked]
    [True, False, False]
    """
    if _ASKS_MOTION.search(question.text) is None or _AMENDMENT.search(question.text):
        return False
    amended = [*_AMENDMENT.finditer(sentence)]
    if not amended or _OWN_MOTION.search(_AMENDMENT.sub("", sentence)):
        return False
    return (question.analysis.terms - _IDLE_OF_MOTION).isdisjoint(content_terms(sentence))


def is_body_of_some(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something, and the words at a span of a sentence name the body of which only
    some people did it.

    >>> from bot.question import read
    >>> told = "Four members of the Weir Party voted against it."
    >>> [is_body_of_some(read("Who voted against it?"), told, span) for span in ((20, 30), (0, 30))]
    [True, False]
    """
    return question.analysis.answer_type == "who" and _SOME_OF.search(sentence[: span[0]]) is not None
