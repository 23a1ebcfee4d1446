"""Which words mean nearly the same, and how likely: from the links of WordNet.

Two words are near if one is derived from the other (resign, resignation), if they share a sense (mandatory,
compulsory), or both by way of a third word (abstention, dissent). How likely a link is meant follows from how much of
each word's use the linked senses have; below FROM it is left out. Opposites are never near, not even by way of synonyms
("leave" and "stay" share a sense).
"""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterator

from wordnet import WordNet

FROM = 0.15
"""How likely a link must be at least (0–1)."""
DERIVED, SYNONYM, BY_WAY_OF = 0.9, 0.8, 0.7
"""How near two words are that are derived, share a sense, or are near to a third: the share of such links between a
question and the sentence that answers it which are more than chance."""

Links = dict[str, dict[str, float]]


def near(wordnet: WordNet, words: frozenset[str]) -> Links:
    """Which of some words are near to each, and how near (0–1)."""
    derived, shared = derivations(wordnet, words), synonyms(wordnet, words)
    opposite = opposites(wordnet, words, derived, shared)
    table: Links = collections.defaultdict(dict)
    by_way_of = (joined(derived, derived), joined(derived, shared))
    for worth, links in ((DERIVED, derived), (SYNONYM, shared), *((BY_WAY_OF, links) for links in by_way_of)):
        for word, other, likely in _each(links):
            if likely >= FROM and word != other and other not in opposite[word]:
                table[word].setdefault(other, worth)
    return table


def derivations(wordnet: WordNet, words: frozenset[str]) -> Links:
    """Words of which one is formed from the other."""
    return _links(wordnet, words, ("+", "\\"))


def synonyms(wordnet: WordNet, words: frozenset[str]) -> Links:
    """Words that share a sense: the likelihood is summed over the senses that they share."""
    found: Links = collections.defaultdict(lambda: collections.defaultdict(float))
    for synset, members in wordnet.words.items():
        for word, other in itertools.permutations(words.intersection(members), 2):
            found[word][other] += wordnet.together(word, synset, other, synset)
    return found


def joined(first: Links, second: Links) -> Links:
    """Words that are linked by way of a third, in either order."""
    found: Links = collections.defaultdict(dict)
    for word, middle, likely in _each(first):
        for other, more in second.get(middle, {}).items():
            if likely * more > found[word].get(other, 0.0):
                found[word][other] = found[other][word] = likely * more
    return found


def opposites(wordnet: WordNet, words: frozenset[str], *near: Links) -> dict[str, set[str]]:
    """Antonyms, and the words near to them."""
    direct = _links(wordnet, words, ("!",))
    around: dict[str, set[str]] = collections.defaultdict(set)
    for word, other, likely in itertools.chain.from_iterable(map(_each, near)):
        if likely >= FROM:
            around[word].add(other)
    found: dict[str, set[str]] = collections.defaultdict(set)
    for word, other, _ in list(_each(direct)):
        for one, two in itertools.product({word, *around[word]}, {other, *around[other]}):
            found[one].add(two)
            found[two].add(one)
    return found


def _links(wordnet: WordNet, words: frozenset[str], symbols: tuple[str, ...]) -> Links:
    """Words that a pointer of one of these kinds joins, both ways."""
    found: Links = collections.defaultdict(dict)
    for synset, pointers in wordnet.pointers.items():
        for pointer in pointers:
            if pointer.symbol in symbols and pointer.own in words and pointer.other in words:
                likely = wordnet.together(pointer.own, synset, pointer.other, pointer.target)
                likely = max(likely, found[pointer.own].get(pointer.other, 0.0))
                found[pointer.own][pointer.other] = found[pointer.other][pointer.own] = likely
    return found


def _each(links: Links) -> Iterator[tuple[str, str, float]]:
    for word, others in list(links.items()):
        for other, likely in list(others.items()):
            yield word, other, likely
