"""When a meeting was over is told by what says that it ended, and not by any other day or hour."""

from __future__ import annotations

from typing import Final

from bot.question import Question
from facts.expressions import expression
from facts.folding import fold

_ASKED: Final = expression(
    r"\b(?:when|what time) (?:did|was) (?:it|this|that|they|the (?:meeting|session|call|talks|hearing|sitting)) "
    r"(?:all |finally )?(?:finish\w*|end|ended|close|closed|conclude|concluded|over|adjourn\w*|break up|done)\W*$"
)
_ENDS: Final = expression(
    r"\b(?:finish|end|clos|conclud|adjourn|over\b|until\b|till\b|last|wound up|wrap|br(?:eak|oke)\w* up|rose\b|"
    r"duration\b|terminat|dissol)|(?:\d|[ap]m) ?(?:–|-|to) ?\d"
)


def tells_no_end(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when what was talked about ended, and a sentence tells of no end.

    >>> from bot.question import read
    >>> told = "They put it off in May.", "It was closed at 9 pm."
    >>> [tells_no_end(read("when did it finish?"), sentence, (0, 4)) for sentence in told]
    [True, False]
    """
    return _ASKED.search(fold(question.text)) is not None and not _ENDS.search(fold(sentence))
