"""What was applied for and put off or refused nobody got."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.spans import CLAUSE, clause_around
from bot.question import Question
from facts.expressions import expression

_ASKS_GOT: Final = expression(
    r"\b(?:get|gets|got|receiv\w+|(?:given|awarded|granted|paid)(?= to\b|\W*$| by\b| for\b)|"
    r"(?:grant|award|subsidy|donation) (?:was|is) (?:given|made|paid))\b",
    re.IGNORECASE,
)
_ASKS_WISH: Final = expression(
    r"\b(?:ask\w*|appl\w*|want\w*|request\w*|sought|seek|bid|hop\w+|tr(?:y|ied)|would|might|could)\b", re.IGNORECASE
)
_ASKED_FOR: Final = expression(
    r"\b(?:appli(?:cations?|ed|es)|requests?(?:ed)?|bids?|appeals?|claims?|grant|asked for|sought|seeking)\b",
    re.IGNORECASE,
)
_NOT_GIVEN: Final = expression(
    r"\b(?:deferred|refused|rejected|turned down|declined|denied|withdrawn|withdrew|postponed|put off|"
    r"put on hold|held over|adjourned|dismissed|not (?:be )?(?:granted|approved|awarded|agreed|given)|"
    r"left (?:on the table|open)|carried over|referred (?:back|to))\b",
    re.IGNORECASE,
)


def is_not_granted(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what somebody got, and a sentence tells it at a span as applied for, and put off or
    refused.

    >>> from bot.question import read
    >>> told = "The application of the rowers (£500) was refused."
    >>> [is_not_granted(read(f"How much did the rowers {so}?"), told, (31, 35)) for so in ("get", "ask for")]
    [True, False]
    """
    if question.analysis.answer_type in ("why", "yes_no") or question.analysis.negated:
        return False
    if not _ASKS_GOT.search(question.text) or _ASKS_WISH.search(question.text):
        return False
    begin, end = clause_around(sentence, span, CLAUSE)
    return _ASKED_FOR.search(sentence, begin, end) is not None and _NOT_GIVEN.search(sentence, begin, end) is not None
