"""Phrases that tell nothing: "a number of issues", "various topics", "the situation"."""

from __future__ import annotations

import re
from typing import Final

_COUNT: Final = (
    r"(?:an? (?:\w+ )?(?:host|list|number|range|series|set|variety) of|a few|certain|different|(?:the )?following|many|"
    r"multiple|numerous|other|several|some|the (?:other|same|various)|(?:all (?:of )?)?(?:these|those)|such|various)"
)
"""Words before a noun that count and do not tell."""
_PLAIN: Final = (
    r"(?:additional|bilateral|broader|common|current|different|further|global|important|international|joint|key|latest|"
    r"local|mutual|national|ongoing|other|outstanding|pressing|regional|related|relevant|same|shared|topical|various|"
    r"wide)"
)
"""Words before a noun that tell as little."""
_THINGS: Final = r"(?:areas|aspects|issues|items|matters|points|questions|situations?|subjects|things|topics)"
"""What anything may be called."""
_IDEAS: Final = r"(?:concerns|details|ideas|options|problems|proposals|suggestions|updates|views|ways)"
"""What tells nothing where it is only counted."""
_LEAD: Final = r"(?:(?:to )?(?:address|consider|cover|debate|discuss|examine|review|talk about|work on) )?"
_BEHIND: Final = (
    r"(?: there)?(?: of (?:(?:common|mutual|shared) )?(?:concern|importance|interest)| (?:at hand|under discussion))?"
)
_PLAINS: Final = rf"(?:{_PLAIN}(?:,? and |, | )){{0,3}}"
_PHRASE: Final = (
    rf"(?:{_COUNT} {_PLAINS}(?:{_THINGS}|{_IDEAS})|{_PLAINS}{_THINGS}"
    rf"|(?:the|this) {_PLAINS}(?:issues?|matters?|points?|questions?|situation|subjects?|topics?)){_BEHIND}"
)
VAGUE: Final = re.compile(rf"{_LEAD}{_PHRASE}(?: and (?:{_PHRASE}|others|more))?", re.IGNORECASE)
"""An answer that may be given to any question for what somebody discussed."""
WHO: Final = re.compile(
    rf"Who (?!was\b|were\b)(?:\w+ ){{1,2}}?(?:(?:about|on) )?{_PHRASE}(?=\?|,| (?:at|in|on|with) )", re.IGNORECASE
)
"""A question for who did what anybody may have done."""


def is_vague(answer: str) -> bool:
    """Whether an answer only says that there was something.

    >>> is_vague("a number of regional issues"), is_vague("matters of mutual interest"), is_vague("these points")
    (True, True, True)
    >>> is_vague("to discuss a range of issues"), is_vague("the situation there"), is_vague("various other topics")
    (True, True, True)
    >>> is_vague("a number of ideas for a lock"), is_vague("the situation in Tarn"), is_vague("several locks")
    (False, False, False)
    """
    return VAGUE.fullmatch(answer.strip(" .")) is not None


def asks_vaguely(question: str) -> bool:
    """Whether a question for who did something leaves open what.

    >>> asks_vaguely("Who raised several matters at the Tarn Forum?"), asks_vaguely("Who raised several locks in Tarn?")
    (True, False)
    """
    return WHO.match(question) is not None
