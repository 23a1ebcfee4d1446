"""Questions for what no sentence tells: which meetings there are, all that happened at one. A command shows that."""

from __future__ import annotations

import re
from typing import Final

_LIST: Final = re.compile(
    r"(?:(?:please|can you|could you) )*(?:list|show|tell|give|which|what)(?: me)?(?: all| the| of| your)* meetings"
    r"(?: (?:are|is|were|do you (?:know|have)|have you(?: got)?|can i ask|there|on|of|about|in|the|your|record"
    r"|recorded|file|base|please|here))*"
)
_SUMMARY: Final = re.compile(
    r"(?:(?:please|can you|could you|me|give|a|short|the) )*(?:summari[sz]e|sum up|summary|recap)(?: .+)?"
    r"|what (?:all )?happened (?:at|in|during) .+"
)
_LONGEST: Final = 120
"""Letters above which a text says more than that."""


def asks_for_meetings(text: str) -> bool:
    """Whether a text asks for no more than which meetings are on record.

    >>> [asks_for_meetings(text) for text in ("List meetings", "What meetings are there?", "Which meetings failed?")]
    [True, True, False]
    """
    return _says(_LIST, text)


def asks_for_all_of_one(text: str) -> bool:
    """Whether a text asks for all that a meeting was about.

    >>> [asks_for_all_of_one(text) for text in ("Summarise the ferry forum", "what happened at the fair?", "Who came?")]
    [True, True, False]
    """
    return _says(_SUMMARY, text)


def in_terminal(asked: str, said: str) -> str:
    """What is said to a question that was not answered, with the command that shows what it asks for."""
    if asks_for_meetings(asked):
        return "“onrecord meetings” lists the meetings on record."
    if asks_for_all_of_one(asked):
        return (
            f"{said}\n“onrecord show NAME” shows all that is on record of a meeting, “onrecord meetings” their names."
        )
    return said


def _says(form: re.Pattern[str], text: str) -> bool:
    return len(text) <= _LONGEST and form.fullmatch(" ".join(re.findall(r"\w+", text.casefold()))) is not None
