"""A call that was rejected: who "rejected a call to sell the pier" did not sell it, but the call was made."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.yes_no.contraries import tells_of_more_than_one_time
from bot.question import Question
from bot.question.cues import AUXILIARIES, IDLE_TERMS
from bot.question.tokens import content_terms, stem
from bot.question.words import GENERAL
from facts.expressions import expression

_REFUSED: Final = r"(?:rejected|refused|defeated|dismissed|voted down|turned down|threw out|voted against)"
_CALL: Final = (
    r"(?:calls?|plans?|proposals?|motions?|bids?|demands?|requests?|moves?|attempts?|appeals?|offers?|pleas?)"
)
_TO_DO: Final = expression(
    rf"^(?P<who>[^,;:]{{1,60}}?) (?:(?:also|then|again|\w+ly) )?{_REFUSED} "
    rf"(?:an?|the|any|all|its|their) (?:[\w-]+ )??{_CALL} to (?P<verb>[\w’'-]+)(?P<what>[^,;:.]*)",
)
"""What was not done, as whoever is named first rejected it."""
_MADE: Final = r"(?P<{0}>calls?|proposals?|bids?|demands?|requests?|appeals?|offers?)"
_OF_CALL: Final = expression(
    rf"\b{_REFUSED} (?:an?|the|any|all|its|their|[\w-]+['’]s?) (?:[\w-]+ )??{_MADE.format('before')}\b"
    rf"|\b{_MADE.format('behind')}\b[^,;:.]{{0,60}}? (?:was|were|had been|been) (?:\w+ly )?(?:rejected|refused|"
    r"defeated|dismissed|voted down|turned down|thrown out)\b",
    re.IGNORECASE,
)
"""What was asked for in vain."""
_TO_DO_IT: Final = expression(
    rf"\b{_REFUSED} (?:an?|the|any|all|its|their|[\w-]+['’]s?) (?:[\w-]+ )??{_CALL}\b[^,;:.]{{0,40}}? to "
    r"(?P<verb>[\w’'-]+)",
    re.IGNORECASE,
)
_MAKE: Final = frozenset(map(stem, "file lodge make put submit".split()))
_ASKS: Final = "ask seek want request propose suggest urge demand apply call appeal plead press hope wish try".split()
_ASKED: Final = frozenset(map(stem, _ASKS))
_ASKED_FOR: Final = expression(
    r"\b(?:asked|sought|wanted|requested|proposed|suggested|urged|demanded|applied|called|appealed|pleaded|pressed|"
    r"hoped|tried)\b[^.]{3,160}?(?:; |, (?:but |and |which )|[–—] | but )(?:but |and )?"
    r"(?:which |this |that |it |they |"
    r"the (?:request|appeal|call|proposal|bid|demand) |(?:his|her|their|its) (?:request|appeal|call|bid|demand) )?"
    r"(?:was|were|had been|has been) (?:\w+ly )?(?:rejected|refused|defeated|dismissed|voted down|turned down|"
    r"denied)\b",
    re.IGNORECASE,
)
"""What somebody asked for, and was refused."""
_BODIES: Final = frozenset(
    map(
        stem,
        f"{GENERAL['body']} association assembly conference congress councillor delegate director forum governor "
        "meeting member party people shareholder trust trustee union".split(),
    )
)
"""Those who decide at a meeting, whatever they are called."""


def refused_to_do_that(question: Question, sentence: str) -> bool:
    """Whether a question asks if somebody did or will do something, and a sentence tells that they rejected doing it.

    >>> from bot.question import read
    >>> told = "The guild rejected a call to sell the pier."
    >>> [refused_to_do_that(read(f"Did {so}?"), told) for so in ("the guild sell the pier", "Osk sell the pier")]
    [True, False]
    """
    verb, found = question.analysis.predicate, _TO_DO.match(sentence)
    words = question.tokens
    at = next((at for at, word in enumerate(words) if at and word.term == verb), 0)
    if found is None or stem(found["verb"].lower()) != verb or not at or words[0].surface not in AUXILIARIES:
        return False
    who, what = content_terms(found["who"]), content_terms(found["what"])
    mine = {word.term for word in words[1:at] if not word.is_stop}
    asked = {word.term for word in words[at + 1 :] if not word.is_stop} - IDLE_TERMS
    same = bool(mine) and (mine <= who or (len(mine | who) == len(mine & _BODIES | who & _BODIES) == 2))
    return same and asked <= what and bool(asked) == bool(what) and not tells_of_more_than_one_time(sentence)


def is_only_in_vain(question: Question, sentence: str) -> bool:
    """Whether a question asks if something was asked for or proposed, and a sentence tells that this was rejected: it
    was made all the same.

    >>> from bot.question import read
    >>> told = "The guild rejected a call to sell the pier."
    >>> [is_only_in_vain(read(f"Did {so}?"), told) for so in ("Osk call on it to sell", "the guild sell the pier")]
    [True, False]
    """
    asked, last = question.analysis, question.tokens[-1].term if question.tokens else ""
    made = {stem((each["before"] or each["behind"]).lower()) for each in _OF_CALL.finditer(sentence)}
    if asked.predicate in _ASKED and _ASKED_FOR.search(sentence):
        return True
    if asked.predicate is None:  # "did Osk appeal"
        return last in made
    return asked.predicate in made or (asked.predicate in _MAKE and not made.isdisjoint(asked.terms))


def was_refused(question: Question, sentence: str) -> bool:
    """Whether a sentence tells what a question asks about as done only as what somebody was refused, or would not do:
    no "yes" rests on that.

    >>> from bot.question import read
    >>> told = "The guild dismissed an appeal by Osk to fell the oak."
    >>> [was_refused(read(asked), told) for asked in ("Was the oak felled?", "Was the appeal dismissed?")]
    [True, False]
    """
    verb = question.analysis.predicate
    told = {each["verb"].lower() for each in _TO_DO_IT.finditer(sentence)}
    return verb in told.union(map(stem, told))  # "fell" is of "fall", too
