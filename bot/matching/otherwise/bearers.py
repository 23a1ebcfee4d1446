"""In a list of people a role is its bearer's alone, and a row of a table tells of nobody but whom it names: that Ada
Wren came as the chair makes no chair of the others who came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bot.matching.query_terms import QueryTerm
from bot.question.cues import IDLE_TERMS
from bot.question.tokens import content_terms
from facts.expressions import expression

Terms = frozenset[str]

_LABEL: Final = r"[A-Z][\w’' /-]{0,40}: "
_LABELLED: Final = expression(rf"(?:[-*•] )?{_LABEL}")
_ROW: Final = expression(rf"{_LABEL}[^;]+(?:; {_LABEL}[^;]+)+")
_BRACKETS: Final = expression(r"\(([^()]*)\)?")
_BETWEEN: Final = expression(r"[;,](?![^(]*\))|\band\b(?![^(]*\))")
"""What stands between the people of a list."""
_BEHIND: Final = expression(r",| [–—-] ")
"""What stands between a name and its role, where people stand between semicolons."""
_MEANT: Final = 0.5
"""How well a term must stand for a word of the question (0–1) to be it."""


def is_anothers(asked: Sequence[QueryTerm], sentence: str, around: Terms) -> bool:
    """Whether a sentence is a list where the role that a yes/no question has is another's than whom it asks about, or
    a labelled line or row without a word of the question that is not around it, either.

    `asked` are the words of the question, `around` the terms of the title and the meeting.
    """
    line = _LABELLED.match(sentence)
    listed = sentence[line.end() :] if line else sentence
    if _ROW.fullmatch(sentence):
        return _lacks_one(asked, content_terms(sentence) | around)
    entries = list(_entries(listed))
    names, roles = (frozenset[str]().union(*each) for each in zip(*entries, strict=True))
    told = [word for word in asked if _is_in(word, roles) and not _is_in(word, names)]
    bearers = [word for word in asked if _is_in(word, names) and not _is_in(word, roles)]
    if told and bearers:
        return not any(_are_in(bearers, name) and _are_in(told, role) for name, role in entries)
    return bool(line and bearers and roles) and _lacks_one(asked, content_terms(sentence) | around)


def _entries(listed: str) -> Iterator[tuple[Terms, Terms]]:
    """The terms of each one's name and role: what is in brackets, or between semicolons what is behind a comma."""
    several = [each for each in listed.split(";") if each.strip()]
    apart = len(several) > 1 and any(_BEHIND.search(each) for each in several)
    for each in several if apart else _BETWEEN.split(listed):
        name, *behind = _BEHIND.split(_BRACKETS.sub("", each), maxsplit=1 if apart else 0)
        yield content_terms(name), content_terms(*behind, *_BRACKETS.findall(each))


def _lacks_one(asked: Sequence[QueryTerm], known: Terms) -> bool:
    return any(not _is_in(word, known) for word in asked if word.word.term not in IDLE_TERMS)


def _are_in(words: Sequence[QueryTerm], terms: Terms) -> bool:
    return all(_is_in(word, terms) for word in words)


def _is_in(word: QueryTerm, terms: Terms) -> bool:
    return word.found_in(terms) >= _MEANT
