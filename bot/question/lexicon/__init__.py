"""Ordinary English: which words there are, how common they are, which mean nearly the same.

The tables words.txt and near.txt are made by deploy/lexicon/make.py from WordNet 3.1 (see LICENSE-WordNet.txt), a
frequency list and a few classes written by hand; its docstring says what their lines hold.
Their lines are sorted and searched as they stand, so that nothing is parsed that is not asked for.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.question.tokens import stem

RARE = 2.0
"""What `zipf` gives for a word that is not ordinary English: a name, a misspelling."""


@functools.lru_cache(maxsize=16384)
def zipf(word: str) -> float:
    """How common a folded word is: log10 of its count in 10^9 words, RARE if it is no ordinary English.

    >>> zipf("people") > zipf("salary") > zipf("vasquez") == RARE
    True
    """
    fields = _line(_words(), word)
    return float(fields[1]) if fields else RARE


@functools.lru_cache(maxsize=16384)
def is_word(word: str) -> bool:
    """Whether a folded word is ordinary English.

    >>> is_word("cost"), is_word("icland")
    (True, False)
    """
    return bool(_line(_words(), word))


def is_verb(word: str) -> bool:
    """Whether a folded word is the base form of a verb about as often as a noun.

    >>> is_verb("announce"), is_verb("ministry")
    (True, False)
    """
    return _line(_words(), word)[2:] == ["v"]


def bases_of_past(word: str) -> tuple[str, ...]:
    """What a word in "-ed" may be the past of, verbs or not.

    >>> bases_of_past("planned"), bases_of_past("carried")[3]
    (('plann', 'planne', 'plan', 'plany'), 'carry')
    """
    undoubled = word[:-3] if word[-3:-2] == word[-4:-3] else ""
    return word[:-2], word[:-1], undoubled, f"{word[:-3]}y"


@functools.lru_cache(maxsize=16384)
def related(term: str) -> Mapping[str, float]:
    """The stems near to a stem, and how near each is: 0.9 derived, 0.8 of one sense, 0.7 by way of a third word.

    Opposites, months, numbers and countries are near to nothing.

    >>> related("treati")
    {'pact': 0.8}
    """
    near: dict[str, float] = {}
    share = 0.0
    for field in _line(_near(), term)[1:]:
        if field.isdecimal():
            share = int(field) / 100
        else:
            near[field] = share
    return near


def pair(word: str, other: str) -> float:
    """How near two words are: 1 with the same stem, else as `related` says, 0 if not at all.

    >>> pair("predict", "predicted"), pair("payment", "paid"), pair("import", "export")
    (1.0, 0.9, 0.0)
    """
    term, other_term = stem(word), stem(other)
    return 1.0 if term == other_term else related(term).get(other_term, 0.0)


@functools.lru_cache(maxsize=4096)
def is_inflected(word: str) -> bool:
    """Whether a folded word of four letters or more has the stem of an ordinary one: not each form is in the table.

    >>> is_inflected("outvoted"), is_inflected("legislating"), is_inflected("acording")
    (False, True, False)
    """
    wanted = stem(word)
    return is_word(word) or any(stem(other) == wanted for other in _beginning(word[: max(4, len(word) - 4)]))


@functools.lru_cache(maxsize=4096)
def nearest(word: str) -> str | None:
    """The ordinary word that begins with the same letter and is one edit away (optimal string alignment): by the
    likeliest slip, and then the commonest.

    >>> nearest("acording"), nearest("wrek"), nearest("vasquez")
    ('according', 'wreck', None)
    """
    near = within_one(word, _beginning(word[0]))
    return min(near, key=lambda other: (unlikely(word, other), -zipf(other), other), default=None)


def unlikely(typed: str, meant: str) -> int:
    """How unlikely it is that a word was typed for one that is one edit away: a letter is sooner left out, or swapped
    with its neighbour, than typed too many, and that sooner than another one is typed.

    >>> unlikely("wrek", "wreck"), unlikely("riad", "raid"), unlikely("wreeck", "wreck"), unlikely("wrek", "week")
    (0, 0, 1, 2)
    """
    if len(typed) == len(meant):
        return 0 if sorted(typed) == sorted(meant) else 2
    return 0 if len(typed) < len(meant) else 1


def within_one(word: str, others: Collection[str]) -> list[str]:
    """Those of some words that are one edit away (optimal string alignment distance), in no order that holds."""
    found = process.extract(word, others, scorer=OSA.distance, score_cutoff=1, limit=None)
    return [other for other, distance, _ in found if distance == 1]


def _beginning(start: str) -> list[str]:
    """The ordinary words that begin so."""
    first = bisect.bisect_left(_words(), start)
    last = bisect.bisect_left(_words(), start[:-1] + chr(ord(start[-1]) + 1))
    return [line.partition(" ")[0] for line in _words()[first:last]]


def _line(table: Sequence[str], word: str) -> list[str]:
    """The fields of the line that begins with a word; none if there is no such line."""
    head = f"{word} "
    at = bisect.bisect_left(table, head)
    return table[at].split() if at < len(table) and table[at].startswith(head) else []


@functools.cache
def _words() -> Sequence[str]:
    return Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()


@functools.cache
def _near() -> Sequence[str]:
    return Path(__file__).with_name("near.txt").read_text(encoding="utf-8").splitlines()
