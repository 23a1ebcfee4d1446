"""Which of a sentence's numbers is of what a question asks for: of "80 pilots from 9 ports" the ports are 9, and of
"Fuel Account, £12; Lamp Account, £30" the lamps have £30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.matching.otherwise.wholes import of_whole_or_part
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.cues import BE
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression
from facts.folding import fold
from facts.verbs import PASTS

_NUMBER: Final = (
    r"(?:\d[\d.,]*(?<![.,])|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety)"
)
_COUNTS: Final = expression(rf"(?<![\w$£€.,]){_NUMBER}(?P<rest>(?: [^\W\d_][\w’'-]*){{1,3}})", re.IGNORECASE)
"""A number with the words behind it, of which one may be what it counts."""
_NO_NOUN: Final = PREPOSITIONS | BE | {*PASTS, *"and or who which that has have had will".split()}
_SHARE: Final = expression(r"\b(?:what|which) (?:part|share|percentage|proportion|fraction|per ?cent)\b", re.IGNORECASE)
_PERCENT: Final = expression(r"\b\d[\d.]*(?: ?%| per ?cent\b)")
_SUM: Final = r"[£$€]\d[\d.,]*(?<![.,])(?: (?:hundred|thousand|million|billion|trillion))?"
_LABEL: Final = r"[A-Z][\w’'-]{0,30}(?: [A-Z][\w’'-]{0,30}){0,7}"
_LABELLED: Final = expression(rf"(?P<label>{_LABEL})(?:[,:]| -| –)? (?P<sum>{_SUM})")
_FOR_NAME: Final = expression(rf"(?P<sum>{_SUM}) (?P<label>{_LABEL})")


def own_count(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or the number that is told with what is counted, where the one marked counts another thing
    or none is marked; the sum that is told with what a question names.

    >>> from bot.question import read
    >>> told = "It has 80 pilots who serve 9 small ports."
    >>> told[slice(*own_count(read("How many ports is that?"), told, (7, 16)))]
    '9'
    """
    asked = question.analysis
    if _SHARE.search(question.text):
        shares = [found.span() for found in _PERCENT.finditer(sentence)]
        return shares[0] if len(shares) == 1 and not re.search(r"\d", sentence[slice(*span)]) else span
    if asked.answer_type == "how_many" and asked.focus:
        if of_whole_or_part(question, sentence, span) is not None:
            return span
        return _number_of(asked.focus[-1], question, sentence, span)
    return _sum_of(question, sentence, span) if asked.answer_type in ("how_many", "what", "which", None) else span


def _number_of(noun: str, question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The one number of a noun, where the words at a span have that of another noun."""
    counts = {found.span(): _nouns(found["rest"]) for found in _COUNTS.finditer(sentence)}
    own = [place for place, nouns in counts.items() if noun in nouns]
    mine = [place for place in counts if overlap(place, span)]
    if len(own) != 1 or len(mine) != 1 or own == mine or not counts[mine[0]]:
        return span
    number = re.compile(_NUMBER, re.IGNORECASE).match(sentence, *own[0])
    if number is None or {token.term for token in tokens(number[0])} & {token.term for token in question.tokens}:
        return span
    return number.span()


def _nouns(behind: str) -> list[str]:
    """What a number counts, as terms, of the words behind it: all of them up to one that is no part of its noun."""
    terms = []
    for word in fold(behind).split():
        if word in _NO_NOUN or word.endswith("ed"):
            break
        terms.append(stem(word))
    return terms


def _sum_of(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """Of sums that are told each with a name the one whose name a question has most of, where one of them is marked."""
    terms = {token.term for token in question.tokens}
    for sums in (list(_sums(_LABELLED, sentence)), list(_sums(_FOR_NAME, sentence))):
        if len(sums) < 2 or not any(overlap(place, span) for _, place in sums):
            continue
        shared = [len(terms & label) for label, _ in sums]
        if shared.count(max(shared)) == 1:
            return sums[shared.index(max(shared))][1]
    return span


def _sums(told: re.Pattern[str], sentence: str) -> Iterator[tuple[frozenset[str], tuple[int, int]]]:
    for found in told.finditer(sentence):
        yield content_terms(found["label"]), found.span("sum")
