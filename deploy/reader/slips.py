"""Questions as they are typed in haste: in small letters, with a letter too many or too few, or in key words."""

from __future__ import annotations

import random
from typing import Final

SMALL_SHARE: Final = 0.35
"""How often a question is put in small letters, without its question mark."""

MISSPELT_SHARE: Final = 0.6
"""How often letters of a question are swapped, dropped or doubled; otherwise what is not small loses small words."""

SWAPPED_SHARE, DROPPED_SHARE = 0.4, 0.35
"""How many of the misspelt letters are swapped with the next and how many are dropped; the others are doubled."""

MISSPELT_WORDS: Final = (1, 1, 2)
"""How many words are misspelt, each as likely as it stands here."""

LETTERS_MIN: Final = 4
"""How many letters a word has at least that is misspelt; its first and last stay."""

SMALL_WORDS: Final = frozenset("a an at by did do does had has in is of on the to was were".split())
"""What is left out of a question that is put in key words."""


def slipped(question: str, chance: random.Random) -> str:
    """A question as somebody in haste might type it; now and then it is as it was."""
    small = chance.random() < SMALL_SHARE
    text = question.lower().rstrip("?") if small else question
    if chance.random() < MISSPELT_SHARE:
        return _misspelt(text, chance)
    return text if small else key_words(text)


def key_words(question: str) -> str:
    """A question without its small words and its question mark.

    >>> key_words("Who was in the chair of the harbour board?")
    'Who chair harbour board'
    """
    return " ".join(word for word in question.rstrip("?").split() if word.lower() not in SMALL_WORDS)


def _misspelt(text: str, chance: random.Random) -> str:
    words = text.split()
    for _ in range(chance.choice(MISSPELT_WORDS) if words else 0):
        place = chance.randrange(len(words))
        if len(words[place]) >= LETTERS_MIN:
            words[place] = misspelt(words[place], chance.randrange(1, len(words[place]) - 1), chance.random())
    return " ".join(words)


def misspelt(word: str, place: int, draw: float) -> str:
    """A word with a letter swapped with the next, dropped or doubled, as a draw between 0 and 1 has it.

    >>> [misspelt("harbour", 2, draw) for draw in (0.1, 0.5, 0.9)]
    ['habrour', 'habour', 'harrbour']
    """
    before, letter, after = word[:place], word[place], word[place + 1 :]
    if draw < SWAPPED_SHARE:
        return before + after[0] + letter + after[1:]
    return before + after if draw < SWAPPED_SHARE + DROPPED_SHARE else before + letter + letter + after
