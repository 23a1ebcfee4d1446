"""“Since when?” alone asks of what was talked about: it is given where the sentence told there says so."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from bot.matching.match import SUGGESTIONS
from bot.question import Question, read
from bot.question.cues import AUXILIARIES, WH
from bot.question.tokens import content_terms
from bot.replies import Answer, Reply
from facts.expressions import expression

_WHEN: Final = "(?:when|(?:what|which) (?:year|date|day|month))"
_BARE: Final = expression(
    rf"\W*(?:(?:and|but|so|ok(?:ay)?),? )*"
    rf"(?:(?P<since>since {_WHEN})|(?P<until>(?:until|till) {_WHEN})|(?:for )?how long)"
    r"(?: exactly| then)?\W*",
    re.IGNORECASE,
)
_ASKED: Final = {"since": "since when", "until": "until when", "long": "how long"}
_AHEAD: Final = {
    "since": expression(r"\bsince (?:the )?$", re.IGNORECASE),
    "until": expression(r"\b(?:until|till) (?:the )?$", re.IGNORECASE),
    "long": expression(r"\b(?:for|since|until|till) (?:the )?$", re.IGNORECASE),
}
"""What stands ahead of the time in a sentence that says so."""
_ASKED_SO: Final = expression(rf"(?:since {_WHEN}|(?:until|till) {_WHEN}|(?:for )?how long) ", re.IGNORECASE)
"""What a question begins with that was made of a bare one."""
_MARKED_SO: Final = expression(r"(?:since|until|till|for) (?:the )?", re.IGNORECASE)
_CLAUSE: Final = expression(r"[,;:()–—]| (?=(?:and|but|while|whereas|when|who|which|that|whose|after|before) )")
"""What stands between two clauses."""
_YEAR: Final = expression(r"(?<=[a-z]) (?:19|20)\d\d$")
"""The year of a day or month, which its sentence need not tell."""
_RELATIVE: Final = expression(r"\W*(?:who|which|that|whose)\b")


def is_since_when(text: str) -> bool:
    """Whether a text only asks since when, until when or how long, and not of what.

    >>> [is_since_when(text) for text in ("And since when?", "For how long?", "Since when is it shut?", "How long")]
    [True, True, False, True]
    """
    return _BARE.fullmatch(text) is not None


def since_when(text: str, before: str) -> Question:
    """The question before, asked for its time: "since when" and "Is the pier closed?" or "Until when is it closed?"."""
    words = asked_of(before).split()
    if len(words) > 1 and words[0].lower() in WH and words[1].lower() in AUXILIARIES:
        words = words[1:]
    return read(" ".join((_ASKED[_sort(text)], words[0].lower(), *words[1:]))) if words else read(text)


def asked_of(before: str) -> str:
    """A question without the "since when" that was asked of it.

    >>> asked_of("until when is the pier closed?")
    'is the pier closed?'
    """
    return _ASKED_SO.sub("", before, count=1) if _ASKED_SO.match(before) else before


def _sort(text: str) -> str:
    """What a bare question asks for: "since", "until" or "long"."""
    found = _BARE.fullmatch(text)
    return (found and found.lastgroup) or "long"


def only_where_told(said: Reply, text: str, before: str, last: Answer | None) -> Reply:
    """A reply to a bare "since when?", offered unless the sentence that answered last says since when, where it tells
    of what was asked before."""
    answer = said.answer
    if answer is None:
        return said
    at = _place_of(answer)
    if last is not None and last.evidence == answer.evidence and at is not None:
        ahead = _AHEAD[_sort(text)].search(answer.evidence[:at])
        if ahead and _is_of_that(answer, at, before, last):
            return said
    offers = (dataclasses.replace(answer, also=(), differs=()), *said.suggestions)
    return dataclasses.replace(said, status="suggest", answer=None, suggestions=offers[:SUGGESTIONS], reason=None)


def _place_of(answer: Answer) -> int | None:
    """Where in its sentence the time begins that is answered; None where it does not stand there."""
    shown = answer.answer.removeprefix("since ").removeprefix("until ").removeprefix("for ")
    told = (answer.evidence.find(words) for words in (shown, _YEAR.sub("", shown)))  # "July" is "July 2034"
    at = next((at for at in told if at >= 0), None)
    if at is not None or answer.marked is None:
        return at
    begin, end = answer.marked
    said = _MARKED_SO.match(answer.evidence[begin:end])
    return begin + (said.end() if said else 0)


def _is_of_that(answer: Answer, at: int, before: str, last: Answer) -> bool:
    """Whether the clause that tells a time is about what was asked before: it has a word of that or of its answer, the
    verb where it is said of somebody beside that ("who has lived there since 1998"), or no words of its own."""
    evidence = answer.evidence
    begin = max((cut.end() for cut in _CLAUSE.finditer(evidence, 0, at)), default=0)
    end = next((cut.start() for cut in _CLAUSE.finditer(evidence, at)), len(evidence))
    own = content_terms(evidence[begin:at])
    asked = read(asked_of(before)).analysis
    if _RELATIVE.match(evidence[begin:end]) and asked.predicate:
        return asked.predicate in own
    talked_about = asked.terms if last.read else asked.terms | content_terms(last.answer)
    return own <= content_terms("since until till for") or not own.isdisjoint(talked_about)
