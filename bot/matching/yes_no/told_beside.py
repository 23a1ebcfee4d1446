"""What a yes/no question asks, where a sentence tells the like of another: of another year, of another who was given
it or is denied to have done it, or of a refusal to do something else."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.deeds_told import deeds
from bot.question import Question
from bot.question.cues import BE
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression

_YEAR: Final = expression(r"\b(?:1[5-9]|20)\d\d\b")
_RELATIVE: Final = expression(r",? (?:who|which|whose|where|when)\b|[;:,]|\b(?:and|but|while)\b")
_OBJECTS: Final = frozenset("her him it me them us you its his their this these those".split())
_ALIVE: Final = expression(r"\b(?:alive|living|still with us)\b", re.IGNORECASE)
_DEAD: Final = expression(r"\b(?:died|dead|death|killed|late|deceased|passed away|drowned|memory)\b")
_DENIED_THAT: Final = expression(
    r"\bden(?:y|ies|ied|ying) (?:[\w’'-]+ ){0,4}?(?:that )?(?P<who>(?:[A-Z][\w’'-]* ?)+)(?:had|has|was|were|would|is)\b"
)
_NOT_BUT: Final = expression(
    r"\b(?:not|rather than|instead of) (?:the |an? )?(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"
)
"""A name that a sentence takes out: "Ada Wren, and not Bo Tam, moved it"."""
_REFUSED_TO: Final = expression(r"\b(?:refus|declin)(?:e[ds]?|ing) to (?P<verb>[a-z]+)(?P<what>[^;:.]{0,60})")


def is_of_another_year(question: Question, sentence: str) -> bool:
    """Whether a question asks if something was done in a year, which a sentence has in another clause than that deed,
    whose own has another year.

    >>> from bot.question import read
    >>> told = "The guild was founded in 1987 by Bo Lusk, who died in 2011."
    >>> [is_of_another_year(read(f"Was the guild founded in {year}?"), told) for year in (2011, 1987)]
    [True, False]
    """
    asked = question.analysis
    years = _YEAR.findall(question.text)
    if asked.answer_type != "yes_no" or len(years) != 1 or asked.predicate is None:
        return False
    own = [part for part in _RELATIVE.split(sentence) if part and asked.predicate in content_terms(part)]
    told = {year for part in own for year in _YEAR.findall(part)}
    return bool(told) and years[0] not in told


def is_named_as_not(question: Question, sentence: str) -> bool:
    """Whether a question asks about somebody of whom a sentence only says that it was not them, but another.

    >>> from bot.question import read
    >>> told = "Ada Wren, and not Bo Tam, moved the motion."
    >>> [is_named_as_not(read(f"Did {who} move the motion?"), told) for who in ("Bo Tam", "Tam", "Ada Wren")]
    [True, True, False]
    """
    out = {term for found in _NOT_BUT.finditer(sentence) for term in content_terms(found["who"])}
    left = content_terms(_NOT_BUT.sub(" ", sentence))
    asked = {word.term for word in question.tokens if not word.is_stop}
    return bool((out - left) & asked) and not question.analysis.negated


def was_given_to_another(question: Question, sentence: str) -> bool:
    """Whether a question asks if somebody was given something, and a sentence that does not name them tells that it was
    given to another by name.

    >>> from bot.question import read
    >>> told = "They granted the status to Osmark."
    >>> [was_given_to_another(read(f"Was {who} granted the status?"), told) for who in ("Tarn", "Osmark")]
    [True, False]
    """
    if question.analysis.answer_type != "yes_no" or question.tokens[0].surface not in BE:
        return False
    who, predicate = _asked_of(question), question.analysis.predicate
    own = tokens(sentence)
    if not who or who & {word.term for word in own}:
        return False
    told = [deed for deed in deeds(sentence) if deed.verb == predicate and deed.auxiliaries.isdisjoint(BE)]
    return bool(told) and all(
        any(word.capital for word in deed.what) and not any(word.surface in _OBJECTS for word in deed.what)
        for deed in told
    )


def _asked_of(question: Question) -> set[str]:
    """The terms of whom a question for yes or no asks about: between its first word and the deed; none without one."""
    words, predicate = question.tokens, question.analysis.predicate
    at = next((at for at, word in enumerate(words) if at and word.term == predicate), 0)
    return {word.term for word in words[1:at] if not word.is_stop}


def tells_of_death(question: Question, sentence: str) -> bool:
    """Whether a question asks if somebody is alive, and a sentence tells of a death: no "yes" rests on it.

    >>> from bot.question import read
    >>> tells_of_death(read("Is Bo Lusk still alive?"), "Bo Lusk, who died in 2011, built it.")
    True
    """
    return _ALIVE.search(question.text) is not None and _DEAD.search(sentence) is not None


def is_denied_of_another(question: Question, sentence: str) -> bool:
    """Whether a sentence tells only that somebody denies something of another by name than a question asks about.

    >>> from bot.question import read
    >>> told = "Ada Wren denied that Tarn had bought boats."
    >>> [is_denied_of_another(read(f"Did {who} buy boats?"), told) for who in ("Lusk", "Tarn")]
    [True, False]
    """
    if question.analysis.answer_type != "yes_no" or _DENIED_THAT.search(sentence) is None:
        return False
    who = _asked_of(question)
    return bool(who) and who.isdisjoint(content_terms(sentence))


def refused_something_else(question: Question, sentence: str) -> bool:
    """Whether a sentence denies something only as a refusal to do another thing than a question asks about: no "no"
    rests on it.

    >>> from bot.question import read
    >>> told = "The judge refused to order a stop to blasting."
    >>> [refused_something_else(read(f"Did the judge {so} blasting?"), told) for so in ("limit", "stop")]
    [True, False]
    """
    refused = list(_REFUSED_TO.finditer(sentence))
    predicate = question.analysis.predicate
    if question.analysis.answer_type != "yes_no" or predicate is None or _without(refused, sentence):
        return False
    return (
        bool(refused)
        and all(predicate != stem(each["verb"]) and predicate not in content_terms(each["what"]) for each in refused)
        and predicate not in content_terms(sentence)
    )


def _without(refused: list[re.Match[str]], sentence: str) -> bool:
    """Whether something else in a sentence denies."""
    if not refused:
        return False
    begin, end = refused[0].start(), refused[-1].end()
    return re.search(r"\b(?:not|no|never)\b|n[’']t\b", sentence[:begin] + sentence[end:]) is not None
