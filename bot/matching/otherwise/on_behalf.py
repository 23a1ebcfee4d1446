"""For whom somebody did a thing: who signed for Tarn did not sign for Osmark."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import tokens
from facts.expressions import expression

_NAME: Final = (
    r"(?:the |its )?(?P<name>[A-Z][\w’'-]*"
    r"(?: (?:of |the |of the |and |and the |and for |and for the )?[A-Z][\w’'-]*){0,8})"
)
"""A name, or several joined by "and"."""
_FOR: Final = expression(rf"\b(?:for|on behalf of) {_NAME}")
_BEHIND_VERB: Final = expression(rf"(?: (?!and\b|but\b|for\b|on\b)[\w’'-]+){{0,5}}? (?:for|on behalf of) {_NAME}")
"""What stands behind a verb up to the first name that it is done for."""
_ALIKE: Final = 4
"""So many first letters that two names have in common make them names of one: "Tarn", "Tarnish"."""


def is_for_another(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks who did something for somebody, and a sentence tells right behind the verb that it was
    done for somebody else.

    >>> from bot.question import read
    >>> told = "Ada Wren signed the pact for Tarn, and Osmark left it."
    >>> [is_for_another(read(f"Who signed it for {whom}?"), told, (0, 8)) for whom in ("Osmark", "Tarn")]
    [True, False]
    """
    asked = question.analysis
    wanted = _FOR.search(question.text)
    if asked.answer_type != "who" or asked.predicate is None or wanted is None:
        return False
    told = [
        found["name"]
        for word in re.finditer(r"[\w’'-]+", sentence)
        if any(token.term == asked.predicate for token in tokens(word[0]))
        and (found := _BEHIND_VERB.match(sentence, word.end()))
    ]
    mine = _beginnings(wanted["name"])
    return bool(told) and all(mine.isdisjoint(_beginnings(each)) for each in told)


def _beginnings(name: str) -> set[str]:
    """The first letters of the words of a name, small words aside."""
    return {word.term[:_ALIKE] for word in tokens(name) if not word.is_stop}
