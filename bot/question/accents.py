"""Letters as people type them who leave their accents out, each in its place."""

from __future__ import annotations

import functools

import msgspec

from bot.question.reading import Question
from facts.folding import soften


@functools.lru_cache(maxsize=4096)
def unaccented(text: str) -> str:
    """A text with its letters as they are without their accents; as long as before, so that spans of it stay.

    >>> unaccented("Élodie “Öz” Ångström of Ærø")
    'Elodie “Oz” Angstrom of Æro'
    """
    if text.isascii():
        return text
    return "".join(_plain(letter) for letter in text)


def typed_plainly(question: Question) -> Question:
    """A question with its text unaccented."""
    text = unaccented(question.text)
    return question if text == question.text else msgspec.structs.replace(question, text=text)


def _plain(letter: str) -> str:
    plain = soften(letter) if letter.isalpha() else letter
    return plain if len(plain) == 1 else letter
