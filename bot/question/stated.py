"""A statement that is put as a question ("so Tarn paid?", "the motion was lost, right?", "budget passed?") → the
question for yes or no that it stands for ("did Tarn paid?", "was the motion lost?", "did budget passed?")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.question import cues, lexicon
from bot.question.shape import PREPOSITIONS, shape_of
from bot.question.tokens import Token, cut
from bot.question.verbless import in_full
from bot.question.whether import asks_whether, is_in_name, is_past
from facts.expressions import expression

_HELPS: Final = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should"
_TAG: Final = expression(
    rf"(?:,\s*|\s(?=right\b))(?:right|correct|no|yes|yeah|eh|or not|true|is that (?:right|so|true)|"
    rf"(?:{_HELPS}|wo|ca)(?:n['’]?t)? (?:he|it|she|there|they|we))\s*[?.!]*\s*$",
    re.IGNORECASE,
)
"""What asks behind a statement whether it is so."""
_SO: Final = expression(r"\s*(?:and |but |ok,? |wait,? )?so,? (?!far\b|many\b|much\b)", re.IGNORECASE)
_HELPING: Final = expression(rf"(?<!\bto )\b(?:{_HELPS})(?:n['’]t)?\b", re.IGNORECASE)
_JOINS: Final = frozenset({"also", "and", "but", "or"})
_ASKING: Final = cues.WH | cues.AUXILIARIES
"""Words that a question begins with: nearly all of them, so that no more is looked at."""
_ENOUGH: Final = 5
"""How many words tell keywords from a clause without its auxiliary: of fewer only what surely is one counts."""
_LONGEST: Final = 400
"""Code points of the longest text that is looked at."""


def as_question(text: str) -> str:
    """The question for yes or no that a statement stands for; any other text as it is.

    A statement without a verb that helps gets "did" in front: its own verb stays as it is, since only terms count; one
    that ends with what was done gets "was" ("police chief reappointed?").

    >>> as_question("so the ferry motion was lost?"), as_question("Tarn pays for the ferry, right?")
    ('was the ferry motion lost?', 'did Tarn pays for the ferry?')
    >>> as_question("adsom venue june?"), as_question("who paid, right?")
    ('adsom venue june?', 'who paid, right?')
    """
    first = text.split(maxsplit=1)[:1]
    if len(text) > _LONGEST or not _ASKING.isdisjoint(map(str.lower, first)):
        return text
    tag, so = _asked_behind(text)
    stated = bool(tag or so)
    said = text[so.end() if so else 0 : tag.start() if tag else None].strip(" ?.!\n")
    words = cut(said)
    if len(words) < 2 or begins_as_question(words) or any(_surface(word) in cues.WH for word in words):
        return text
    helping = next((found for found in _HELPING.finditer(said) if found.start()), None)
    if not stated and not _is_clause(text, words, helping is not None):
        if text.rstrip().endswith("?") and (asked := in_full(said)):
            return asked
        if len(words) < _ENOUGH or not asks_whether(text, words):
            return text  # keywords: "chair of the june meeting?", "moved by?"
    if helping is not None:
        before, after = said[: helping.start()].rstrip(), said[helping.end() :].lstrip()
        return f"{helping[0]} {before} {after}?"
    return f"{'was' if not stated and is_past(_surface(words[-1])) else 'did'} {said}?"


def _is_clause(text: str, words: Sequence[Token], helped: bool) -> bool:
    """Whether a text with a question mark has a verb, and no noun that asks for something else."""
    if len(words) < 3 or not text.rstrip().endswith("?") or words[-1].surface in PREPOSITIONS:
        return False
    return shape_of(words).answer_type is None and (helped or _has_past(words))


def _has_past(words: Sequence[Token]) -> bool:
    """Whether a verb in the past stands among words, not as a part of a name."""
    return any(is_past(words[at].surface) and not is_in_name(words, at) for at in range(1, len(words) - 1))


def is_put_as_statement(text: str) -> bool:
    """Whether something before or behind a text asks whether it is so: "so …?", "…, right?"."""
    return any(_asked_behind(text))


def _asked_behind(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The tag behind a statement with a question mark, and the "so" before it; "so" needs no mark before a clause."""
    if text.rstrip().endswith("?"):
        return _TAG.search(text), _SO.match(text)
    so = _SO.match(text)
    return None, so if so and _has_verb(cut(text[so.end() :])) else None


def _has_verb(words: Sequence[Token]) -> bool:
    """Whether a verb stands behind the first of enough words: "so *the pier is shut* by now"."""
    behind = [word.surface for word in words[1:]]
    return len(words) >= _ENOUGH and any(
        word in cues.AUXILIARIES or is_past(word) or (word.endswith("s") and lexicon.is_verb(word[:-1]))
        for word in behind
    )


def begins_as_question(words: Sequence[Token]) -> bool:
    """Whether an auxiliary verb stands first, or behind "and"."""
    begin = words[1:2] if words[0].surface in _JOINS else words[:1]
    return any(_surface(word) in cues.AUXILIARIES for word in begin)


def _surface(word: Token) -> str:
    return cues.MISSPELT.get(word.surface, word.surface)
