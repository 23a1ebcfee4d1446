"""What would be so in some case only: "if the president signs on Monday" tells no day of signing, what "could be gone"
is not gone already, and a first visit "by a minister of Tarn since 2011" does not say that this one came in 2011."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.spans import CLAUSE, clause_around
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_IF: Final = expression(r"(?<!even )(?<!as )\b(?:if|unless|provided that|in case)\b(?! not\b)", re.IGNORECASE)
_IF_ENDS: Final = expression(r"[,;.](?: |$)| then ")
_ASKS_IF: Final = expression(
    r"\b(?:if|unless|whether|case|condition\w*|provided|would|could|might|may)\b", re.IGNORECASE
)
_ALREADY: Final = expression(r"\b(?:already|so far|by now|to date|as yet)\b", re.IGNORECASE)
_MAY: Final = expression(r"\b(?:could|might|may|would|will|shall|should|(?:is|are) (?:expected|likely) to)\b")
_ONE_SUCH: Final = expression(r"\bfirst\b[^;.]*?\bby (?:an?|any) [^;.]*?\bsince\b")
_LAST: Final = expression(r"\b(?:last|previous(?:ly)?|before)\b", re.IGNORECASE)


def is_only_if(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when, where, who or how many, and the words at a span of a sentence stand behind "if".

    >>> from bot.question import read
    >>> told = "The boats will sail if the mayor signs on Monday."
    >>> asked = "When will the mayor sign?", "When would the boats sail if she signs?"
    >>> [is_only_if(read(each), told, (42, 48)) for each in asked]
    [True, False]
    """
    if question.analysis.answer_type not in ("when", "where", "who", "how_many") or _ASKS_IF.search(question.text):
        return False
    ahead = [*_IF.finditer(sentence, 0, span[0])]
    return bool(ahead) and _IF_ENDS.search(sentence, ahead[-1].end(), span[0] + 1) is None


def is_only_possible(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what is so already, and by the clause around a span of a sentence it only may be.

    >>> from bot.question import read
    >>> told = "A third of the ice could be gone by 2050."
    >>> [is_only_possible(read(f"How much ice {so}?"), told, (0, 7)) for so in ("is already gone", "may be gone")]
    [True, False]
    """
    if _ALREADY.search(question.text) is None or _ALREADY.search(sentence):
        return False
    return _MAY.search(sentence, *clause_around(sentence, span, CLAUSE)) is not None


def is_of_one_such(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks when somebody did last what a sentence tells as the first time by "a minister" since.

    >>> from bot.question import read
    >>> told = "It was the first visit by a minister of Tarn since 2011."
    >>> [is_of_one_such(read(f"When did {who} last come?"), told, (51, 55)) for who in ("Ada Wren", "a minister")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "when" or _LAST.search(question.text) is None or _ONE_SUCH.search(sentence) is None:
        return False
    named = {word.term for word in asked.words if word.capital and word.term.isalpha()}
    return bool(named - content_terms(sentence))
