"""“Who voted against?”, where an article tells who voted against what of more than one thing: it is asked back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.matching.reading import Read, shown_at_most
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_ASKS: Final = expression(
    r"(?:(?:and|so|but) )?who (?:all )?(?:voted|spoke) (?P<side>against|for|in favou?r)\W*", re.IGNORECASE
)
_VOTED: Final = r"\b(?:voted|spoke) {0}(?: of)? (?P<what>[^,;.]+)"


def without_sure_of_several(question: Question, found: Sequence[Read]) -> list[Read]:
    """Sentences that were read, none of them sure where a question asks who voted and not on what, and two of an
    article tell of votes on different things."""
    asked = _ASKS.fullmatch(question.text.strip())
    if asked is None:
        return list(found)
    voted = re.compile(_VOTED.format(asked["side"]), re.IGNORECASE)
    told = [(read, content_terms(vote["what"])) for read in found if (vote := voted.search(_text(read)))]
    several = any(
        mine.isdisjoint(its) and read.candidate.sentence.article == other.candidate.sentence.article
        for read, mine in told
        for other, its in told
    )
    return [shown_at_most(read) if several else read for read in found]


def _text(read: Read) -> str:
    return read.candidate.sentence.text
