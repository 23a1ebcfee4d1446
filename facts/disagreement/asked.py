"""What a question asks of its meeting: its words without the meeting's name, its date and those it is English by."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from facts.disagreement.written import words
from facts.folding import fold
from facts.model import Fact
from facts.months import MONTHS
from facts.parse.words import MEETING_NOUNS

_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"\b(?:(?:on|in|from|between|of) )?(?:"
    rf"(?:\d{{1,2}}(?:-\d{{1,2}})? )?(?:{_MONTH})(?: \d{{1,2}}(?!\d),?)?(?: \d{{4}})?|(?:in|of) (?:1[89]|20)\d\d"
    r")\b"
)
"""A date in a question, folded, with its preposition."""

_SMALL = frozenset(
    """a an and at be been did do does had has have in is of on s the their there to was were will would""".split()
)
"""Words that a question is English by; prepositions that tell a side from another ("for", "against") are none."""

_MEETING = MEETING_NOUNS | set("annual conferences meetings online ordinary regular sessions video virtual".split())
"""Words (folded) that stand for the meeting, whichever it is."""

_SAME = {
    "presided over": "chaired",
    "take place": "held",
    "took place": "held",
    "taken place": "held",
    "take part": "attended",
    "took part": "attended",
    "participated": "attended",
    "participate": "attended",
    "attend": "attended",
    "hold": "held",
    "convened": "held",
    "were present": "attended",
    "what date": "when",
    "what day": "when",
    "which city": "where",
    "which date": "when",
    "which day": "when",
}
"""Other words for the same, folded: what stands in a question → what it is compared by."""
_SAID = re.compile(r"\b(?:" + "|".join(_SAME) + r")\b")

_LED = ("who", "led")
"""What is left of "Who led the meeting?"; who led anything else has more words."""


def questions_of(fact: Fact) -> tuple[tuple[str, ...], ...]:
    """The words of the questions that ask for a fact, each without dates and small words, in order."""
    return tuple(dict.fromkeys(_words_of(question) for question in (fact.question, *fact.variants)))


def _words_of(question: str) -> tuple[str, ...]:
    text = _DATE.sub(" ", _SAID.sub(lambda match: _SAME[match[0]], " ".join(fold(question).split())))
    return tuple(word for word in words(text) if word not in _SMALL)


def without_meeting(question: tuple[str, ...], names: AbstractSet[str]) -> tuple[str, ...]:
    """The words of a question without those of its meeting's names.

    >>> without_meeting(("who", "chaired", "ostford", "board", "meeting"), {"ostford", "board"})
    ('who', 'chaired')
    """
    left = tuple(word for word in question if word not in names and word not in _MEETING)
    return ("who", "chaired") if left == _LED else left
