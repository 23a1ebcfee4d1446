"""Whether several are asked for by a noun: "which ports came?", "who were the guests?"."""

from __future__ import annotations

from typing import Final

from bot.question.reading import Question

_PLURALS: Final = frozenset("children men people women".split())
_ASKS: Final = ("who", "which", "what", "list")


def asks_for_several(question: Question) -> bool:
    """Whether a question asks for several by its noun.

    >>> from bot.question import read
    >>> [asks_for_several(read(text)) for text in ("Which ports came?", "Who were the guests?", "Which port came?")]
    [True, True, False]
    """
    asked = question.analysis
    if asked.answer_type not in _ASKS or not asked.focus:
        return False
    if asked.answer_type == "who" and not any(token.surface in ("are", "were") for token in question.tokens):
        return False  # "who is the ports minister?"
    return any(token.term == asked.focus[-1] and is_plural(token.surface) for token in question.tokens)


def is_plural(word: str) -> bool:
    """Whether a word that is no name stands for several.

    >>> [is_plural(word) for word in ("ports", "people", "Osk’s", "class")]
    [True, True, False, False]
    """
    return word[0].islower() and (
        word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s")))
    )
