"""The forms of facts that ask what the user asks, nearly word by word, where a question's names leave few articles.

For most questions one of these answers, and no more need be looked at: this costs a tenth of an estimate of all forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.postings import Ints, Wanted, weighed

if TYPE_CHECKING:
    from bot.candidates import Places

ARTICLES: Final = 3
"""Of no more articles is a list made."""
ALIKE: Final = 0.85
"""Share of the question's weight that a form must have by itself."""
FORMS: Final = 8
"""A longer list is none."""


def shortlist(places: Places, wanted: Sequence[Wanted], frames: Ints) -> list[tuple[int, int]]:
    """Facts and forms (by their numbers) that have nearly all that is wanted; none if there would be many."""
    if not 0 < len(frames) <= ARTICLES or not wanted:
        return []
    numbers = np.array(sorted({key for word in wanted for key, _ in word.meanings}), dtype=np.int32)
    if not len(numbers):
        return []
    worths = np.zeros((len(numbers), len(wanted)), dtype=np.float32)
    for at, word in enumerate(wanted):
        for key, worth in word.meanings:
            worths[int(numbers.searchsorted(key)), at] = worth
    weights = np.array([word.weight for word in wanted], dtype=np.float32)
    listed: list[tuple[int, int]] = []
    for frame in frames.tolist():
        first_fact = int(places.facts_end[frame - 1]) if frame else 0
        facts_end = int(places.facts_end[frame])
        if first_fact == facts_end:
            continue
        first, last = places.first_form(first_fact), int(places.forms_end[facts_end - 1])
        ends = places.form.ends[first:last]
        start = int(places.form.ends[first - 1]) if first else 0
        keys = places.form.values[start : int(ends[-1])]
        found = np.minimum(numbers.searchsorted(keys), len(numbers) - 1)
        hits = np.flatnonzero(numbers[found] == keys)
        here = np.zeros((last - first, len(wanted)), dtype=np.float32)
        np.maximum.at(here, ends.searchsorted(hits + start, side="right"), worths[found[hits]])
        alike = np.flatnonzero(weighed(here, weights) >= ALIKE * float(weights.sum())) + first
        if len(alike) > FORMS:
            return []
        own = places.forms_end[first_fact:facts_end]
        listed += zip((own.searchsorted(alike, side="right") + first_fact).tolist(), alike.tolist(), strict=True)
    return listed if len(listed) <= FORMS else []
