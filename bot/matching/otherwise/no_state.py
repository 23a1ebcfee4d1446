"""How something stands is told by a verb, a "not" or a word for it: "protocol in force?" by no "thirty days", and "jet
skis banned?" by no bare "failed"."""

from __future__ import annotations

from typing import Final

from bot.matching.deeds_told import FORMS, NOT
from bot.question import Question
from bot.question.cues import AUXILIARIES
from bot.question.how_it_stands import STATES, asks_how_it_stands, states_in
from bot.question.tokens import cut

_TELLS: Final = (AUXILIARIES | NOT | frozenset("hardly no nobody none nothing only partly yet".split())) - {"may"}
"""What tells how something stands; "May" may be the month."""


def tells_no_state(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether few words ask how something stands, and the words at a span of a sentence only name somebody, something,
    a time or a number.

    >>> from bot.question import read
    >>> asked, told = read("lock open again?"), "The lock is still shut until May."
    >>> [tells_no_state(asked, told, span) for span in ((28, 32), (9, 32))]
    [True, False]
    """
    if not asks_how_it_stands(question.text):
        return False
    surfaces = [word.surface for word in cut(sentence[slice(*span)])]
    if surfaces[-1:] == ["not"]:  # "the lift is not" what the sentence tells of another
        return not states_in(question.text) <= states_in(sentence)
    if not STATES.isdisjoint(surfaces) or states_in(sentence[slice(*span)]):
        return False
    told = not _TELLS.isdisjoint(surfaces) or any(each in FORMS or each.endswith("ed") for each in surfaces)
    return not told or len(surfaces) < 2
