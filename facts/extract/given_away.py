"""Questions that say their own answer: "Who held the Tarn Council meeting?" of the Tarn Council."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from facts.extract.draft import Draft
from facts.extract.named_once import WORD
from facts.folding import SMALL_WORDS, fold
from facts.months import MONTHS
from facts.parse.acronyms import Acronym
from facts.parse.words import PERSON_NOUNS, TITLES

ASKED: Final = frozenset({"who", "where", "what"})
"""Kinds of questions whose answer is a name or a thing."""
BY_NAME: Final = frozenset({"definition", "meeting", "role", "schedule"})
"""Families of rules that ask of something by its whole name, which may well tell: "Where were the Oslo talks held?"."""
PLACED: Final = re.compile(
    r"(?P<told>.+)"
    r"(?: at (?=(?:the )?(?:[\w’'.-]+ ){0,3}[A-Z])|, according to the (?:[\w ]+ )?report on )"
    r"(?P<name>[^“]+)\?"
)
"""A question that says at which meeting."""
TIMES: Final = frozenset(MONTHS)
COMMON: Final = SMALL_WORDS | {"a", "an", "and", "of", "the", "new", "s"}
"""Words by which nothing is told apart."""
WHO_IS: Final = re.compile(r"(?:Who (?:is|was)|Which (?:office|organization|position) (?:did|is)) (?P<name>[^?]+)\?")
"""A question for who somebody is."""
COURTESY: Final = frozenset(
    """dame dr eminence esq esquire excellency h.e he highness his her hon honorable honourable holiness lady lord madam
    majesty miss mister mr mrs ms mx prof professor reverend rev right royal rt sir the""".split()
)
"""Words by which one is addressed and nothing is told."""
TITLED: Final = (
    TITLES
    | PERSON_NOUNS
    | COURTESY
    | frozenset("crown emir emperor empress king pope prime prince princess queen sheikh sheikha sultan".split())
)
"""Words that stand before a name, too."""


def gives_away(draft: Draft, acronyms: Iterable[Acronym]) -> bool:
    """Whether a question has all words of its answer, or the acronym of it, in it: it asks for nothing."""
    if draft.kind not in ASKED or draft.rule.partition(".")[0] in BY_NAME:
        return False
    forms = tuple(acronyms)
    told = _words(_shortened(draft.answer, forms))
    return bool(told) and told <= _words(_shortened(draft.question, forms))


def repeats_name(draft: Draft) -> bool:
    """Whether who somebody is was answered with the name and a title before it, or with a courtesy title alone.

    >>> repeats_name(Draft("who", "Who is Oskar III?", "King Oskar III", (0, 1), rule="role.is"))
    True
    >>> repeats_name(Draft("who", "Who is Oskar III?", "King of Norland", (0, 1), rule="role.is"))
    False
    """
    asked = WHO_IS.match(draft.question)
    if asked is None or draft.rule.partition(".")[0] not in ("definition", "role"):
        return False
    name, told = _words(asked["name"]), {word.rstrip(".") for word in _words(draft.answer)}
    beside = told - name
    return beside <= (TITLED if (told & name) - TITLED else COURTESY)


def _shortened(text: str, acronyms: Iterable[Acronym]) -> str:
    """A text with the acronyms of its names."""
    for form in acronyms:
        text = re.sub(re.escape(form.long), form.short, text, flags=re.IGNORECASE)
    return text


def names_twice(question: str, acronyms: Iterable[Acronym] = ()) -> bool:
    """Whether a question has the name of its meeting in it twice: once in its own words, and once as its place.

    >>> names_twice("Who opened a talk of the Tarn Board, according to the report on the Tarn Board talk in 2001?")
    True
    >>> names_twice("What did the Tarn Board discuss at the Tarn Board meeting on 3 May 2020?")
    False
    """
    placed = PLACED.fullmatch(_shortened(question, acronyms))
    named = {word for word in _words(placed["name"]) if word not in TIMES and not word.isdigit()} if placed else set()
    return placed is not None and bool(named) and named <= _words(placed["told"])


def _words(text: str) -> set[str]:
    """The folded words of a text that tell something, without the ending of a possessive."""
    words = (fold(word.removesuffix("’s").removesuffix("'s")) for word in WORD.findall(text))
    return {word for word in words if word not in COMMON}
