"""“Since when?” alone asks of what was talked about: it is given where the sentence told there says so."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from bot.matching.match import SUGGESTIONS
from bot.question import Question, read
from bot.question.cues import AUXILIARIES, WH
from bot.replies import Reply
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
_YEAR: Final = expression(r"(?<=[a-z]) (?:19|20)\d\d$")
"""The year of a day or month, which its sentence need not tell."""


def is_since_when(text: str) -> bool:
    """Whether a text only asks since when, until when or how long, and not of what.

    >>> [is_since_when(text) for text in ("And since when?", "For how long?", "Since when is it shut?", "How long")]
    [True, True, False, True]
    """
    return _BARE.fullmatch(text) is not None


def since_when(text: str, before: str) -> Question:
    """The question before, asked for its time: "since when" and "Is the pier closed?"."""
    words = before.split()
    if len(words) > 1 and words[0].lower() in WH and words[1].lower() in AUXILIARIES:
        words = words[1:]
    return read(" ".join((_ASKED[_sort(text)], words[0].lower(), *words[1:]))) if words else read(text)


def _sort(text: str) -> str:
    """What a bare question asks for: "since", "until" or "long"."""
    found = _BARE.fullmatch(text)
    return (found and found.lastgroup) or "long"


def only_where_told(said: Reply, text: str, told: str | None) -> Reply:
    """A reply to a bare "since when?", offered unless the sentence talked about says since when."""
    answer = said.answer
    if answer is None:
        return said
    shown = answer.answer.removeprefix("since ").removeprefix("until ").removeprefix("for ")
    for words in (shown, _YEAR.sub("", shown)):  # "July" is "July 2034"
        at = answer.evidence.find(words)
        if told == answer.evidence and at >= 0 and _AHEAD[_sort(text)].search(answer.evidence[:at]):
            return said
    offers = (dataclasses.replace(answer, also=(), differs=()), *said.suggestions)
    return dataclasses.replace(said, status="suggest", answer=None, suggestions=offers[:SUGGESTIONS], reason=None)
