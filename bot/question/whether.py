"""Whether a text without a question word asks for yes or no: "levy passed in Tamsk?", but not "budget of Tamsk?"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.question import cues, lexicon
from bot.question.shape import PREPOSITIONS, cue_at
from bot.question.tokens import Token
from bot.question.whether_weights import AT, BIAS, WEIGHTS
from facts.verbs import PASTS

_SMALL: Final = (
    cues.AUXILIARIES
    | cues.DETERMINERS
    | cues.SUBJECT_PRONOUNS
    | frozenset("already no nobody nothing now only still than then there too yet".split())
)
"""Words that join others to a clause, or say of one how it stands."""
_LENGTHS: Final = ((2, "up to 2 words"), (4, "3 or 4 words"), (6, "5 or 6 words"), (9, "7 to 9 words"))


def asks_whether(text: str, words: Sequence[Token]) -> bool:
    """Whether a text that neither a question word nor an auxiliary verb begins asks for yes or no.

    Logistic regression over `signs`, fitted by deploy/reader/whether.py to questions that people wrote. A text that
    ends with a preposition asks for its object ("moved by?"); "ferries lost?" may ask which or how many.

    >>> from bot.question.tokens import cut
    >>> [asks_whether(text, cut(text)) for text in ("levy still open in Tamsk?", "any dissent?", "budget of Tamsk?")]
    [True, True, False]
    """
    surfaces = [word.surface for word in words]
    if not words or surfaces[0] == "so" or surfaces[-1] in PREPOSITIONS:
        return False
    if len(words) < 3 and surfaces[0].endswith("s"):
        return False
    return BIAS + sum(WEIGHTS.get(sign, 0.0) for sign in signs(text, words)) > AT


def signs(text: str, words: Sequence[Token]) -> frozenset[str]:
    """What tells that a text asks for yes or no, or for something else: its words ("first=any", "last=too", "still"),
    whether a verb in the past or an auxiliary is among them, what its nouns ask for, how long it is."""
    surfaces = [word.surface for word in words]
    if not surfaces:
        return frozenset()
    past = [at for at, word in enumerate(words) if at and is_past(word.surface) and not is_in_name(words, at)]
    asked = [(at, cue) for at in range(len(words)) if (cue := cue_at(words, at))]
    last = len(surfaces) - 1
    told = {
        "question mark": text.rstrip().endswith("?"),
        "past": bool(past),
        "past last": bool(past) and past[-1] == last,
        "past before a preposition": bool(past) and PREPOSITIONS.isdisjoint(surfaces[: past[0]]),
        "past last of few": bool(past) and past[-1] == last < 4,
        "no verb": not past and cues.AUXILIARIES.isdisjoint(surfaces),
        "no verb, no small word": not past and _SMALL.isdisjoint(surfaces),
        "auxiliary": not cues.AUXILIARIES.isdisjoint(surfaces[1:]),
        "pronoun": not cues.SUBJECT_PRONOUNS.isdisjoint(surfaces),
        "determiner": not cues.DETERMINERS.isdisjoint(surfaces),
        "preposition first": surfaces[0] in PREPOSITIONS,
        "preposition last": surfaces[-1] in PREPOSITIONS,
        "year": any(len(surface) == 4 and surface.isdigit() for surface in surfaces),
        "than": "than" in surfaces,
        "cue": bool(asked),
        "cue first": bool(asked) and asked[0][0] == 0,
        "cue last": bool(asked) and asked[-1][0] == last,
        f"cue {asked[-1][1].answer_type}" if asked else "": bool(asked),
        next((name for most, name in _LENGTHS if len(words) <= most), "10 or more words"): True,
    }
    named = {f"first={surfaces[0]}", f"last={surfaces[-1]}", *(f"word={surface}" for surface in surfaces)}
    return frozenset(named | {name for name, holds in told.items() if holds})


def is_in_name(words: Sequence[Token], at: int) -> bool:
    """Whether a word stands with a capital between others, one of which has one: "the Green Left amendment"."""
    return words[at].capital and at + 1 < len(words) and words[at - 1].capital and not all(w.capital for w in words)


def is_past(surface: str) -> bool:
    """Whether a word is a verb's past or a participle."""
    return surface in PASTS or surface in cues.PARTICIPLES or (surface.endswith("ed") and _is_regular(surface))


def _is_regular(surface: str) -> bool:
    """Whether a word is that for what is done with "-ed" behind it ("reappointed"), and not "bloodshed" or a name."""
    bases = lexicon.bases_of_past(surface)
    again = tuple(base[2:] for base in bases if base.startswith("re"))
    return any(len(base) > 2 and lexicon.is_verb(base) for base in bases + again)
