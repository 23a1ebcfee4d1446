"""Checks of whether a sentence is about something else than is asked for, by the others of its article.

Rows are as in `tables`, whose checks need no more than a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from bot.matching.checks.named import Of, for_each, names_of_holding
from bot.matching.otherwise import (
    amended,
    holder_replaced,
    in_attendance,
    items,
    leads_another,
    other_body,
    taken_back,
    told_of_others,
    whose_chair,
    whose_work,
)
from bot.question import Question

AmongOthers = Callable[[Question, Sequence[str], int], bool]


_AMONG_OTHERS: Final[Mapping[Of, tuple[AmongOthers, ...]]] = {
    Of.ALL: (
        items.is_of_another_item,
        items.was_lost,
        in_attendance.is_only_in_attendance,
        whose_chair.chairs_another,
        holder_replaced.was_succeeded,
        amended.was_amended,
        taken_back.is_taken_back,
    ),
    Of.READ: (
        told_of_others.is_told_of_others,
        leads_another.leads_another,
        whose_work.is_other_work,
    ),
    Of.READ | Of.YES_NO: (other_body.is_of_another_body,),
}
"""By the question, the sentences of an article and the place of one among them."""

_AMONG: Final = for_each(_AMONG_OTHERS)


def among_others(of: Of, question: Question, sentences: Sequence[str], place: int) -> Iterator[str]:
    """The names of the checks that hold back the sentence at a place of its article, worked out as asked for."""
    return names_of_holding(_AMONG[of], question, sentences, place)
