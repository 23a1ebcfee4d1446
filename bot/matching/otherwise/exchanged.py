"""Roles exchanged: who came for another did not stay away, who was called on to resign called on nobody, and what took
something in was not itself given up."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression
from facts.honorifics import HONORIFIC

_ASKS_AWAY: Final = expression(
    r"(?:\bnot|n['’]?t) (?:come|attend|go|be there|appear|speak|turn up)\b|\b(?:absent|away|missing|miss(?:ed)?)\b",
    re.IGNORECASE,
)
_IN_STEAD: Final = expression(
    r"\b(?:sent|sending|(?:represented|replaced) by|(?:st(?:oo|an)d|fill|step)\w* in(?: for \w+)?) "
    r"(?P<who>[^;.]{1,90}?)(?= (?:because|due|owing|since|instead|in (?:his|her|its|their))\b|[;.]|$)"
)
"""Who came in somebody's stead."""
_ASKS_CALLER: Final = expression(
    r"\bwho (?:(?:has|have|had) )?(?:call(?:ed|s) (?:on|for|upon)|want(?:ed|s)|demand(?:ed|s)|"
    r"urg(?:ed|es))\b",
    re.IGNORECASE,
)
_FACED: Final = expression(
    r"(?:,? (?:of|from|at) [^,;.]{1,40})?,? (?:who )?(?:(?:has|have|had|is|was|also|again|\w+ly) )*"
    r"(?:fac(?:ed|es|ing)|resist(?:ed|s|ing)|reject(?:ed|s|ing)|ignor(?:ed|es|ing)|surviv(?:ed|es|ing)|defi(?:ed|es)|"
    r"under|brushed off|shrugged off|dismiss(?:ed|es|ing)) (?:[\w’'-]+ ){0,3}?(?:calls?|pressure|demands?)\b"
)
"""What stands behind who was called on."""
_ASKS_CLOSED: Final = expression(
    r"\b(?:clos(?:e|ed|es|ing|ure)|shut|abolish\w*|dissolv\w*|wound up|disband\w*)\b", re.IGNORECASE
)
_INTO: Final = expression(
    r"\b(?:merged|combined|amalgamated|folded|absorbed|incorporated|joined) (?:with|into|by|to) (?P<into>[^,;.]{1,60})"
)
"""What took in what was given up."""
_ASKS_AGAINST: Final = expression(r"\bwho vot(?:ed|es) against\b", re.IGNORECASE)
_RIVAL: Final = expression(
    r"\bagainst (?:[\w’'-]+ ){0,5}(?:candidate|challenger|rival|nominee|opponent|contender),? "
    rf"(?:{HONORIFIC} )?$"
)
"""What stands before who was voted on, and did not vote."""


def is_in_other_role(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a sentence tells whom a question names, or the words at a span, in the other role than is asked for.

    >>> from bot.question import read
    >>> told = "Bo Lusk, who faced calls to resign, stayed."
    >>> [is_in_other_role(read(f"Who {did}?"), told, (0, 7)) for did in ("called on Ada Wren to resign", "stayed")]
    [True, False]
    """
    text = question.text
    if _ASKS_AWAY.search(text):
        return any(_is_only_there(question, sentence, found, "who") for found in _IN_STEAD.finditer(sentence))
    if _ASKS_CALLER.search(text):
        return _FACED.match(sentence, span[1]) is not None
    if _ASKS_AGAINST.search(text):
        return _RIVAL.search(sentence[: span[0]]) is not None
    if _ASKS_CLOSED.search(text):
        return any(_is_only_there(question, sentence, found, "into") for found in _INTO.finditer(sentence))
    return False


def _is_only_there(question: Question, sentence: str, found: re.Match[str], group: str) -> bool:
    """Whether what a question names stands in a sentence in one part of it alone, and something else has no name in the
    question."""
    part = content_terms(found[group])
    rest = content_terms(sentence[: found.start(group)], sentence[found.end(group) :])
    asked = question.analysis.terms
    return bool(asked & (part - rest)) and not asked & _names(sentence[: found.start(group)]) - part


def _names(text: str) -> frozenset[str]:
    return content_terms(" ".join(re.findall(r"(?<=\w )[A-Z][\w’'-]+", text)))
