"""A question for yes or no without a word that helps ("budget passed?", "clerk there?") → the one in full ("was budget
passed?", "did clerk attend?"), where it surely is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.question import cues, lexicon
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, cut
from facts.verbs import PASTS

ASKS: Final = (
    cues.WH | cues.AUXILIARIES | cues.NEXT | cues.LATEST | {"any", "anybody", "anyone", "anything", "else"}
) - {"may"}
"""With any of these a text asks otherwise: "next meeting planned?" asks when, "any objections raised?" also which."""
NAMED_BY: Final = frozenset(
    "amount country day details money name number outcome part party people percentage person place point result share "
    "staff sum thing time total town vote year".split()
)
"""Before a participle, these are asked for: "money spent?"."""
_SETTLED: Final = frozenset("agenda budget fee salary".split())
"""What is asked for by itself ("budget?"), but settled with a participle ("budget passed?")."""
_PLURAL_ONE: Final = frozenset("accounts elections minutes proceedings talks".split())
_MORE_THAN_PASTS: Final = frozenset(
    "bet bid bound bred cast cost cut felt fed found ground hit hurt led left let put quit read saw set shed shot shut "
    "split spread wound".split()
)
"""Pasts that are also nouns, adjectives or present: "pay cut?" asks for one."""
TELLS_WHAT: Final = frozenset("agreed asked decided discussed heard noted resolved said told".split())
"""Of these it is asked what: "council decided?"."""
_THERE: Final = frozenset({"present", "there"})
_STATES: Final = frozenset({"absent", "closed", "open", "shut"})
_BEHIND: Final = PREPOSITIONS | {"already", "again", "then", "today", "unanimously", "yesterday", "yet"}
_LONGEST: Final = 4
"""So many words at most stand before the participle."""


def in_full(said: str) -> str | None:
    """The question for yes or no that a text without its question mark is short for; None where it may be none.

    >>> in_full("quorum reached"), in_full("Clerk there"), in_full("Bo Lusk elected in May")
    ('was quorum reached?', 'did Clerk attend?', 'was Bo Lusk elected in May?')
    >>> [in_full(said) for said in ("money spent", "decisions taken", "pay cut", "who came", "fee raised to")]
    [None, None, None, None, None]
    """
    words = cut(said)
    surfaces = [word.surface for word in words]
    if not ASKS.isdisjoint(surfaces) or not PREPOSITIONS.isdisjoint(surfaces[-1:]):
        return None
    at = next((at for at in range(1, len(words)) if _is_told(surfaces[at])), None)
    if at is None or at > _LONGEST or not _BEHIND.issuperset(surfaces[at + 1 : at + 2]) or not _is_one(words[:at]):
        return None
    if surfaces[at] in _THERE:
        return f"did {said.rsplit(maxsplit=1)[0]} attend?" if at == len(words) - 1 else None
    return f"was {said}?"


def _is_one(words: Sequence[Token]) -> bool:
    """Whether words name one thing or person, of whom no more is asked than whether something was done: of "decisions
    taken?" one wants to know which."""
    head, surfaces = words[-1], {word.surface for word in words}
    if surfaces & (PREPOSITIONS | NAMED_BY | cues.POINTERS) or head.surface in cues.DETERMINERS:
        return False
    if head.surface in cues.NOUNS and head.surface not in _SETTLED:
        return False
    several = head.surface.endswith("s") and not head.surface.endswith("ss") and head.surface not in _PLURAL_ONE
    return not several or head.capital


def _is_told(surface: str) -> bool:
    """Whether a word tells what was done with something or that somebody was there, and nothing else."""
    if surface in _THERE | _STATES:
        return True
    if surface in _MORE_THAN_PASTS | TELLS_WHAT:
        return False
    return surface in PASTS or surface in cues.PARTICIPLES or _is_made_of_verb(surface)


def _is_made_of_verb(surface: str) -> bool:
    """Whether a word is a verb with "-ed", and no "seed"."""
    if not surface.endswith("ed") or (surface.endswith("eed") and surface not in ("freed", "guaranteed")):
        return False
    return any(map(lexicon.is_verb, lexicon.bases_of_past(surface)))
