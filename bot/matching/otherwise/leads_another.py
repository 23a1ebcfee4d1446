"""Who is to lead a group that was set up is not thereby told to chair the forum that set it up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.question import Question
from bot.question.cues import MEETING_TERMS
from bot.question.tokens import content_terms, stem
from bot.question.words import GENERAL
from facts.expressions import expression

_MEETINGS: Final = MEETING_TERMS | frozenset(map(stem, f"{GENERAL['body']} association congress trust union".split()))
_ASKS: Final = expression(
    r"\bwho(?:['’]s)?\b.*?\b(?:chair(?:s|ed|ing)?|lead(?:s|ing)?|led|head(?:s|ed|ing)?|presid\w+ (?:over|at))"
    r" (?P<what>[^?]+)",
    re.IGNORECASE,
)
_LED: Final = expression(r"\b(?:led|chaired|headed|run|overseen) by\b|\bunder the (?:chair|lead)\w* of\b")
_BODY: Final = expression(
    r"\b(?:an?|new|the|its|their|another) (?:[\w-]+ ){0,3}?(?:(?:sub-?)?committee|(?:sub|working)[- ]?(?:group|"
    r"party)|group|panel|inquiry|team|commission|task ?force|review|delegation)\b[^.;]*"
)
"""A body of which somebody is told to lead it, with what it is for."""
_POINTS: Final = expression(r"(?:It|They|This|The (?:group|panel|committee|team|body|inquiry|review|commission))\b")


def leads_another(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether a question asks who leads or chairs something, and the sentence of an article at a place tells who leads
    a group that shares no word with it: named there or, where it begins with "it", in the sentence before.

    >>> from bot.question import read
    >>> told = "The forum set up a group on eels.", "It will be led by Ada Wren."
    >>> [leads_another(read(f"Who will {so}?"), told, 1) for so in ("chair the next forum", "lead the group on eels")]
    [True, False]
    """
    asked, sentence = _ASKS.search(question.text), sentences[place]
    led = _LED.search(sentence)
    if asked is None or led is None or question.analysis.answer_type != "who":
        return False
    what = content_terms(asked["what"])
    if what.isdisjoint(_MEETINGS):
        return False
    told = [found[0] for found in _BODY.finditer(sentence, 0, led.start())]
    if not told and place and _POINTS.match(sentence):
        told = _BODY.findall(sentences[place - 1])
    return bool(told) and what.isdisjoint(content_terms(told[-1], sentence[: led.start()]))
