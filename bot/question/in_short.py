"""“any objections?”, “next meeting?”: a question without a verb that many ask so → the same in full."""

from __future__ import annotations

import re
from typing import Final

from bot.question.cues import AUXILIARIES, MEETING_TERMS, NOUNS, WH
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import cut
from facts.expressions import expression
from facts.verbs import PASTS

_AND: Final = r"(?P<and>(?:and|but|so|also),? )?"
_ANY: Final = expression(rf"\s*{_AND}any (?P<what>\w[^?!.]{{2,60}}?)\s*[?!.]*\s*", re.IGNORECASE)
_NEXT: Final = expression(rf"\s*{_AND}(?:the )?(?P<next>next [a-z]+)\s*[?!.]*\s*", re.IGNORECASE)
_ASIDE: Final = frozenset("idea ideas more news else other others one body thing".split())
"""Words behind "any" of what asks otherwise: "any idea who came?", "any others?"."""
_LONGEST: Final = 9


def in_words(text: str) -> str:
    """What is asked in short by "any …?" or "next meeting?", in full; any other text as it is.

    >>> in_words("any objections to the toll?"), in_words("and the next meeting?")
    ('were there any objections to the toll?', 'and when is the next meeting?')
    >>> [in_words(text) == text for text in ("any idea who came?", "any boats lost?", "next of kin?")]
    [True, True, True]
    """
    if (following := _NEXT.fullmatch(text)) is not None:
        noun = cut(following["next"])[-1]
        is_meeting = noun.term in MEETING_TERMS or noun.surface == "round"
        return f"{following['and'] or ''}when is the {following['next']}?" if is_meeting else text
    found = _ANY.fullmatch(text)
    if found is None:
        return text
    surfaces = [word.surface for word in cut(found["what"])]
    if len(surfaces) > _LONGEST or surfaces[0] in _ASIDE | PREPOSITIONS or not (WH | AUXILIARIES).isdisjoint(surfaces):
        return text
    asks_otherwise = any(surface in NOUNS for surface in surfaces)
    told = any(surface.endswith("ed") or surface in PASTS for surface in surfaces[1:])
    return text if told or asks_otherwise else f"{found['and'] or ''}were there any {found['what']}?"
