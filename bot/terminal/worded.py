"""Words that an editor looks for, compared with a text's as those of questions are: by their terms. A word that is
nowhere may be taken for the nearest one that is somewhere."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.question.tokens import tokens, typo_limit

LONGEST: Final = 1000
"""Code points of what is looked for; the rest is left out."""


@dataclasses.dataclass(frozen=True, slots=True)
class Wording:
    """Words that are looked for together, by their terms; `taken` are those that stand for a misspelt one, with it."""

    words: dict[str, str]
    taken: tuple[tuple[str, str], ...] = ()

    def is_in(self, terms: frozenset[str]) -> bool:
        """Whether all the words are among these terms; no words are in none."""
        return bool(self.words) and self.words.keys() <= terms

    def respelled(self, texts: Iterable[str]) -> Wording:
        """The same words, each that is in none of these texts taken for the nearest that is, if one is near."""
        known = {token.surface: token.term for text in texts for token in tokens(text)}
        terms = frozenset(known.values())
        near: dict[str, str] = {}
        taken: list[tuple[str, str]] = []
        for term, word in self.words.items():
            if term not in terms and (other := _nearest(word, known)) is not None:
                near[term] = known[other]
                taken.append((word, other))
        return Wording({near.get(term, term): word for term, word in self.words.items()}, tuple(taken))


def wording_of(text: str) -> Wording:
    """The words of a text; those that carry no content count only where there are no others."""
    found = tokens(text[:LONGEST])
    return Wording({token.term: token.surface for token in [each for each in found if not each.is_stop] or found})


def terms_of(text: str) -> frozenset[str]:
    """The terms of all words of a text."""
    return frozenset(token.term for token in tokens(text))


def _nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is the fewest edits away, if these are as few as a slip has; of equals one of its beginning
    and the longest. Words are compared as they are written: a slip in an ending makes another term of it."""
    limit = typo_limit(word)
    near = process.extract(word, sorted(known), scorer=OSA.distance, score_cutoff=limit, limit=None)
    return min(near, key=lambda each: (each[1], each[0][:1] != word[:1], -len(each[0])), default=(None,))[0]
