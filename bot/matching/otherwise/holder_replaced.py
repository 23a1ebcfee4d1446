"""Who holds an office now, where an article tells of somebody who held it as a meeting began, and of another who was
elected to it there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_ASKS_HOLDER: Final = expression(r"\bwho(?:['’]s| is) (?:(?:now|currently) )?(?:the )?", re.IGNORECASE)
_ELECTED: Final = expression(
    r"(?<!re-)(?<!re)\b(?:elected|appointed|chosen|sworn in|takes? over as|took over as|succeed(?:s|ed))\b",
    re.IGNORECASE,
)
_NOT_ELECTED: Final = expression(r"\bnot (?:be )?(?:elected|appointed|chosen)\b", re.IGNORECASE)


def was_succeeded(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a question asks who holds an office, and a sentence behind the one at a place tells of an election to it.

    >>> from bot.question import read
    >>> minutes = ["Present: Ada Wren (President).", "Bo Lusk was proposed as President and declared elected."]
    >>> [was_succeeded(read("Who is the president now?"), minutes, place) for place in (0, 1)]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.past or not asked.focus or _ASKS_HOLDER.match(question.text) is None:
        return False
    office = asked.focus[-1]
    if office not in content_terms(sentences[place]) or _ELECTED.search(sentences[place]):
        return False
    return any(
        _ELECTED.search(each) and not _NOT_ELECTED.search(each) and office in content_terms(each)
        for each in sentences[place + 1 :]
    )
