"""Who did what by a sentence: who moved a motion did not carry it, and what somebody only spoke about nobody said."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.cues import BE
from bot.question.tokens import stem, tokens
from bot.question.words import DEEDS, GENERAL

_DEEDS: Final = tuple(
    frozenset(map(stem, line.split()))
    for line in (*DEEDS, "adopt approve back carry pass ratify support", "move nominate propose table", "seconded")
)
_BEHIND: Final = re.compile(r",? (?:(?:who|also|then|later|first|has|have|had|\w+ly) )*([\w’'-]+)")
"""The verb behind the one who did it."""
_BY: Final = re.compile(r"([\w’'-]+) by (?:(?:the|Mr|Mrs|Ms|Dr|Cllr|Councillor)\.? )?$")
"""The verb before the one whom it was done by."""
_SAYING: Final = frozenset(
    map(stem, (*GENERAL["say"].split(), "say", "tell", "state", "think", "feel", "explain", "add"))
)
_ASKS_SAID: Final = frozenset(map(stem, ("say", "tell", "state", "think")))
_TOPIC: Final = re.compile(
    r"\b(?:spoke|speaks?|speaking|talk\w*|speech|address\w*|presentation|presented|statement|remarks|report(?:ed)?|"
    r"comment\w*|questions?|asked|briefed|briefing|updated?)\b[^.,;]{0,30}? (?:about|on|of|regarding|concerning)"
    r"(?: (?:the|an?|its|their))? $",
    re.IGNORECASE,
)
"""What stands before what somebody only spoke about."""
_QUOTED: Final = re.compile(r"[“”\"«»]")


def is_by_another_deed(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did a thing, and the words at a span of a sentence tell who did another.

    >>> from bot.question import read
    >>> is_by_another_deed(read("Who carried the motion?"), "Ada Wren moved it.", (0, 8))
    True
    """
    asked, surfaces = question.analysis, {token.surface for token in question.tokens}
    if asked.answer_type not in ("who", "which", "list") or asked.predicate is None or asked.asked_role == "object":
        return False
    mine = _deeds(asked.predicate)
    if not mine or (surfaces & BE and "by" not in surfaces):
        return False
    behind, before = _BEHIND.match(sentence, span[1]), _BY.search(sentence[: span[0]])
    its = _deeds(*(stem(found[1].lower()) for found in (behind, before) if found))
    return bool(its) and not mine & its


def _deeds(*verbs: str) -> frozenset[int]:
    return frozenset(at for at, deed in enumerate(_DEEDS) if not deed.isdisjoint(verbs))


def is_no_saying(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what somebody said, and the words at a span of a sentence are only what it was about, or
    nobody says anything there.

    >>> from bot.question import read
    >>> is_no_saying(read("What did she say about pay?"), "She spoke about the pilots.", (16, 26))
    True
    """
    asked = question.analysis
    if asked.answer_type != "what" or asked.predicate not in _ASKS_SAID:
        return False
    if _QUOTED.search(sentence):
        return False
    says = any(token.term in _SAYING for token in tokens(sentence))
    return not says or _TOPIC.search(sentence[: span[0]]) is not None
