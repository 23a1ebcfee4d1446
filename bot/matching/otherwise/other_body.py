"""What is told of another body than a question names: who chaired the scientific committee is not who chaired the
compliance committee, and where the board met not where the assembly did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_NOUNS: Final = (
    r"assembly|board|bureau|commission|committee|council|panel|plenary|sub-?committee|task force|"
    r"working (?:group|party)"
)
_BODY: Final = expression(rf"(?P<ahead>(?:[\w’'-]+ ){{0,4}})(?P<noun>{_NOUNS})\b(?![’']|-)", re.IGNORECASE)
_LEADS: Final = r"(?:chair\w*|led|leads|leading|head(?:s|ed)|presid\w+ over|attend\w*|conven\w+|host\w*|opened)"
_DOES: Final = expression(
    rf"^(?:[^,]{{1,40}}, )?(?:The|the|Its|its|An?) (?P<subject>(?:[\w’'-]+ ){{0,3}}?(?i:{_NOUNS})) "
    r"(?!at |for |from |in |of |on |[A-Z])[a-z]"
    rf"|\b{_LEADS} (?:the|its|an?) (?P<object>(?:[\w’'-]+ ){{0,3}}?(?i:{_NOUNS}))\b(?! (?:for|of|on) | [A-Z])"
    rf"|\b(?:chair\w*|head|president|secretary) of (?:the|its) (?P<of>(?:[\w’'-]+ ){{0,3}}?(?i:{_NOUNS}))\b"
    r"(?! (?:for|of|on) | [A-Z])",
)
"""The body that a sentence is about: that does something, or that somebody leads."""
_ANY: Final = frozenset(
    map(
        stem,
        "annual coming current earlier entire extraordinary full joint last latest local new next old ordinary own "
        "present previous special whole".split(),
    )
)
"""Words before the noun of a body that do not tell which it is."""
_BY_ITSELF: Final = frozenset({"plenary"})
"""What a body is called that needs no other word."""


class _Body(NamedTuple):
    """A body by its noun, and the terms before that which tell which it is."""

    noun: str
    own: frozenset[str]


def is_of_another_body(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a question asks about a body, and the sentence of an article at a place is about another one, while
    others tell of the one asked about.

    >>> from bot.question import read
    >>> told = "The audit committee met in Tarn.", "Ada Wren chaired the lock committee."
    >>> [is_of_another_body(read(f"Who chaired the {its} committee?"), told, 1) for its in ("audit", "lock")]
    [True, False]
    """
    named = (body._replace(own=body.own - {question.analysis.predicate}) for body in _bodies(question.text))
    asked = [body for body in named if body.own or body.noun in _BY_ITSELF]
    found = _DOES.search(sentences[place]) if len(asked) == 1 else None
    if found is None:
        return False
    (meant,) = asked
    told = next(_bodies(found["subject"] or found["object"] or found["of"]), None)
    if told is None:
        return False
    others = [body for at, each in enumerate(sentences) if at != place for body in _bodies(each)]
    if not any(_is_named(meant, each) for each in others):
        return False
    if told.noun != meant.noun and not told.own:
        told = next((each for each in others if each.noun == told.noun and each.own), told)
    if not told.own or told.own & meant.own or any(_may_be(meant, each) for each in _bodies(sentences[place])):
        return False
    return not any(_may_be(meant, each) and not told.own.isdisjoint(each.own) for each in others)


def _bodies(text: str) -> Iterator[_Body]:
    for found in _BODY.finditer(text):
        noun = stem(found["noun"].lower())
        yield _Body(found["noun"].lower(), content_terms(_near(found["ahead"])) - _ANY - {noun})


def _near(ahead: str) -> str:
    """Of the words before a noun those behind the last article or preposition."""
    return re.split(r"\b(?:the|an?|its|their|our|this|that|by|of|at|in|on|for|to|and|with|did|was)\b", ahead.lower())[
        -1
    ]


def _is_named(meant: _Body, told: _Body) -> bool:
    """Whether a body is called what a question calls one."""
    return meant.noun == told.noun and meant.own <= told.own


def _may_be(meant: _Body, told: _Body) -> bool:
    """Whether a body may be the one that a question means: it has the noun, and a word that tells which, or none."""
    return meant.noun == told.noun and (not told.own or not meant.own or not meant.own.isdisjoint(told.own))
