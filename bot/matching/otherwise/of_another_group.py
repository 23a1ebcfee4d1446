"""What is told of another group than a question names, or of an earlier thing of the sort: the pilots' secretary is not
that of the rowers, and "a strike planned for last May was called off" tells nothing of the strike to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.folding import fold
from facts.months import MONTHS

_ASKED: Final = expression(
    r"\b(?P<group>[a-z][\w-]+[^s\W]s)['’]? (?:(?:branch|local|general|joint|national|regional|union) )?"
    r"(?:meeting|session|conference|secretary|chair\w*|president|leader|spokes\w+|treasurer|clerk|head|organiser|"
    r"delegat\w+|association|union|guild|federation|society|committee|council|board|branch|ballot|vote)\b",
    re.IGNORECASE,
)
"""A group by what is theirs, with or without the apostrophe: "the crane drivers meeting"."""
_THEIRS: Final = expression(r"\b[Tt]he (?:[\w-]+ ){0,2}?(?P<group>[\w-]+s)['’] (?=[A-Za-z])")
_GENERAL: Final = frozenset(
    map(stem, "day employee leader member minister people representative resident staff state worker".split())
)
"""Words for groups that may be any."""
_ALIKE: Final = 4
"""Groups whose names have so many first letters in common are one: "dockers", "dock workers"."""
_PAST: Final = (
    rf"(?:last (?:year|month|spring|summer|autumn|winter|{'|'.join(month.capitalize() for month in MONTHS)})"
    r"|(?:\w+ )?(?:years?|months?) (?:ago|earlier|before))"
)
_EARLIER: Final = (
    expression(r"^(?:An?|The) (?:earlier|previous) (?:[\w-]+ )??(?P<noun>[\w-]+)\b"),
    expression(
        rf"^(?:An?|Another) (?:[\w-]+ ){{0,2}}?(?P<noun>[\w-]+)(?:,? (?:that|which))?(?: (?:was|had been))?"
        rf"(?: \w+(?:ed|ld|de|et|un))?(?: [\w’'-]+){{0,3}}? {_PAST}\b"
    ),
)
"""Another thing of a sort that was told of before, as what a sentence tells of."""
_ASKS_EARLIER: Final = expression(
    rf"\b(?:earlier|previous\w*|last|first|ago|ever|before|another|an|a|any|{'|'.join(MONTHS)}|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def is_of_another_group(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a question asks of what is some group's, and the sentence of an article at a place tells of another
    group's, while others tell of the one asked about.

    >>> from bot.question import read
    >>> told = "The rowers hold off.", "The pilots' secretary, Ada Wren, spoke."
    >>> [is_of_another_group(read(f"Who is the {of} secretary?"), told, 1) for of in ("rowers", "pilots")]
    [True, False]
    """
    sentence = sentences[place]
    if _THEIRS.search(sentence) is None:
        return False
    here = {fold(word)[:_ALIKE] for word in _words(sentence)}
    others = {fold(word) for each in (*sentences[:place], *sentences[place + 1 :]) for word in _words(each)}
    return any(
        here.isdisjoint(word[:_ALIKE] for word in asked)
        for asked in _groups_asked(question)
        if not others.isdisjoint(_forms(asked[-1])) and stem(asked[-1]) not in _GENERAL
    )


def is_of_an_earlier_one(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a question asks about a thing that an article tells of, and its sentence at a place tells of an earlier
    one of the sort.

    >>> from bot.question import read
    >>> told = "The pilots will strike on 3 May.", "A strike planned for last June was called off."
    >>> [is_of_an_earlier_one(read(f"Was the {of} called off?"), told, 1) for of in ("strike", "strike last June")]
    [True, False]
    """
    if _ASKS_EARLIER.search(question.text):
        return False
    before = content_terms(*sentences[:place])
    nouns = {stem(fold(found["noun"])) for told in _EARLIER if (found := told.search(sentences[place]))}
    return not nouns.isdisjoint(before & question.analysis.terms)


def _groups_asked(question: Question) -> Iterator[list[str]]:
    """The groups of a question by what is theirs, each as its words."""
    for found in _ASKED.finditer(question.text):
        ahead = re.findall(r"[\w’'-]+", question.text[: found.start()])
        words = [fold(word) for word in ahead[-1:] if fold(word) not in ("the", "a", "their", "its")]
        yield [*words, fold(found["group"])]


def _forms(group: str) -> set[str]:
    return {group, group.removesuffix("s")}


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text)
