"""Work on what: "Work is to take six weeks" is told of what the sentences before it are about, and of nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.question import Question
from bot.question.cues import IDLE_TERMS
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_WORK: Final = expression(
    r"(?:The )?(?:[Ww]orks?|[Cc]onstruction|[Bb]uilding(?: work)?) (?:is|are|was|were|will|should|has|had|"
    r"began|starts?|started|begins?|may|could|must)\b"
)
_BEFORE: Final = 3
"""So many sentences before, at most, may tell what the work is on."""
_GENERAL: Final = IDLE_TERMS | frozenset(
    map(stem, "work construction build building long last finish end complete completion need expect year".split())
)


def is_other_work(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a sentence at a place tells of work without saying on what, and a question asks of something that neither
    it nor those before it name.

    >>> from bot.question import read
    >>> told = ["The board ordered new swings.", "Work should take six weeks."]
    >>> [is_other_work(read(f"How long will the {it} take to build?"), told, 1) for it in ("car park", "swings")]
    [True, False]
    """
    if _WORK.match(sentences[place]) is None or question.analysis.answer_type not in ("how", "how_many", "when"):
        return False
    told = content_terms(*sentences[max(0, place - _BEFORE) : place + 1])
    return not question.analysis.terms - _GENERAL <= told
