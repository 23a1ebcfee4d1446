"""A deed that was not done, told by its noun: "no decision was reached on the gate" of who did not decide on it."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from bot.matching.deeds_told import Deed
from bot.matching.yes_no.contraries import tells_of_more_than_one_time
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import stem

_DOES: Final = frozenset(map(stem, "come find give hold make pass reach take".split()))
"""Verbs that say no more than that what their noun tells was done."""
_NO: Final = frozenset(("any", "no"))


def with_those_denied_by_noun(done: Sequence[Deed], sentence: str) -> Iterator[Deed]:
    """The deeds that a sentence tells, each that denies another by its noun followed by that; of one that is told as
    done, the noun does not say how: who voted on a ban need not have voted for it.

    >>> from bot.matching.deeds_told import deeds
    >>> told = "No decision was reached on the gate."
    >>> [each.verb for each in with_those_denied_by_noun(deeds(told), told)]
    ['reach', 'decis']
    """
    apart = tells_of_more_than_one_time(sentence)  # "no decision was reached until midnight"
    for deed in done:
        yield deed
        if deed.denied and not (deed.open or apart) and deed.verb in _DOES:
            yield from _by_noun(deed)


def _by_noun(deed: Deed) -> Iterator[Deed]:
    at = next((at for at, word in enumerate(deed.what) if word.surface in _NO), None)
    if at is None:
        return
    named = tuple(itertools.takewhile(lambda word: word.surface not in PREPOSITIONS, deed.what[at + 1 :]))
    if named and not named[-1].capital:
        rest = deed.what[at + 1 + len(named) :]
        yield dataclasses.replace(deed, verb=named[-1].term, what=deed.what[:at] + rest)
