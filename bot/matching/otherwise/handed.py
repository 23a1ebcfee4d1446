"""Who hands a thing over, and who invites: of "the mayor, to whom she handed a letter from the guild" the guild handed
nothing over and got nothing, and who comes "at the invitation of" somebody is the guest."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from facts.expressions import expression

_HANDED: Final = r"(?:handed|passed|presented|delivered|conveyed|gave|transmitted|brought)"
_ASKS_HANDING: Final = expression(
    r"\bwho(?:m)?\b[^?]*\b(?:hand|pass|present|deliver|convey|give|gave|given|transmit|transmitted|bring|brought)"
    r"(?:ed|s|ing)?\b",
    re.IGNORECASE,
)
_ASKS_SENDER: Final = expression(r"\b(?:from|sen[dt]|sender|wr(?:ite|ote|itten))\b", re.IGNORECASE)
_THING_FROM: Final = expression(
    rf"(?<!been )(?<!was )(?<!were )(?<!being )\b{_HANDED}\b [^,;.]*?\b[a-z]+ from (?:(?:the|an?|his|her|its|their) )?$"
)
"""What stands before the one from whom a thing comes that somebody else handed over."""
_INVITATION: Final = expression(r"\b(?:at|on|upon) the (?:\w+ )?invitation of |\binvited by ", re.IGNORECASE)
_INVITATION_ENDS: Final = expression(r"[;.](?: |$)| (?=(?:to|who|and then)\b)|, (?=(?:who|which|where|and)\b)")
_ASKS_HOST: Final = expression(
    r"\bwho (?:(?:has|had|have) )?invite[ds]?\b|\bby whom\b[^?]*\binvited\b|"
    r"\bwho (?:was|were|is)\b[^?]*\binvited by\W*$|\bwhose invitation\b",
    re.IGNORECASE,
)
_ASKS_GUEST: Final = expression(
    r"\bwho(?:m)? (?:did|does|do|has|had|have)\b[^?]*\binvited?\b|\bwho(?:m)? (?:was|were|is|are) invited\b(?! by\W*$)",
    re.IGNORECASE,
)


def is_only_its_sender(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who handed something over or to whom, and the words at a span of a sentence tell only
    whom the thing came from.

    >>> from bot.question import read
    >>> told = "She met the mayor, to whom she handed a note from the guild."
    >>> asked = "Who handed the mayor a note?", "Who was the note from?"
    >>> [is_only_its_sender(read(each), told, (50, 59)) for each in asked]
    [True, False]
    """
    if question.analysis.answer_type != "who" or _ASKS_SENDER.search(question.text):
        return False
    return _ASKS_HANDING.search(question.text) is not None and _THING_FROM.search(sentence[: span[0]]) is not None


def is_host_or_guest(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who invited somebody, and the words at a span of a sentence name who came by the
    invitation; or the other way round.

    >>> from bot.question import read
    >>> told = "Ada Wren went to Tarn at the invitation of its mayor, Bo Lusk."
    >>> [is_host_or_guest(read("Who invited Wren?"), told, span) for span in ((0, 8), (54, 61))]
    [True, False]
    >>> is_host_or_guest(read("Who did Bo Lusk invite?"), told, (43, 52))
    True
    """
    invited = _INVITATION.search(sentence)
    if invited is None or question.analysis.answer_type != "who":
        return False
    ends = _INVITATION_ENDS.search(sentence, invited.end())
    host = invited.end(), ends.start() if ends else len(sentence)
    if _ASKS_HOST.search(question.text):
        # "At the invitation of the mayor of Tarn, Bo Lusk, Ada Wren came" does not show where the host ends.
        return invited.start() > 0 and not (host[0] <= span[0] and span[1] <= host[1])
    return _ASKS_GUEST.search(question.text) is not None and host[0] <= span[0] < host[1]
