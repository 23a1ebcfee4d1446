"""What is told of somebody else of the same surname than a question names."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import Levenshtein

from bot.matching.as_named import TITLES, name_pairs, words_of
from bot.question import Question, lexicon
from bot.question.words import STOP

_SLIPS: Final = 2
"""So many letters may differ in the first name of one person, or it is another's."""


def is_of_a_namesake(question: Question, sentence: str) -> bool:
    """Whether a question has a name of which a sentence has but the last word, behind another first one.

    >>> from bot.question import read
    >>> asked = [read(f"What did {name} want?") for name in ("Jens Lusk", "Bo Lusk", "Mr Lusk")]
    >>> [is_of_a_namesake(each, "Bo Lusk wanted a bridge.") for each in asked]
    [True, False, False]
    """
    words = words_of(question.text)
    named = [two for two in itertools.pairwise(words) if _is_first_name(two[0]) and not lexicon.is_word(two[1])]
    told = {*name_pairs(sentence)} if named else set()
    for first, last in named:
        others = [other for other, its in told if its == last]
        if others and not any(_may_be(first, other) for other in others):
            return True
    return False


def is_one_of_several(question: Question, article: Sequence[str]) -> bool:
    """Whether a question asks who somebody is by a surname alone, and an article (its sentences) has two of that name.

    >>> from bot.question import read
    >>> told = ["Bo Lusk spoke first.", "Jens Lusk, the treasurer, left."]
    >>> [is_one_of_several(read(f"Who is {name}?"), told) for name in ("Lusk", "Jens Lusk", "the treasurer")]
    [True, False, False]
    """
    asked = [word for word in words_of(question.text) if word not in STOP and word not in TITLES]
    if question.analysis.answer_subtype != "identity" or len(asked) != 1:
        return False
    firsts = {first for sentence in article for first, last in name_pairs(sentence) if last == asked[0]}
    return any(not _may_be(one, other) for one, other in itertools.combinations(sorted(firsts), 2))


def _is_first_name(word: str) -> bool:
    return word not in TITLES and word not in STOP and not lexicon.is_word(word)


def _may_be(first: str, other: str) -> bool:
    """Whether two first names may be one: shortened, or with a slip of the pen."""
    return first.startswith(other) or other.startswith(first) or Levenshtein.distance(first, other) <= _SLIPS
