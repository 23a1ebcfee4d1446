"""Whether "he" or "she" may stand for somebody: by the title, the given name, and how the text speaks of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from facts.folding import fold
from facts.parse.given_names import gender_of

HE: Final = frozenset({"he", "him", "his", "himself"})
SHE: Final = frozenset({"she", "her", "hers", "herself"})
MALE_TITLES: Final = frozenset({"king", "lord", "mr", "pope", "prince", "sir", "sultan"})
FEMALE_TITLES: Final = frozenset({"dame", "lady", "madam", "miss", "mrs", "ms", "princess", "queen", "sister"})


def of_title(title: str | None) -> str | None:
    """The gender that a title tells: "m", "f" or None.

    >>> of_title("dame"), of_title("sir"), of_title("dr")
    ('f', 'm', None)
    """
    return "m" if title in MALE_TITLES else "f" if title in FEMALE_TITLES else None


def agrees(pronoun: str, gender: str | None) -> bool:
    """Whether a pronoun may stand for somebody of a gender, or of one that nothing tells.

    >>> agrees("she", "f"), agrees("she", "m"), agrees("it", "m"), agrees("he", None)
    (True, False, True, True)
    """
    return gender != ("f" if pronoun in HE else "m" if pronoun in SHE else "")


def told(name: str, known: Mapping[str, str]) -> str | None:
    """The gender of somebody, from what a text told so far (`known`) or else from a given name.

    >>> told("Susan Tarn", {}), told("Robin Tarn", {}), told("Robin Tarn", {"Robin Tarn": "f"}), told("Susan", {})
    ('f', None, 'f', None)
    """
    given, _, rest = name.partition(" ")
    return known.get(name) or (gender_of(fold(given)) if rest else None)
