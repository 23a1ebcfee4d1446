"""What a number counts is what stands behind it: of "volunteers planted 2,300 trees" there were not 2,300 volunteers."""

from __future__ import annotations

import itertools

from bot.question import Question
from bot.question.tokens import tokens


def counts_what_they_did(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many did something to a thing that it names, and the number at a span of a sentence
    counts these things, with those who did it before the number.

    >>> from bot.question import read
    >>> told = "Volunteers planted 2,300 trees."
    >>> [counts_what_they_did(read(f"How many {did}?"), told, (19, 24)) for did in ("volunteers planted trees", "trees")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "how_many" or not asked.focus:
        return False
    head = asked.focus[-1]
    words = [word for word in question.tokens if not word.is_stop]
    last = words[-1].term if words else ""
    counted = tokens(sentence[span[0] :])[:3]
    if not counted or not counted[0].term[0].isdigit() or last == head:
        return False
    behind = [word.term for word in itertools.takewhile(lambda word: not word.is_stop, counted[1:])]
    return last in behind and head not in behind and head in {word.term for word in tokens(sentence[: span[0]])}
