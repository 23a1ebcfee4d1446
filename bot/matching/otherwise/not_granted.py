"""What was applied for and put off or refused nobody got; whose a plan is does not say what it is called, nor what
somebody did what they have to do."""

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
_ASKS_NAME: Final = expression(
    r"^\W*(?:and |so )?what(?:['’]s| is| was| are| were| will)\b[^?]*\b(?:called|named)\W*$"
    r"|^\W*(?:and |so )?what(?:['’]s| is| was) the name of\b",
    re.IGNORECASE,
)
_WHOSE: Final = expression(
    r"\b(?:application|appeal|bid|call|demand|idea|motion|offer|plan|proposal|request|suggestion|wish)s? "
    r"(?:of|by|from) (?:the )?$",
    re.IGNORECASE,
)
"""What stands before whose something is, and not before what that is called."""
_ASKS_TASK: Final = expression(
    r"^\W*(?:and |so )?what (?:(?:does|do|did|has|have|is|are|was|were) [^?]*\b(?:have|has|needs?|got|supposed|"
    r"meant) to|(?:must|should) [^?]*\b) ?do\W*$",
    re.IGNORECASE,
)
_TASK: Final = expression(
    r"\bto (?!the\b|an?\b|his\b|her\b|its\b|their\b|this\b|that\b)[a-z]|"
    r"\b(?:will|shall|must|should|would|ought|needs?|actions?|tasks?|job|duty|required|responsible|"
    r"agreed|undert(?:ook|aken?)|charged with|in charge)\b|(?:^|[A-Z]{2}|\w): ",
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


def is_whose_it_is(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what something is called, and the words at a span of a sentence tell whose it is.

    >>> from bot.question import read
    >>> told = "The guild heard the proposal of Osmark for a common mint."
    >>> is_whose_it_is(read("What is the mint called?"), told, (32, 38))
    True
    """
    return _ASKS_NAME.search(question.text) is not None and _WHOSE.search(sentence, 0, span[0]) is not None


def tells_no_task(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks what somebody has to do, and a sentence tells of nothing that is to be done.

    >>> from bot.question import read
    >>> told = "Ada Wren left as she owns the mill.", "Ada Wren is to mend the mill."
    >>> [tells_no_task(read("What does Wren have to do?"), each, (0, 8)) for each in told]
    [True, False]
    """
    return _ASKS_TASK.search(question.text) is not None and not _TASK.search(sentence)
