"""What is told of one who only stands beside whom a yes/no question names: of who came in their place, of a colleague
of theirs."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_REPLACED: Final = expression(
    r"\b(?:replacing|succeeding|in succession to|instead of|in place of|rather than) (?P<who>[^,;:.]{1,80})",
    re.IGNORECASE,
)
_ASKS_OF_THAT: Final = expression(r"\b(?:replac|succe|instead|in place|rather|took over|take over)", re.IGNORECASE)
_OF_THEIRS: Final = expression(
    r"\W*(?:Her|His|Its|Their) (?:[\w-]+ ){0,4}?[\w-]+(?:,|(?= (?:\w+ed|had|has|have|is|are|was|were|will|said)\b))"
)
"""Somebody or something of theirs, as what a sentence begins with."""
_THEY: Final = expression(r"\b(?:he|she|it|they)\b", re.IGNORECASE)
_RELATION: Final = expression(
    r"\b(?P<whose>[\w-]+)(?:['’]s|(?<=s)['’]) (?P<who>rival|opponent|challenger|predecessor|successor|deputy|"
    r"ally|colleague|friend|neighbour|partner|husband|wife|brother|sister|son|daughter|father|mother|lawyer|boss|employer)s?\b",
    re.IGNORECASE,
)
"""Somebody by whose rival, kin or helper they are."""


def is_only_replaced(question: Question, sentence: str) -> bool:
    """Whether a sentence names those of whom a yes/no question asks only as replaced by others.

    >>> from bot.question import read
    >>> told = "The guild elected Bo Falk as its chair, replacing Ada Wren."
    >>> [is_only_replaced(read(f"Was {who} elected chair?"), told) for who in ("Ada Wren", "Bo Falk")]
    [True, False]
    """
    names = _names_asked_of(question)
    replaced = _REPLACED.search(sentence) if names and not _ASKS_OF_THAT.search(question.text) else None
    if replaced is None:
        return False
    rest = sentence[: replaced.start()] + sentence[replaced.end() :]
    return names <= content_terms(replaced["who"]) and names.isdisjoint(content_terms(rest))


def is_only_of_theirs(question: Question, sentence: str) -> bool:
    """Whether a sentence that names nobody of whom a yes/no question asks tells of somebody or something of theirs.

    >>> from bot.question import read
    >>> told = "Her Lunnish colleague, Bo Falk, had asked for a pier."
    >>> is_only_of_theirs(read("Did Ada Wren ask for a pier?"), told)
    True
    """
    names = _names_asked_of(question)
    beside = _OF_THEIRS.match(sentence) if names and names.isdisjoint(content_terms(sentence)) else None
    return beside is not None and _THEY.search(sentence, beside.end()) is None


def is_of_them_itself(question: Question, sentence: str) -> bool:
    """Whether a yes/no question asks about somebody by whose rival, wife or lawyer they are, and a sentence names none
    such, but those themselves.

    >>> from bot.question import read
    >>> asked = [read(f"Did {who} sell the mill?") for who in ("Ada Wren's rival", "Ada Wren")]
    >>> [is_of_them_itself(each, "Ada Wren denied that she would sell the mill.") for each in asked]
    [True, False]
    """
    theirs = _RELATION.search(question.text) if question.analysis.answer_type == "yes_no" else None
    if theirs is None:
        return False
    told = content_terms(sentence)
    return bool(content_terms(theirs["whose"]) & told) and stem(theirs["who"].lower()) not in told


def _names_asked_of(question: Question) -> frozenset[str]:
    """The names in a yes/no question, as terms."""
    asked = question.analysis
    named = (word.term for word in asked.words if (word.name or word.capital) and word.term.isalpha())
    return frozenset(named) if asked.answer_type == "yes_no" else frozenset()
