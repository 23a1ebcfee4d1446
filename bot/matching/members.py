"""All members of a list are told where they are no mere names: with what each is in brackets ("Ada Wren (pilots), Bo
Lusk (clerks)"), with others of their sort ("and other funds such as"), or with one for whom a pronoun stands."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.spans import parts_of
from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.folding import fold

_CAPITAL: Final = r"[A-Z][\w’'.-]{0,30}"
_NAME: Final = rf"(?:the )?{_CAPITAL}(?: (?:(?:of|for|de|van|von) (?:the )?)?{_CAPITAL}){{0,6}}"
_MEMBER: Final = rf"{_NAME}(?: \([^()]{{1,60}}\))?"
_LABELLED: Final = expression(
    r"(?:^|[;.|] )(?:[A-Z][\w’' -]{0,40}s|Present|Absent|Excused|In attendance): "
    rf"(?P<all>{_MEMBER}(?:, {_MEMBER}){{1,40}}(?:,? and {_MEMBER})?)(?=[.;|]|$)"
)
"""A label for several, and who they are."""
_LINE: Final = expression(rf"(?P<all>{_MEMBER}(?:, {_MEMBER}){{2,40}}(?:,? and {_MEMBER})?)\.?$")
"""A line of nothing but names."""
_JOINED: Final = expression(rf"\b(?P<all>{_MEMBER}(?:, {_MEMBER}){{0,40}},? and {_MEMBER})(?! [A-Z(])")
_JOINT: Final = expression(r",? and (?![^()]*\))|, (?:and )?(?![^()]*\))")
_BRACKET: Final = expression(r" \((?P<told>[^()]*)\)$")
_ONE: Final = expression(r"\b(?:is|was) (?:the|its|their)\b", re.IGNORECASE)
"""One is asked for, of however many."""
_AND_OTHERS: Final = expression(
    rf"\b(?P<all>{_NAME}(?:, {_NAME}){{0,20}},? and (?:other|further|similar) (?:[a-z-]+ ){{0,2}}?(?P<sort>[a-z-]+),? "
    rf"(?:such as|like|including) {_NAME}(?:, {_NAME}){{0,20}}(?:,? and {_NAME})?)"
)
_WITH_PRONOUN: Final = expression(r"\b(?:he|she) and (?P<other>(?:[\w’'-]+,? ){0,6}?)$", re.IGNORECASE)
_BY_PRONOUN: Final = expression(r"(?:he|she)(?= and )", re.IGNORECASE)
_PERSON: Final = expression(
    rf"(?:\b(?P<no_one>[Tt]he|of|in|at|In|On|At) )?\b{_CAPITAL}(?: (?:de |van |von )?{_CAPITAL}){{1,3}}"
)
"""A name of several words; `no_one` makes it that of a body or a place."""
_OWNER: Final = expression(r"[’']s?$")


def with_all_members(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence with all of the list that it has members of, unless the question names one of them.

    >>> from bot.question import read
    >>> told = "Guests: Ada Wren (pilots), Bo Lusk (clerks), Dag Moe"
    >>> told[slice(*with_all_members(read("Who were the guests?"), told, (8, 16)))]
    'Ada Wren (pilots), Bo Lusk (clerks), Dag Moe'
    >>> told[slice(*with_all_members(read("Who was the guest of the clerks?"), told, (8, 34)))]
    'Bo Lusk'
    """
    asked = question.analysis
    if asked.answer_type == "who":
        span = _with_pronoun(question, sentence, span)
    if asked.answer_type in ("who", "list"):
        return _with_brackets(question, sentence, span)
    return _with_others(question, sentence, span) if asked.answer_type in ("which", "what") else span


def _with_brackets(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """All of a list behind a label, or that has brackets; of several marked the one whose brackets are asked about."""
    lines = [line for line in (_LINE.match(sentence),) if line]
    for found in (*lines, *_LABELLED.finditer(sentence), *_JOINED.finditer(sentence)):
        first, last = found.span("all")
        if "(" not in found[0] and ": " not in found[0] and found not in lines:
            continue
        members = parts_of(sentence, (first, last), _JOINT)
        if not any(begin == span[0] for begin, _ in members) or not first < span[1] <= last:
            continue
        named = [each for each in members if content_terms(sentence[slice(*each)]) & question.analysis.terms]
        marked = [each for each in members if span[0] <= each[0] < span[1]]
        if not named and not _ONE.search(question.text):
            return first, last - found["all"].endswith(".")
        if len(named) == 1 and len(marked) > 1 and named[0] in marked:
            bracket = _BRACKET.search(sentence, *named[0])
            return (named[0][0], bracket.start()) if bracket else span
    return span


def _with_others(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """All of "the Tide Fund, the Reed Trust and other funds such as Lode", where some are marked."""
    for found in _AND_OTHERS.finditer(sentence):
        first, last = found.span("all")
        sort = stem(fold(found["sort"]))
        named = (content_terms(found["all"]) - {sort}) & question.analysis.terms
        if first <= span[0] and span[1] <= last and sort in question.analysis.focus[-1:] and not named:
            return first, last - found["all"].endswith(".")
    return span


def _with_pronoun(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """Both of "he and the clerk, Ada Wren", where the other is marked."""
    with_it = _WITH_PRONOUN.search(sentence[: span[0]])
    if with_it is None or content_terms(with_it["other"]) & question.analysis.terms:
        return span
    return with_it.start(), span[1]


def with_name(sentence: str, span: tuple[int, int]) -> str | None:
    """What stands at a span that begins with a pronoun and another, with the only name before it in place of that; None
    where there are more, or no such thing.

    >>> with_name("Ada Wren wrote it, and she and Bo Lusk signed it.", (23, 38))
    'Ada Wren and Bo Lusk'
    """
    said = sentence[slice(*span)]
    pronoun = _BY_PRONOUN.match(said)
    people = [
        found[0]
        for found in _PERSON.finditer(sentence, 0, span[0])
        if not found["no_one"] and not _OWNER.search(found[0])
    ]
    return people[0] + said[pronoun.end() :] if pronoun and len(people) == 1 else None
