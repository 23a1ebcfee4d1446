"""What is only planned, where a question asks what was: "a plan to inspect 140 boats" counts none that were."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.agreement import OF_PLANS
from bot.question import Question, lexicon
from bot.question.cues import EVENT_TERMS, MEETING_TERMS, PERIODS, WH
from bot.question.tokens import stem, tokens
from facts.dates import tense_at
from facts.expressions import expression
from facts.folding import fold
from facts.verbs import PASTS

_ASKED: Final = frozenset(("how_many", "where", "list"))
_WANTED: Final = expression(
    r"\b(?:aim|ask|call|demand|expect|hope|intend|intention|invite|need|plan|pledge|promise|propos|seek|urge|vow|want|wish)"
    r"\w*\b[^,;.]{0,60}?\bto (?:also )?(?P<verb>\w+) (?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
"""What is wanted, up to what it is done to."""
_NEED: Final = expression(r"\bneed(?:s|ed)?\b", re.IGNORECASE)
"""What is asked for as not yet done: "how many boats need mending"."""
_SOUGHT: Final = expression(
    r"\b(?:agree|decid|resolv|vot|instruct|direct|intend|plan|hop)\w*\b[^,;.]{0,40}?"
    r"\bto (?:seek|obtain|invite|request|ask for|get|apply for|find) (?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
"""What is to be got, up to that."""
_DECIDED_ON: Final = expression(
    r"\b(?:(?:decid|vot|rul)(?:e|es|ed|ing)|(?:decision|vote|ruling)) (?:on|about|over|whether|if) "
    rf"(?!\d|(?:{'|'.join(sorted(PERIODS))})\b)(?P<what>(?:[\w’'-]+ ){{1,12}}?)(?:on |by |in |at )?(?:the )?$",
    re.IGNORECASE,
)
"""What is to be decided, up to when it is."""
_DECIDED: Final = expression(
    r"\b(?:agreed|announced|approved|decided|resolved|ruled|said|voted)\b|"
    r"\bdecisions?\b[^,;.]{0,60}? (?:was|were|had been) (?:made|reached|taken)\b",
    re.IGNORECASE,
)
_DECISIONS: Final = frozenset(
    map(stem, "adopt approve carry decide decision pass reject resolve rule ruling take vote".split())
)
_HAPPEN: Final = frozenset(map(stem, "happen occur take-place".split()))
"""By what it is asked when a deed is that is named by its noun: "when does the closure happen"."""
_GOT: Final = frozenset(map(stem, "receive get got obtain submit arrive secure".split()))
_PASTS: Final = PASTS | {"attended"}
_AHEAD: Final = frozenset("are can could is may might must shall should will would".split())
_WAS: Final = frozenset("did was were".split())
_BEING_THERE: Final = frozenset(("there", "present"))
_PRESENCE: Final = frozenset(map(stem, "attend come meet participate present there visit join".split()))


def is_still_to_come(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many did or had something done, or where it was, and a sentence tells by the words at
    a span of what is planned or to come.

    >>> from bot.question import read
    >>> is_still_to_come(read("How many came?"), "Seven will come to Tarn.", (0, 5))
    True
    """
    if question.analysis.answer_type not in _ASKED or OF_PLANS.search(question.text) or _NEED.search(question.text):
        return False
    asked = _done(question)
    if not asked:
        return False
    wanted = _WANTED.search(sentence[: span[0]])
    if wanted:
        return stem(fold(wanted["verb"])) in asked
    if asked & _GOT and _SOUGHT.search(sentence[: span[0]]):
        return True
    told = {token.term for token in tokens(sentence)}
    presence = bool(asked & _PRESENCE) and bool(told & _PRESENCE or "expect" in told)
    return (presence or bool(asked & told)) and tense_at(sentence, *span) == "future"


def is_day_of_decision(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when something is done, and the words at a span of a sentence tell only when it is
    decided whether it will be; or when it will be done, and they tell when that was decided or said.

    >>> from bot.question import read
    >>> told = "They will vote on the sale of the hut on 3 May."
    >>> [is_day_of_decision(read(f"When {is_it}?"), told, (41, 46)) for is_it in ("is the hut sold", "is the vote")]
    [True, False]
    """
    asked = question.analysis
    of_what = asked.terms - _HAPPEN
    if asked.answer_type != "when" or not of_what or not of_what.isdisjoint(_DECISIONS | MEETING_TERMS | EVENT_TERMS):
        return False
    if asked.past is False and _DECIDED.search(sentence) and tense_at(sentence, *span) == "past":
        return True
    found = _DECIDED_ON.search(sentence[: span[0]])
    return found is not None and not any(_is_past(fold(word)) for word in found["what"].split())


def _done(question: Question) -> frozenset[str]:
    """The terms of what a question asks about as done: "attended", "were inspected", "were there"."""
    words = [word for token in question.tokens for word in token.surface.split()]
    if not _AHEAD.isdisjoint(words) or WH.isdisjoint(words):  # "share of pilots affected" may be of any time
        return frozenset()
    was = not _WAS.isdisjoint(words)
    found = {token.term for token in question.tokens if _is_past(token.surface.split()[0])}
    if was:
        found |= {question.analysis.predicate or ""} | {
            stem(word) for word in words[-1:] if word in ("there", "present")
        }
    if "did" in words:
        found.add(stem(words[-1]))
    return frozenset(found - {""})


def _is_past(word: str) -> bool:
    return word not in _WAS and (word in _PASTS or _is_made_past(word))


def _is_made_past(word: str) -> bool:
    """Whether a word is that for what is done with "-ed" behind it, and not "bloodshed" or a name."""
    return word.endswith("ed") and any(map(lexicon.is_word, lexicon.bases_of_past(word)))
