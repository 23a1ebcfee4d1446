"""What each step of a long lesson is on: which kind of groups, or claims, and which of them."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from deploy.reader.groups import Group
from facts.reader.window import BEFORE_TOKENS, HEADING_TOKENS, WINDOW_TOKENS, Windows

CLAIMS: Final = "claims"
"""The kind of step that is on claims."""

POOL_GROUPS: Final = 4000
"""Among how many groups those of like length are put together, so that little is padded."""

CHARS_A_PIECE: Final = 4.2
"""How many characters a word piece has, about."""

MARKS: Final = 5
"""How many word pieces of a window are marks."""

LAST_SHARE: Final = 0.02
"""To which share of its height the rate falls in a long lesson."""

TEXTS_KEPT_MAX: Final = 200_000
"""How many texts' word pieces are remembered from one step to another."""

Shares = Callable[[float], Mapping[str, float]]
"""How often steps are on each kind when a share of a lesson (0 to 1) is over."""


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """A kind and the places of the groups or claims of this kind that are learned from at once."""

    kind: str
    places: list[int]


def drawn(batches: Mapping[str, Iterator[list[int]]], shares: Shares, count: int, seed: int) -> list[Step]:
    """So many steps, each of a kind drawn by its share, each with the kind's next batch."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        now = shares(number / count)
        (kind,) = chance.choices(list(now), list(now.values()))
        made.append(Step(kind, next(batches[kind])))
    return made


def forget_if_many(windows: Windows) -> None:
    """Forget the texts that are remembered, if they are many."""
    if windows.kept > TEXTS_KEPT_MAX:
        windows.forget()


def of_groups(taught: Sequence[Group], pieces: int, seed: int, kind: str) -> Iterator[list[int]]:
    """Batches of groups without end: all in one random order, then all in another.

    Raises ValueError, which names their kind, where no group has a candidate.
    """
    chance = random.Random(seed)
    places = [place for place, group in enumerate(taught) if group.candidates]
    if not places:
        raise ValueError(
            f"--{kind}: the files hold no group with a candidate: give what deploy.reader.wide or public made"
        )
    while True:
        chance.shuffle(places)
        for begin in range(0, len(places), POOL_GROUPS):
            made = list(packed(taught, places[begin : begin + POOL_GROUPS], pieces))
            chance.shuffle(made)
            yield from made


def packed(taught: Sequence[Group], places: Sequence[int], pieces: int) -> Iterator[list[int]]:
    """Put groups of like length into batches of no more than so many word pieces, about, padding included."""
    lengths = {place: _longest(taught[place]) for place in places}
    batch: list[int] = []
    windows = 0
    for place in sorted(places, key=lengths.__getitem__):
        count = len(taught[place].candidates)
        if batch and (windows + count) * lengths[place] > pieces:
            yield batch
            batch, windows = [], 0
        batch.append(place)
        windows += count
    if batch:
        yield batch


def _longest(group: Group) -> float:
    """How many word pieces the longest window of a group has, about."""
    passages = [each.passage for each in group.candidates]
    asked = len(group.question) + len(group.asked_before)
    return max(
        min(
            WINDOW_TOKENS,
            MARKS
            + (asked + len(each.sentence)) / CHARS_A_PIECE
            + min(HEADING_TOKENS, len(each.heading) / CHARS_A_PIECE)
            + min(BEFORE_TOKENS, len(each.before) / CHARS_A_PIECE),
        )
        for each in passages
    )


def of_claims(count: int, size: int, seed: int) -> Iterator[list[int]]:
    """Batches of the places of so many claims without end.

    Raises ValueError where there are none.
    """
    if not count:
        raise ValueError(f"--{CLAIMS}: the files hold no claim: give what deploy.reader.claims made")
    chance = random.Random(seed)
    places = list(range(count))
    while True:
        chance.shuffle(places)
        for begin in range(0, count, size):
            yield places[begin : begin + size]
