"""What limits an answer belongs to it: "daily" of what is open "daily except on Saturdays" is wrong by itself.

A limit is an exception ("all members but Norland"), a condition ("if the council agrees") or what something is only so
for ("only for members"). An answer of the same clause has it behind it, word for word.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.question.tokens import content_terms
from bot.replies import Answer
from facts import dates
from facts.expressions import expression

MOST: Final = 16
"""Limits of a sentence that are looked at."""

_EXCEPTION: Final = (
    r"(?i:except(?:ing)?(?: for)?|apart from|other than|excluding|save for|with the exception of|but not)"
)
_CONDITION: Final = (
    r"(?i:unless|provid(?:ed|ing) that|on condition that|(?<!for )(?:as|so) long as|(?<=, )subject to|"
    r"only (?:if|when|for|on|in|at|to|by|after|until)|(?<!even )(?<!as )if)"
)
_NAMES: Final = r"(?:(?:,? (?:and |or |the )*[A-Z][\w’'-]*)+| (?:the|its|one|two|three) [\w’'-]+)"
_ONLY: Final = r"(?:for|on|in|to|by) [^.;,]{1,40}? only"
_LIMIT: Final = expression(
    rf"\b(?:(?P<excepted>{_EXCEPTION}{_NAMES}|{_ONLY})\b|(?P<exception>{_EXCEPTION})\b"
    rf"|(?<!-)(?P<condition>{_CONDITION})\b"
    rf"|(?:[Aa]ll|[Ee]very\w*|[Ee]ach|[Nn]one|[Nn]obody|[Nn]o one)\b[^.;,]{{0,120}}? (?P<but>but{_NAMES}))"
)
_ASKING: Final = expression(
    r"\b(?:ask|see|know|knew|wonder|decid|determin|check|doubt|clear|learn|consider|discuss|examin|find out|sure|"
    r"matter)\w*(?: \w+)?(?:,| )*$"
)
"""What stands before an "if" that means "whether"."""
_END: Final = expression(r"[.;:!?)”\"](?:\s|$)|,\s|\s[–—]\s|\s(?:which|who|but|while)\s")
"""Where a limit ends that is no list of names."""
_OTHER_CLAUSE: Final = expression(
    r"[;:“”\"]|[.!?]\s|\s[–—]\s|\b(?:which|who|whom|whose|while|whereas|although|though|because)\b"
    r"|,?\s(?:and|but|so)\s(?:that\s)?(?:he|she|it|they|we|this|there|the \w+|[A-Z]\w+)(?: [\w’'-]+){0,3}? "
    r"(?:is|are|was|were|will|would|has|have|had|\w+ed)\b"
)
"""What stands between two clauses of a sentence, so that the limit of one is none of the other."""
_SAYS_THAT: Final = expression(
    r"\b(?:argu|claim|declar|insist|promis|sa(?:id|y|ys|ying)|stat|stress|told|vow|warn)\w*\b(?: [\w’'-]+){0,4}? that\b"
)
"""What tells that the limit behind it is one of what somebody says, and not of who that is."""
_ABOUT_IT: Final = 2
"""Words that a question has of what somebody says, at least, to be about that."""
UNIVERSAL: Final = expression(
    r"\b(?:all|every\w*|each|any|both|none|no|nobody|nothing|never|always|daily|weekly|everywhere|throughout|whole|entire)\b",
    re.IGNORECASE,
)
"""What speaks of all."""
_NEGATED: Final = expression(
    r"n[’']t\b|\b(?:not|no|none|never|except\w*|but|only|apart|exclud\w*|without|miss\w*|other)\b", re.I
)
"""What a question has that asks for an exception."""


_SHUTS: Final = expression(r"\b(?:kept|closed|shut|locked|barred|banned|forbidden|prohibited|excluded) [^.;]*$")
"""What keeps out, of which an exception lets in: "kept off the beach, but not off the dunes"."""
_NONE: Final = expression(r"\b(?:no|none|nobody)\b", re.IGNORECASE)


class Limit(NamedTuple):
    """What limits a clause, and where it stands in its sentence; at `opening` what it is an exception of may begin."""

    begin: int
    end: int
    opening: int
    is_exception: bool


def limits(sentence: str) -> Iterator[Limit]:
    """The limits in a sentence.

    >>> text = "The museum is open daily, except on Saturdays, and free."
    >>> [text[limit.begin : limit.end] for limit in limits(text)]
    ['except on Saturdays']
    """
    for found in itertools.islice(_LIMIT.finditer(sentence), MOST):
        begin, end = found.span("but") if found["but"] else found.span()
        if (
            found["condition"]
            and found["condition"].lower() == "if"
            and _ASKING.search(sentence[max(0, begin - 60) : begin])
        ):
            continue
        if found["exception"] or found["condition"]:
            rest = _END.search(sentence, end)
            end = rest.start() if rest else len(sentence.rstrip(' .!?”"'))
        yield Limit(begin, end, found.start(), not found["condition"])


def limited(answer: Answer, question: str = "") -> Answer:
    """An answer with what limits it, unless it or the question says that already."""
    decides = answer.kind == "yes_no"
    span = answer.marked if answer.read and answer.marked else _span_of(answer)
    if span is None and not decides:
        return answer
    whole = (
        _with_what_it_is_taken_from(answer.evidence, span, question or answer.question)
        if not decides and span
        else None
    )
    if whole is not None:
        return dataclasses.replace(answer, answer=whole)
    limit = _limit_of(answer.evidence, span or (0, 0), f"{question} {answer.question} {answer.answer}", decides=decides)
    if limit is None:
        return answer
    begin, end = span or (0, 0)
    within = limit.opening <= begin and end <= limit.begin
    told = answer.evidence[limit.opening if decides or within else limit.begin : limit.end]
    gap = answer.evidence[end : limit.begin] if limit.begin >= end else ""
    beside = not decides and gap and not gap.strip(" ,")
    said = told if within and not decides else f"{answer.answer}{gap if beside else ', '}{told[:1].lower()}{told[1:]}"
    return dataclasses.replace(answer, answer=said)


def _is_asked_of(sentence: str, limit: Limit, said: str) -> bool:
    """Whether a "no" is said of what an exception is made of, or a "yes" rests on one that is made of "none", or on
    one that lets in."""
    if sentence.startswith("but not ", limit.begin) and _SHUTS.search(sentence, 0, limit.begin):
        return True
    if said.endswith(" Yes"):
        return _NONE.search(sentence[limit.opening : limit.begin] or sentence[: limit.begin]) is not None
    aside, beside = sentence[limit.begin :].partition(". ")[0], content_terms(sentence[: limit.begin])
    return not content_terms(said).isdisjoint(content_terms(aside) - beside)


def _with_what_it_is_taken_from(sentence: str, span: tuple[int, int], question: str) -> str | None:
    """The clause of an answer that is an exception ("all but Norland"), unless it is asked for; else None."""
    if _NEGATED.search(question):
        return None
    for limit in limits(sentence):
        if limit.is_exception and limit.begin <= span[0] and span[1] <= limit.end:
            opened = max((match.end() for match in re.finditer(r"[;:]\s", sentence[: limit.begin])), default=0)
            return sentence[limit.opening if limit.opening < limit.begin else opened : limit.end]
    return None


def _span_of(answer: Answer) -> tuple[int, int] | None:
    """Where the answer of a fact stands in its evidence, word for word or as the date that it means."""
    begin = answer.evidence.find(answer.answer) if answer.answer else -1
    if begin >= 0:
        return begin, begin + len(answer.answer)
    whens = dates.find(answer.evidence, answer.date) if answer.kind == "when" else ()
    return next((when.span for when in whens if dates.readable(when.iso) == answer.answer), None)


def _is_of_what_is_said(between: str, said: str) -> bool:
    """Whether words between an answer and a limit tell what somebody says, and it isn't asked about that."""
    says = _SAYS_THAT.search(between)
    return says is not None and len(content_terms(between[says.end() :]) & content_terms(said)) < _ABOUT_IT


def _limit_of(sentence: str, span: tuple[int, int], said: str, *, decides: bool) -> Limit | None:
    """The limit of what stands at a span of a sentence, of which not all is said already.

    An exception is one of an answer that it stands right behind, or that speaks of all; of a yes or no always.
    A condition is one of what is or is to be, not of what was done.
    """
    begin, end = span
    for limit in limits(sentence):
        if limit.begin < end and begin < limit.end and not decides:
            continue
        between = sentence[end : limit.begin] if limit.begin >= end else sentence[limit.end : begin]
        opens = not sentence[: limit.begin].strip()
        if _OTHER_CLAUSE.search(between) or (limit.end <= begin and not opens):
            continue
        if not decides and _is_of_what_is_said(between, said):
            continue
        if decides and limit.is_exception and _is_asked_of(sentence, limit, said):
            continue
        beside = not between.strip(" ,") or UNIVERSAL.search(sentence[begin:end])
        known = content_terms(sentence[limit.begin : limit.end]) <= content_terms(said)
        done = dates.tense_at(sentence, limit.begin, limit.end) == "past"
        if not known and (decides or beside if limit.is_exception else not done):
            return limit
    return None
