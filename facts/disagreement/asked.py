"""What a question asks of its meeting: its words without the meeting's name, its date and those it is English by."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from facts.disagreement.written import words
from facts.folding import fold
from facts.model import Fact
from facts.months import MONTHS
from facts.parse.words import PERSON_NOUNS

_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"\b(?:(?:on|in|from|between|of) )?(?:"
    rf"(?:\d{{1,2}}(?:-\d{{1,2}})? )?(?:{_MONTH})(?: \d{{1,2}}(?!\d),?)?(?: \d{{4}})?|(?:in|of) (?:1[89]|20)\d\d"
    r")\b"
)
"""A date in a question, folded, with its preposition."""
_DAY = re.compile(rf"\b(\d{{1,2}}) ({_MONTH})\b")

_SMALL = frozenset(
    """a an and at be been did do does had has have in is of on s the their there to was were will would""".split()
)
"""Words that a question is English by; prepositions that tell a side from another ("for", "against") are none."""

_MEETING = frozenset(
    """annual conference conferences gathering meeting meetings online ordinary plenary regular session sessions sitting
    summit talks teleconference video videoconference virtual""".split()
)
"""Words (folded) that stand for the meeting, whichever it is."""

_VOTING = frozenset(
    """abstain abstained abstention abstentions adopt adopted against amendment approve approved bill by carried decide
    decided decision defeated fell for how item lost many measure motion motions outcome passed proposal proposals
    reject rejected resolution result results supported that this vote voted votes voting what""".split()
)
"""Words (folded) of which none tells one vote from another."""
_A_VOTE = frozenset("abstain abstained abstention abstentions motion motions vote voted votes voting".split())

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
    return tuple(word for word in question if word not in names and word not in _MEETING)


def is_of_any_vote(question: tuple[str, ...]) -> bool:
    """Whether a question asks of a vote without saying of which: reports may tell of two votes of one meeting.

    >>> is_of_any_vote(("what", "result", "vote", "motion")), is_of_any_vote(("how", "many", "voted", "for", "dam"))
    (True, False)
    """
    telling = (word for word in question if word not in _VOTING and word.removesuffix("s") not in PERSON_NOUNS)
    return bool(_A_VOTE & set(question)) and not any(telling)


def days_of(fact: Fact) -> frozenset[tuple[str, ...]]:
    """The days that the question of a fact names: those of a long meeting are asked for apart."""
    return frozenset(_DAY.findall(fold(fact.question)))
