"""A statement that is put as a question ("so Tarn paid?", "the motion was lost, right?") → the question for yes or no
that it stands for ("did Tarn paid?", "was the motion lost?")."""

from __future__ import annotations

import re
from typing import Final

from bot.question import cues, lexicon
from bot.question.shape import PREPOSITIONS, shape_of
from bot.question.tokens import cut
from bot.question.verbless import in_full
from facts.expressions import expression
from facts.verbs import PASTS

_HELPS: Final = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should"
_TAG: Final = expression(
    rf"(?:,\s*|\s(?=right\b))(?:right|correct|no|yes|yeah|eh|or not|true|is that (?:right|so|true)|"
    rf"(?:{_HELPS}|wo|ca)(?:n['’]?t)? (?:he|it|she|there|they|we))\s*[?.!]*\s*$",
    re.IGNORECASE,
)
"""What asks behind a statement whether it is so."""
_SO: Final = expression(r"\s*(?:and |but |ok,? |wait,? )?so,? (?!far\b|many\b|much\b)", re.IGNORECASE)
_HELPING: Final = expression(rf"(?<!\bto )\b(?:{_HELPS})(?:n['’]t)?\b", re.IGNORECASE)
_ASKING: Final = cues.WH | cues.AUXILIARIES
"""Words that a question begins with: nearly all of them, so that no more is looked at."""
_JOINS: Final = frozenset({"also", "and", "but", "or"})
_LONGEST: Final = 400
"""Code points of the longest text that is looked at."""


def as_question(text: str) -> str:
    """The question for yes or no that a statement with a question mark stands for; any other text as it is.

    A statement without a verb that helps gets "did" in front: its own verb stays as it is, since only terms count.

    >>> as_question("so the ferry motion was lost?"), as_question("Tarn pays for the ferry, right?")
    ('was the ferry motion lost?', 'did Tarn pays for the ferry?')
    >>> as_question("adsom venue june?"), as_question("who paid, right?")
    ('adsom venue june?', 'who paid, right?')
    """
    first = text.split(maxsplit=1)[:1]
    if len(text) > _LONGEST or not text.rstrip().endswith("?") or not _ASKING.isdisjoint(map(str.lower, first)):
        return text
    tag, so = _TAG.search(text), _SO.match(text)
    said = text[so.end() if so else 0 : tag.start() if tag else None].strip(" ?.!\n")
    words = cut(said)
    surfaces = [cues.MISSPELT.get(word.surface, word.surface) for word in words]
    begin = surfaces[1:2] if surfaces[:1] and surfaces[0] in _JOINS else surfaces[:1]
    asks = any(surface in cues.WH for surface in surfaces) or not cues.AUXILIARIES.isdisjoint(begin)
    if asks or len(words) < 2:
        return text
    keywords = len(words) < 3 or shape_of(words).answer_type is not None or surfaces[-1] in PREPOSITIONS
    if not (tag or so) and keywords:  # "chair of the june meeting?", "moved by?"
        return in_full(said) or text
    helping = next((found for found in _HELPING.finditer(said) if found.start()), None)
    if helping is not None:
        before, after = said[: helping.start()].rstrip(), said[helping.end() :].lstrip()
        return f"{helping[0]} {before} {after}?"
    if so or tag or any(map(_is_past, surfaces[1:-1])):
        return f"did {said}?"
    return in_full(said) or text


def _is_past(surface: str) -> bool:
    return surface in PASTS or surface in cues.PARTICIPLES or (surface.endswith("ed") and lexicon.is_verb(surface))
