"""Of a sum and the parts of it that are told behind "among them" or "of which" the one that is asked for: of "payments
of £900, among them £40 for chalk" the chalk was £40 and the payments £900."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.matching.otherwise.prices import PRICE_TERMS
from bot.matching.otherwise.wholes import asks_whole
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression
from facts.months import MONTHS

_SMALL: Final = r"to|for|on|from|of|by|in|at|and|or|per|a|an|was|were|is|are|went|goes|go|made|came|took"
_SUM: Final = (
    rf"(?<![\w.,£$€])(?!(?:19|20)\d\d\b(?![.,]\d)|\d+ (?i:{'|'.join(MONTHS)})\b)[£$€]?\d[\d.,]*(?<![.,])(?:m|bn|k)?\b"
    rf"(?: (?:thousand|million|billion)\b)?(?: (?!(?:{_SMALL})\b)[a-z]+)?"
)
_AMONG: Final = expression(
    r",? \(?(?:among (?:them|these|which)|including(?! by\b)|of which|of this|which included) (?=[^;.])"
)
_PART: Final = expression(
    rf"(?P<sum>{_SUM}) (?:(?:of (?:it|this|that|them) )?(?:(?:went|goes?|came|comes?|was paid|is|was) )?)?"
    r"(?P<told>(?:to|for|on|from|towards) [^,;£$€]+?)(?=[,;]|\.(?: |$)|$| and )"
)
"""A part with what it is for: "£40 for chalk"."""
_MADE_UP: Final = expression(
    r"(?P<told>[^,;.£$€\d]{1,60}?) (?:made up|makes up|took|brought in|came to|accounted for|cost|earned|were|was) "
    rf"(?P<sum>{_SUM})"
)
"""A part behind its name: "of which sales made up £40"."""
_OF_IT: Final = expression(
    rf"(?P<told>[^,;.£$€\d]{{1,60}}?) (?:made up|makes up) (?P<sum>{_SUM}) of (?:it|this|that)\b"
)
_SUM_AT: Final = expression(_SUM)
_OF_ALL: Final = expression(r"\b(?:includ\w+|in all|in total|altogether|overall)\b")


class Part(NamedTuple):
    """A part of a sum: where its own sum stands, and the terms of what it is."""

    span: tuple[int, int]
    terms: frozenset[str]


def own_part_of_sum(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or, where those have the whole sum, the only part of it that is told with most
    of what a question names and the whole is not told with; the whole, where a part is marked that is not asked for.

    >>> from bot.question import read
    >>> told = "Payments of £900 were made, among them £40 for chalk."
    >>> [told[slice(*own_part_of_sum(read(f"How much was paid {so}?"), told, (12, 16)))] for so in ("for chalk", "out")]
    ['£40', '£900']
    >>> told[slice(*own_part_of_sum(read("How much were the payments?"), told, (39, 42)))]
    '£900'
    """
    among = _AMONG.search(sentence)
    if among is None or question.analysis.answer_type not in ("how_many", "what", "which", None):
        return span
    wholes = [found.span() for found in _SUM_AT.finditer(sentence, 0, among.start())]
    parts = list(_parts(sentence, among.end()))
    if is_unnamed_part(question, sentence, span):
        return wholes[0] if len(wholes) == 1 else span
    if asks_whole(question) or _OF_ALL.search(question.text.lower()) or not any(overlap(each, span) for each in wholes):
        return span
    asked = question.analysis.terms - content_terms(sentence[: among.start()])
    shared = [len(asked & part.terms) for part in parts]
    most = max(shared, default=0)
    return parts[shared.index(most)].span if most and shared.count(most) == 1 else span


def is_unnamed_part(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the number at a span of a sentence is that of a part of which a question has no word, where it has one of
    the whole or the whole is told elsewhere.

    >>> from bot.question import read
    >>> told = "Income was £90, of which sales made up £40."
    >>> [is_unnamed_part(read(f"How much was the {it}?"), told, (39, 42)) for it in ("income", "income from sales")]
    [True, False]
    """
    if question.analysis.answer_type not in ("how_many", "what", "which", None):
        return False
    asked, among = question.analysis.terms, _AMONG.search(sentence)
    if among is None:
        of_it = (Part(found.span("sum"), content_terms(found["told"])) for found in _OF_IT.finditer(sentence))
        of_price = bool(asked & PRICE_TERMS - content_terms(sentence))
        return any(overlap(part.span, span) and (of_price or asked.isdisjoint(part.terms)) for part in of_it)
    mine = [part for part in _parts(sentence, among.end()) if overlap(part.span, span)]
    whole = content_terms(sentence[: among.start()])
    return bool(mine) and bool(asked & whole) and all(asked.isdisjoint(part.terms - whole) for part in mine)


def _parts(sentence: str, begin: int) -> Iterator[Part]:
    """The parts that a sentence tells from a place on, each with what it is."""
    for told in (_PART, _MADE_UP):
        for found in told.finditer(sentence, begin):
            yield Part(found.span("sum"), content_terms(found["told"]))
