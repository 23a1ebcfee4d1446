"""Who won is not who lost: the two sides of a contest."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from facts.expressions import expression
from facts.honorifics import HONORIFIC

_ASKS_WINNER: Final = expression(
    r"\bwho (?:won|wins|was (?:re-)?elected|got elected|beat|defeated|was chosen|got|came (?:first|out ahead))\b|"
    r"\bwinner\b|\bwhom? (?:did|was|were|is) [^?]{1,60} (?:lose (?:[^?]{1,30} )?to|(?:beaten|defeated) by)\b",
    re.IGNORECASE,
)
_ASKS_LOSER: Final = expression(
    r"\bwho (?:lost|loses|was (?:beaten|defeated)(?! by)|came second)\b|\b(?:loser|runner-up)\b|"
    r"\bwhom? did [^?]{1,60} (?:beat|defeat)\b",
    re.IGNORECASE,
)
_AND: Final = r"^,?(?: (?:narrowly|only|just|had|has|who|also|then|clearly))*"
_TITLE: Final = rf"(?: (?:[a-z-]+\.?|{HONORIFIC}))* ?$"
_LOST: Final = (
    expression(rf"{_AND} (?:lost\b(?! (?:her|his|their|its)\b)|was (?:narrowly )?(?:beaten|defeated)|came second)"),
    expression(
        r"\b(?:beat|beating|defeat(?:ed|ing)|oust(?:ed|ing)|unseat(?:ed|ing)|ahead of|"
        rf"(?:won|victory|win|prevailed|elected|chosen|preferred) (?:over|against|to|before)){_TITLE}"
        r"|\b(?:against|to) (?:[\d,]+|[a-z-]+)(?: votes)? for (?:(?:her|his|their|the) (?:[a-z]+ ){0,2}[a-z]+,?)?"
        rf"{_TITLE}"
    ),
)
"""What stands behind and before who lost."""
_WON: Final = (
    expression(rf"{_AND} (?:won|beat|defeated|ousted|unseated|prevailed|was (?:re-)?elected|was chosen)\b"),
    expression(rf"\b(?:lost (?:[^,;.]{{1,30}} )?to|(?:beaten|defeated|ousted|unseated) by){_TITLE}"),
)
"""What stands behind and before who won."""


def is_of_other_side(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who won, and the words at a span of a sentence are who lost; or the other way round.

    >>> from bot.question import read
    >>> is_of_other_side(read("who won the seat?"), "Bo Lusk lost to Ada Wren.", (0, 7))
    True
    """
    if question.analysis.answer_type not in ("who", "which", None):
        return False
    winner, loser = (asks.search(question.text) is not None for asks in (_ASKS_WINNER, _ASKS_LOSER))
    if winner == loser:
        return False
    behind, before = _LOST if winner else _WON
    return bool(behind.search(sentence[span[1] :]) or before.search(sentence[: span[0]]))
