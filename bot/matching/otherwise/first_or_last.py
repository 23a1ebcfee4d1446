"""When something was done first or last: "the first visit in nine years" gives no day, and that two met tells no
visit."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from facts.expressions import expression

_ORDER: Final = r"(?:first|last)"
_ASKS: Final = expression(
    rf"\b{_ORDER} (?P<deed>visit(?:ed)?|meet|met|meeting|travel(?:led)?|trip|journey|go|went|come|came|see|saw|"
    r"host(?:ed)?|win|won|play(?:ed)?|speak|spoke|talk(?:ed)?)\b",
    re.IGNORECASE,
)
_ASKS_VISIT: Final = expression(rf"\b{_ORDER} (?:visit(?:ed)?|trip|journey|travel(?:led)?)\b", re.IGNORECASE)
_VISIT: Final = expression(
    r"\b(?:visit|trip|journey|travel|tour|arriv|f(?:ly|lew|lown)|went|go(?:es|ing|ne)?\b|c(?:a|o)m(?:e|ing)|stay|"
    r"receiv|host|welcom|was (?:here|there)|been (?:to|in|here|there))",
    re.IGNORECASE,
)
_TELLS_ORDER: Final = expression(
    r"\b(?:first|last|earliest|latest|initial\w*|original\w*|previous\w*|once|never before|again|return\w*|since|began|"
    r"begun|debut|maiden|inaugural|then|earlier)\b",
    re.IGNORECASE,
)
_IN: Final = expression(
    rf"\b(?:{_ORDER}|only)\b[^,;.]* in (?:the |more than |over |nearly |almost |some |about |at least )*$",
    re.IGNORECASE,
)
"""What stands before how long nothing of the kind had been."""
_PERIOD: Final = expression(
    r"(?:[\w-]+ ){0,3}(?:years?|decades?|months?|weeks?|days?|century|centuries)\b", re.IGNORECASE
)


def is_of_no_such_order(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked when somebody first or last visited, met or won, and the words at a span of a sentence tell
    how long nobody had, when something was done that is told neither as the first nor as the last, or that people met
    where a visit is asked for.

    >>> from bot.question import read
    >>> told = "It was the first visit to Tarn in nine years.", "Wren was there on 3 May.", "Wren first saw it in 2019."
    >>> asked, ends = read("When did Wren first see Tarn?"), ((34, 44), (18, 23), (21, 25))
    >>> [is_of_no_such_order(asked, each, span) for each, span in zip(told, ends)]
    [True, True, False]
    """
    if question.analysis.answer_type != "when" or not _ASKS.search(question.text):
        return False
    if _IN.search(sentence[: span[0]]) and _PERIOD.match(sentence, span[0]):
        return True
    if not _TELLS_ORDER.search(sentence):
        return True
    return _ASKS_VISIT.search(question.text) is not None and not _VISIT.search(sentence)
