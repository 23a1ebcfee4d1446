"""Of a sum and the parts of it that are told behind "among them" the part that is asked for: of "payments of £900,
among them £40 for chalk" the chalk was £40."""

from __future__ import annotations

from typing import Final

from bot.matching.otherwise.wholes import asks_whole
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_SUM: Final = r"[£$€]\d[\d.,]*(?<![.,])(?:m|bn|k)?\b(?: (?:thousand|million|billion)\b)?"
_AMONG: Final = expression(
    rf",? \(?(?:among (?:them|these|which)|including|of which|of this|which included) (?=(?:[a-z]+ )?{_SUM})"
)
_PART: Final = expression(
    rf"(?P<sum>{_SUM}) (?P<told>(?:(?:went|goes|was paid|is) )?(?:to|for|on|from|towards) [^;£$€]+)"
)
_SUM_AT: Final = expression(_SUM)
_OF_ALL: Final = expression(r"\b(?:includ\w+|in all|in total|altogether|overall)\b")


def own_part_of_sum(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or, where those have the whole sum, the only part of it that is told with most
    of what a question names and the whole is not told with.

    >>> from bot.question import read
    >>> told = "Payments of £900 were made, among them £40 for chalk."
    >>> [told[slice(*own_part_of_sum(read(f"How much was paid {so}?"), told, (12, 16)))] for so in ("for chalk", "out")]
    ['£40', '£900']
    """
    among = _AMONG.search(sentence)
    if among is None or question.analysis.answer_type not in ("how_many", "what", "which", None):
        return span
    if asks_whole(question) or _OF_ALL.search(question.text.lower()):
        return span
    if not any(overlap(found.span(), span) for found in _SUM_AT.finditer(sentence, 0, among.start())):
        return span
    asked = question.analysis.terms - content_terms(sentence[: among.start()])
    parts = list(_PART.finditer(sentence, among.end()))
    shared = [len(asked & content_terms(part["told"])) for part in parts]
    most = max(shared, default=0)
    return parts[shared.index(most)].span("sum") if most and shared.count(most) == 1 else span
