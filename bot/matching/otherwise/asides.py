"""What is told of another thing in passing: "the guild, which left in 2020, will hold a fair" dates no fair."""

from __future__ import annotations

from typing import Final

from bot.matching.elsewhere import is_short_for
from bot.question import Question
from bot.question.tokens import content_terms, tokens
from facts.expressions import expression

_ASIDE: Final = expression(r"(?P<of>[\w’'-]+), (?:which|who|where) (?P<told>[^,;.:()]*)")
"""A clause that tells something besides of what stands before it."""
_NAME: Final = expression(r"(?:[A-Z][\w’'-]*(?: (?:of|for|and)(?: the)?)? ?)+\Z")
_LONGEST: Final = 80
"""How many letters a name has at most."""


def is_of_what_is_beside(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when, where or how many, and the words at a span of a sentence stand in what it tells
    besides of something else: not of the deed that is asked about, or of one with another name.

    >>> from bot.question import read
    >>> told = "They urged the pilots, who took the lock in 2020, to hold a fair."
    >>> is_of_what_is_beside(read("When do they hold a fair?"), told, (44, 48))
    True
    """
    asked = question.analysis
    if asked.answer_type not in ("when", "where", "how_many") or asked.predicate is None:
        return False
    aside = next((found for found in _ASIDE.finditer(sentence) if found.start("told") <= span[0] < found.end()), None)
    if aside is None:
        return False
    if asked.predicate in content_terms(aside["told"]):
        return _has_another_name(question, sentence[: aside.end("of")])
    outside = content_terms(sentence[: aside.start("told")], sentence[aside.end() :])
    about = content_terms(aside["of"], aside["told"])
    return asked.predicate in outside and asked.terms.isdisjoint(about)


def _has_another_name(question: Question, ahead: str) -> bool:
    """Whether the name at the end of what stands ahead is not the one that a question has, nor short for it."""
    found = _NAME.search(ahead[-_LONGEST:])
    own = tokens(found[0]) if found else ()
    names = {token.term for token in question.tokens if token.capital and not token.is_stop}
    short = any(is_short_for(token.surface, own) for token in question.tokens)
    known = {token.term for token in own if token.capital}
    return bool(known and names) and not short and not names <= known and not known <= question.analysis.terms
