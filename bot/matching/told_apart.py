"""Of two things that a sentence tells apart the one that a question asks about: the main prize is not the second."""

from __future__ import annotations

import itertools
from collections.abc import Collection

from bot.index.entries import Entry
from bot.matching.overruling import is_by_hand
from facts.pages.still_said import content


def is_of_another(question: str, entry: Entry) -> bool:
    """Whether a fact that a person wrote or checked is by all its questions of another thing than a question asks
    about, which its sentence has as well and which is called the same but for the word in front. When and where
    something was is asked by any name of the meeting."""
    if not is_by_hand(entry) or entry.fact.kind in ("when", "where"):
        return False
    fact = entry.fact
    return all(_tell_apart(question, each, fact.evidence) for each in (fact.question, *fact.variants))


def _tell_apart(question: str, other: str, sentence: str) -> bool:
    """Whether a question and another name two things that a sentence has.

    >>> _tell_apart("Who won the main prize?", "Who won the second prize?", "The main prize and the second went to Bo.")
    True
    """
    asked, its = (set(content(text)) for text in (question, other))
    return any(
        head == its_head and mine not in its and its_own not in asked and mine in content(sentence)
        for mine, head in _pairs(question)
        for its_own, its_head in _pairs(other)
    )


def _pairs(text: str) -> Collection[tuple[str, str]]:
    """The words of a text that say what it is about where two stand side by side: "main prize"."""
    words = ["".join(content(word)) for word in text.split()]
    return [(one, next_one) for one, next_one in itertools.pairwise(words) if one and next_one]
