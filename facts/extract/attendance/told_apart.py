"""Those whom a text names one by one with an aside about each: "Ann Lee, who was ill, and from Bo Ek (abroad)"."""

from __future__ import annotations

import re
from typing import Final

from facts.folding import squeezed

_ASIDE: Final = re.compile(r",\s(?:who|whose)\b[^,;:()]{1,120}|\s?\([^()]{1,80}\)")
_BETWEEN: Final = re.compile(r"[,;]\s(?:and\s)?|\sand\s")
_LINK: Final = re.compile(r"(?:(?<=, )|(?<=; )|(?<=\band )|\A)(?:from|for)\s(?=[A-Z])")
"""What is said again before each name: "from Ann Lee and from Bo Ek"."""
_NAME: Final = re.compile(r"(?:the )?[A-Z][\w.’'-]*(?: (?:[a-z]{1,3} )?[A-Z][\w.’'-]*){0,5}")


def without_asides(text: str) -> str:
    """What names people without what is only said of each, and without "from" before each name.

    >>> without_asides("Ann Lee, who was ill, and from Bo Ek (abroad)")
    'Ann Lee, and Bo Ek'
    """
    return squeezed(_LINK.sub("", _ASIDE.sub("", text)))


def names_apart(text: str) -> list[str]:
    """The names that a text is, without what is only said of each; none where it holds anything else.

    >>> names_apart("Ann Lee, who was ill, and from Bo Ek, who was abroad."), names_apart("Ann Lee for being late")
    (['Ann Lee', 'Bo Ek'], [])
    """
    parts = [squeezed(part) for part in _BETWEEN.split(without_asides(text).rstrip(" .,;"))]
    return parts if all(map(_NAME.fullmatch, parts)) else []


def has_asides(text: str) -> bool:
    """Whether a text says something of those whom it names, or sets them apart by a "from" before each."""
    return without_asides(text) != squeezed(text)
