"""Whether a few words with a question mark ask how something stands, as people type it ("protocol in force?", "jet skis
banned?"): no name, date or number answers that, even where it is not put as a question for yes or no."""

from __future__ import annotations

import functools
from typing import Final

from bot.question.shape import PREPOSITIONS, shape_of
from bot.question.tokens import Token, cut
from bot.question.verbless import ASKS, NAMED_BY, TELLS_WHAT
from bot.question.whether import asks_whether
from facts.expressions import expression
from facts.verbs import PASTS

STATES: Final = frozenset(
    "allowed alive available banned barred clear closed closing compulsory dead due empty enough finished forbidden "
    "free full gone guilty ill illegal innocent legal mandatory necessary needed obligatory open optional over "
    "permitted possible ready reopened required running safe shut unsafe valid vacant voluntary working".split()
)
"""How something may stand."""
_IN_A_STATE: Final = expression(
    r"\b(?:in (?:force|use|place|operation|office|danger|public|private|session)|"
    r"under (?:construction|way|repair|review)|out of (?:order|use|service|office|danger)|"
    r"on (?:strike|hold|sale|time))\b"
)
_LAST: Final = frozenset("again already now still then today yet anymore".split())
"""Words behind how something stands."""
_ASKS: Final = ASKS - {"else"}
_NO_DEEDS: Final = frozenset("bed bread cost cut feed need read seed shed speed weed".split())
_LONGEST: Final = 8
_SET: Final = frozenset("bill budget deadline fee levy plan price rate rent salary tax toll".split())
"""What else is asked for by itself ("price?"), but is something that stands so or so ("price raised?")."""
_ASK_ON: Final = (PREPOSITIONS | {"since", "till", "until"}) - {"over"}
"""Words at the end behind which something is asked for: "postponed until?"."""
_ALL: Final = frozenset("all both each enough every most".split())
_NOT_SO: Final = NAMED_BY | {"and", "but", "one", "ones", "or"}


def states_in(text: str) -> frozenset[str]:
    """The states of more than a word that a text names.

    >>> sorted(states_in("The lift is out of order, the stairs are in use."))
    ['in use', 'out of order']
    """
    return frozenset(_IN_A_STATE.findall(text.lower()))


@functools.lru_cache(maxsize=256)
def asks_how_it_stands(text: str) -> bool:
    """Whether a text of few words, without a verb that helps, asks how something stands or whether something was done.

    >>> [asks_how_it_stands(text) for text in ("protocol in force?", "steps open again?", "Bo Lusk acquitted?")]
    [True, True, True]
    >>> [asks_how_it_stands(text) for text in ("fee?", "decisions taken?", "lamp cost?", "who is free?")]
    [False, False, False, False]
    """
    words = cut(text)
    surfaces = [word.surface for word in words]
    if not text.rstrip().endswith("?") or not 1 < len(words) <= _LONGEST or not _ASKS.isdisjoint(surfaces):
        return False
    if surfaces[-1] in _ASK_ON or not _NOT_SO.isdisjoint(surfaces):
        return False
    if shape_of(words).answer_type is not None and _SET.isdisjoint(surfaces):
        return False
    if _IN_A_STATE.search(" ".join(surfaces)) or not STATES.isdisjoint(surfaces[1:]):
        return True
    done = next((at for at in range(1, len(words)) if _is_done(surfaces[at])), 0)
    within = next((at for at in range(1, done) if surfaces[at] in PREPOSITIONS), done)
    if not done or (_are_several(words[within - 1]) and surfaces[0] not in _ALL):
        return False
    if len(words) == 2 and not words[0].capital:  # "fish landed?" may ask how much
        return False
    behind = [each for each in surfaces[done + 1 :] if each not in _LAST]
    return asks_whether(text, words) or not behind


def _are_several(noun: Token) -> bool:
    """Whether a noun names several, of which one may want to know how many or which: "trees planted?"."""
    return noun.surface.endswith("s") and not noun.surface.endswith("ss") and not noun.capital


def _is_done(surface: str) -> bool:
    return (surface in PASTS or surface.endswith("ed")) and surface not in TELLS_WHAT | _NO_DEEDS
