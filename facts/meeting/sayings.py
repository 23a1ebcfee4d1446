"""Whether a day is that on which somebody told of a meeting: "the board approved it, its clerk said on Friday"."""

from __future__ import annotations

from facts.parse.tree import Token
from facts.parse.words import GATHERING_NOUNS

TELLING = frozenset(
    "add announce claim confirm disclose emerge explain inform note publish report reveal say state tell update".split()
)
"""Verbs (lemmas) of those who tell, perhaps on a later day, what was."""
THERE = frozenset({"after", "at", "during", "following"})
"""Prepositions before the meeting at or behind which something is said."""


def is_of_saying(day: Token, head: Token) -> bool:
    """Whether a day belongs to words that only tell of the meeting which `head`, a noun or verb, is the mention of."""
    above = list(day.ancestors)
    if any(t.lower_ == "according" for t in above):
        return True  # "according to a statement on Friday"
    verb = next((t for t in above if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() not in TELLING or verb.dep_ == "conj":
        return False
    return not _is_said_there(head, verb)


def _is_said_there(head: Token, verb: Token) -> bool:
    """Whether something is said at or behind the meeting itself: "the ministers said on Friday at the summit"."""
    if head is verb:
        places = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in THERE)
        return any(noun.lemma_.lower() in GATHERING_NOUNS for place in places for noun in place.children)
    if head.pos_ in ("VERB", "AUX"):
        return False
    return next((t for t in head.ancestors if t.pos_ in ("VERB", "AUX")), None) is verb
