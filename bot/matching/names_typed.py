"""Names that were typed in small letters, as the sentences on record write them: “kelm parish council”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.question import lexicon
from bot.question.accents import unaccented
from bot.question.words import STOP
from facts.expressions import expression
from facts.folding import fold

_WORD: Final = expression(r"[^\W\d_][\w’'-]*")
_LONGEST: Final = 6
"""Words of a name, at most."""


def with_capitals(text: str, told: Sequence[str]) -> str:
    """A text with the names in it as sentences tell them. One word is a name if it is no ordinary English.

    >>> with_capitals("and the lock board, and munoz?", ["Ada Muñoz came.", "The Lock Board met."])
    'and the Lock Board, and Muñoz?'
    """
    whole = "\n".join(told)
    words, pieces, at, done = list(_WORD.finditer(text)), list[str](), 0, 0
    while at < len(words):
        ends = range(min(len(words), at + _LONGEST), at, -1)
        named = ((end, _as_told(text[words[at].start() : words[end - 1].end()], whole)) for end in ends)
        end, name = next(((end, name) for end, name in named if name), (at + 1, None))
        if name is not None:
            pieces += [text[done : words[at].start()], name]
            done = words[end - 1].end()
        at = end
    return "".join([*pieces, text[done:]])


def _as_told(typed: str, whole: str) -> str | None:
    """A name as a text tells it; None where it is none there."""
    words = _WORD.findall(typed)
    if {fold(words[0]), fold(words[-1])} & STOP or (len(words) == 1 and lexicon.is_word(fold(typed))):
        return None
    found = re.finditer(rf"\b{re.escape(unaccented(typed))}\b", unaccented(whole), re.IGNORECASE)
    return next((whole[slice(*name.span())] for name in found if _is_name(name, whole)), None)


def _is_name(found: re.Match[str], whole: str) -> bool:
    """Whether words of a text are a name: they have capitals, or the first of them has one inside a sentence."""
    first, *others = _WORD.findall(found[0])
    if not first[0].isupper():
        return False
    inside = found.start() > 1 and whole[found.start() - 2].isalpha()
    return inside or all(word[0].isupper() or fold(word) in STOP for word in others)
