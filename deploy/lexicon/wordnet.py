"""WordNet's dictionary files (wndb(5WN), Fellbaum 1998) as plain tables."""

from __future__ import annotations

import collections
import dataclasses
import math
import re
from collections.abc import Iterator
from pathlib import Path

Synset = tuple[str, str]
"""Part of speech (n v a r) and offset."""

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
PARTS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
VULGAR = frozenset({"disparagement", "ethnic_slur", "obscenity", "vulgarism"})
"""Usages whose senses are left out."""


@dataclasses.dataclass(frozen=True, slots=True)
class Pointer:
    """A link to a synset; `own` and `other` are the words that it is between, empty where it is between synsets."""

    symbol: str
    target: Synset
    own: str
    other: str


@dataclasses.dataclass(frozen=True, slots=True)
class WordNet:
    """`words` and `pointers` of each synset; for each lemma `counts` of its senses in tagged text, and `shares`: how
    much of its uses each sense has (sum 1)."""

    words: dict[Synset, tuple[str, ...]]
    pointers: dict[Synset, tuple[Pointer, ...]]
    counts: dict[str, dict[Synset, int]]
    shares: dict[str, dict[Synset, float]]

    def together(self, word: str, sense: Synset, other: str, other_sense: Synset) -> float:
        """How likely two words are met in these senses: the geometric mean of the senses' shares."""
        return math.sqrt(self.shares.get(word, {}).get(sense, 0.0) * self.shares.get(other, {}).get(other_sense, 0.0))


def read(folder: Path) -> WordNet:
    """Read the files data.* and index.sense of a folder."""
    words: dict[Synset, tuple[str, ...]] = {}
    raw: dict[Synset, list[list[str]]] = {}
    for part, name in FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            at = 5 + 2 * count
            words[part, fields[0]] = tuple(re.sub(r"\(.*\)", "", fields[4 + 2 * n]) for n in range(count))
            raw[part, fields[0]] = [fields[at + 4 * n : at + 4 * n + 4] for n in range(int(fields[at - 1]))]
    vulgar = {
        synset
        for synset, links in raw.items()
        for symbol, offset, part, _ in links
        if symbol == ";u" and VULGAR & set(words[part, offset])
    }
    words = {synset: found for synset, found in words.items() if synset not in vulgar}
    pointers = {synset: tuple(_pointers(words, synset, raw[synset])) for synset in words}
    return WordNet(words, pointers, *_uses(folder, words))


def _pointers(words: dict[Synset, tuple[str, ...]], synset: Synset, raw: list[list[str]]) -> Iterator[Pointer]:
    for symbol, offset, part, ends in raw:
        target = ("a" if part == "s" else part, offset)
        if target in words:
            own, other = int(ends[:2], 16), int(ends[2:], 16)
            between = (words[synset][own - 1], words[target][other - 1]) if own and other else ("", "")
            yield Pointer(symbol, target, *between)


def _uses(
    folder: Path, words: dict[Synset, tuple[str, ...]]
) -> tuple[dict[str, dict[Synset, int]], dict[str, dict[Synset, float]]]:
    """The counts, and the shares: of the counts, each sense given 1/rank more so that none is nothing."""
    counts: dict[str, dict[Synset, int]] = collections.defaultdict(dict)
    weights: dict[str, dict[Synset, float]] = collections.defaultdict(dict)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, rank, count = line.split()
        lemma, _, rest = key.partition("%")
        synset = (PARTS[rest[0]], offset)
        counts[lemma][synset] = int(count)
        if synset in words:
            weights[lemma][synset] = weights[lemma].get(synset, 0.0) + int(count) + 1 / int(rank)
    shares = {
        lemma: {synset: weight / sum(senses.values()) for synset, weight in senses.items()}
        for lemma, senses in weights.items()
    }
    return counts, shares
