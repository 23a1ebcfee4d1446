"""Where in a country something was: a place of which an article does not say that it is there may be in another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.matching.otherwise.of_another_place import is_same
from bot.question import Question
from bot.question.cues import BE, DO
from facts.expressions import expression

_ASKED: Final = expression(
    rf"\bwhere(?: else)? in (?:the )?(?P<of>(?!the\b)[\w’'-]+(?: (?!(?:{'|'.join(sorted(BE | DO))}|has|have|had|will|"
    r"would|can|could|should)\b)[\w’'-]+){0,2})",
    re.IGNORECASE,
)
_OF_NAME: Final = expression(r"\b(?:of|from|by|with|between|and) (?:the )?(?:[A-Z][\w-]* (?:of )?)*$")
"""What stands before a name that tells whose or who something is."""
_OWNS: Final = expression(r"['’]s?\b| [a-z]*[A-Z]| [a-z-]+(?:er|or|ian|ist|ent|ant)\b")
"""What stands behind such a name: "Tarn's", "the Tarn Ambassador", "the Tarn minister"."""
_PLACED: Final = r"(?:, (?:in |the capital of )?| (?:\(|in |of ))"


def is_not_told_to_be_there(question: Question, title: str, source: str, sentences: Sequence[str], place: int) -> bool:
    """Whether a question asks where in a country something is, and an article, of this title and source, names that
    country, but does not say that what the sentence at a place tells is there.

    >>> from bot.question import read
    >>> told = "Osmark has offered boats.", "The pilots met in Lunt.", "Lunt, Tarnia, has a lock."
    >>> asked = [read(f"Where in {country} did the pilots meet?") for country in ("Osmark", "Tarnia", "Norland")]
    >>> [is_not_told_to_be_there(each, "Pilots", "The Echo", told, 1) for each in asked]
    [True, False, False]
    """
    asked = _ASKED.search(question.text) if question.analysis.answer_type == "where" else None
    if asked is None or is_same(asked["of"], title) or is_same(asked["of"], source):
        return False
    name = re.compile(rf"\b{re.escape(asked['of'])}\w*", re.IGNORECASE)
    if _is_told(name, sentences[place]) or (place and re.search(rf"\bin {name.pattern}", sentences[place - 1])):
        return False
    if not any(name.search(each) for each in sentences):
        return False
    placed = re.compile(rf"{_PLACED}(?:the )?(?:[A-Z]\w* of )?{name.pattern}", re.IGNORECASE)
    return not any(placed.match(behind) for behind in _behind_its_places(sentences, place))


def _is_told(name: re.Pattern[str], sentence: str) -> bool:
    """Whether a sentence has a name otherwise than as whose or who somebody is."""
    return any(
        not _OF_NAME.search(sentence[: found.start()]) and not _OWNS.match(sentence, found.end())
        for found in name.finditer(sentence)
    )


def _behind_its_places(sentences: Sequence[str], place: int) -> list[str]:
    """What stands in an article behind the names that the sentence at a place has behind "in" or "at"."""
    names = re.findall(r"\b(?:in|at|near) ([A-Z][\w-]*(?: [A-Z][\w-]*)*)", sentences[place])
    return [each.partition(name)[2] for name in names for each in sentences if name in each]
