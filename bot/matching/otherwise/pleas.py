"""What is said before a court, or not known, decides nothing: who denies the charge is not thereby guilty, acquitted or
convicted, and who "could not be certain" tells of no more than that."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from facts.expressions import expression

_PLEA: Final = expression(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|contest(?:s|ed)?) (?:the|all|any|both|these|those|such|his|her|their)"
    r"(?: [\w’'-]+){0,2}? (?:charges?|accusations?|allegations?|counts?|wrongdoing)\b"
    r"|\bden(?:y|ies|ied|ying) (?:any )?(?:charges|wrongdoing|guilt)\b"
    r"|\b(?:plead(?:s|ed)?|pled) not guilty\b"
    r"|\b(?:maintain|protest|insist)\w* (?:on )?(?:his|her|its|their) innocence\b",
    re.IGNORECASE,
)
_ASKS_PLEA: Final = expression(
    r"\b(?:den(?:y|ies|ied|ying|ial)|plea\w*|pled|admit\w*|confess\w*|accept\w*|contest\w*|reject\w*|disput\w*|"
    r"charge[ds]?|accus\w+|alleg\w+|innocen\w+|acknowledg\w+|deny)\b",
    re.IGNORECASE,
)
_UNKNOWN: Final = expression(
    r"\b(?:could|can|would|was|were|is|are) (?:not|never) (?:be )?(?:quite |entirely |absolutely )?"
    r"(?:certain|sure|positive|recall|remember)\b"
    r"|\b(?:did|do|does) not (?:know|recall|remember)\b|\b(?:could|did|do|does|ca|was|were)n['’]t (?:be )?"
    r"(?:certain|sure|positive|know|recall|remember)\b|\b(?:was|were|is|are) (?:unsure|unaware|uncertain)\b",
    re.IGNORECASE,
)
_ASKS_KNOWN: Final = expression(
    r"\b(?:certain\w*|sure|positive|recall\w*|remember\w*|kn[eo]w\w*|aware|doubt\w*|confident)\b", re.IGNORECASE
)


def is_only_plea(question: Question, sentence: str) -> bool:
    """Whether a sentence tells that somebody denies a charge, and a yes/no question asks anything but that.

    >>> from bot.question import read
    >>> told = "Both pilots deny the charge."
    >>> [is_only_plea(read(each), told) for each in ("Did Wren sink the barge?", "Did Wren admit the charge?")]
    [True, False]
    """
    asks = question.analysis.answer_type == "yes_no" and not _ASKS_PLEA.search(question.text)
    return asks and _PLEA.search(sentence) is not None


def is_not_known(question: Question, sentence: str) -> bool:
    """Whether a sentence tells only that somebody does not know or remember, and a yes/no question asks of something
    else.

    >>> from bot.question import read
    >>> told = "Wren said that she could not be certain."
    >>> [is_not_known(read(each), told) for each in ("Did Wren lie?", "Was Wren certain of it?")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "yes_no" or _ASKS_KNOWN.search(question.text):
        return False
    return _UNKNOWN.search(sentence) is not None
