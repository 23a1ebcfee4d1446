"""What is told of the thing asked about stands in another relation to it: who replaced it and not what it replaced, a
fine for another case, a payment made once where pay is asked for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from bot.matching.deeds_told import Deed, deeds
from bot.matching.otherwise.doers import telling_terms
from bot.question import Question
from bot.question.cues import AUXILIARIES, DO, POINTERS, SUBJECT_PRONOUNS
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, content_terms, stem
from facts.expressions import expression

_OTHER: Final = expression(
    r"\b(?:about|after|against|by|for|from|in|of|on|over|to) (?:another|an? (?:different|separate|unrelated|earlier|"
    r"previous|similar)|other(?! (?:business|items?|matters|news|respects|votes|ways|words)\b)|different|separate|"
    r"unrelated) [a-z]+",
    re.IGNORECASE,
)
"""What says of a deed that it is of something else than what is told next."""
_CLAUSE: Final = expression(r"[;:.] |,? (?:but|while|whereas|although) |, (?:and|it|they|he|she) ")
_MUTUAL: Final = frozenset(map(stem, "meet marry join border match equal resemble fight play".split()))
"""Verbs whose both sides do the same."""
_ENDS: Final = (PREPOSITIONS - {"of"}) | {"as", "that"}
_ASKS_PAY: Final = expression(
    r"\b(?:pay|salar(?:y|ies)|wages?|earnings|how much (?:is|are) [^?]+ paid|"
    r"how much (?:does|do) [^?]+ (?:earn|make))\b",
    re.IGNORECASE,
)
_ONCE: Final = r"(?:one-off|one-time|once-only|single|lump[ -]sum)"
_ONCE_BEFORE: Final = expression(
    rf"\b{_ONCE}(?: \w+)? (?:of |: |worth )?$|"
    r"\b(?:left|leaving|departed|resigned|retired)\b[^;.]* (?:payment|payout|pay-off) of $",
    re.IGNORECASE,
)
_ONCE_BEHIND: Final = expression(rf" (?:as )?(?:an? )?{_ONCE}\b", re.IGNORECASE)
_IS_PAID: Final = expression(r"\bhow much (?:is|are|does|do) [^?]*\b(?:paid|earn|make)\b", re.IGNORECASE)
_ON_LEAVING: Final = expression(
    r"\b(?:left|leav\w+|depart\w*|resign\w*|retir\w+|step\w* down|went)\b[^;.]* with (?:an? )?"
    r"(?:payment|pay-?off|settlement|package|sum)(?: of| worth)? $"
)
"""What stands before a sum that somebody got who went."""
_ASKS_ONCE: Final = expression(rf"\b(?:{_ONCE}|once|bonus|payment)\b", re.IGNORECASE)


def is_of_another_case(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the words at a span of a sentence are told of "another case", and what a question names is told only
    in another clause.

    >>> from bot.question import read
    >>> told = "Tarn Ferries was fined 9 crowns for another case; it was not charged over the Marigold."
    >>> is_of_another_case(read("What was Tarn Ferries fined over the Marigold?"), told, (23, 31))
    True
    """
    begins = [0, *(found.end() for found in _CLAUSE.finditer(sentence))]
    begin = max(at for at in begins if at <= span[0])
    end = next((found.start() for found in _CLAUSE.finditer(sentence, span[1])), len(sentence))
    own = sentence[begin:end]
    if not _OTHER.search(own):
        return False
    rest = content_terms(sentence[:begin], sentence[end:]) - content_terms(own)
    return not rest.isdisjoint(question.analysis.terms - {question.analysis.predicate})


def is_turned_round(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks what somebody or something did, or who did it to that, and a sentence tells the deed the
    other way round.

    >>> from bot.question import read
    >>> told = "The fund replaces a credit line of 9 crowns."
    >>> [is_turned_round(read(f"What did the {it} replace?"), told, (0, 8)) for it in ("credit line", "fund")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type not in ("what", "who") or asked.predicate in _MUTUAL or asked.predicate is None:
        return False
    own = [told for told in deeds(sentence) if told.verb == asked.predicate]
    if not own or not all(_is_told(told.who) and telling_terms(_object(told.what)) for told in own):
        return False
    if asked.stranded_preposition or question.tokens[0].surface in PREPOSITIONS:  # "under whom did it fall?"
        return False
    named = _named(question, asked.predicate)
    return bool(named) and all(_has_other_side(named, told, asked.asked_role == "object") for told in own)


def is_paid_once(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks for pay, and a sum is told as paid only once.

    >>> from bot.question import read
    >>> told = "The mill offered 5 per cent and a one-off payment of £600."
    >>> [is_paid_once(read(f"What is the {it}?"), told, (53, 57)) for it in ("pay", "one-off payment")]
    [True, False]
    >>> is_paid_once(read("How much is Wren paid?"), "Wren left in May with a payment of £600.", (35, 39))
    True
    """
    if _IS_PAID.search(question.text) and _ON_LEAVING.search(sentence[: span[0]]):
        return True
    if not _ASKS_PAY.search(question.text) or _ASKS_ONCE.search(question.text):
        return False
    return bool(_ONCE_BEFORE.search(sentence[: span[0]]) or _ONCE_BEHIND.match(sentence, span[1]))


def _named(question: Question, verb: str) -> frozenset[str]:
    """The terms of who or what a question names on the other side of its verb than it asks for."""
    words = question.tokens
    at = next((at for at, word in enumerate(words) if word.term == verb), len(words))
    if question.analysis.asked_role == "object":
        helped = next((place for place in range(at) if words[place].surface in DO | AUXILIARIES), at)
        return telling_terms(words[helped + 1 : at])
    return telling_terms(_object(words[at + 1 :]))


def _has_other_side(named: frozenset[str], told: Deed, did: bool) -> bool:
    """Whether those who `did` a thing by a question have it done to them in a sentence, or the other way round."""
    who, what = telling_terms(told.who), telling_terms(_object(told.what))
    mine, its = (what, who) if did else (who, what)
    return named <= mine and named.isdisjoint(its)


def _object(words: Sequence[Token]) -> Sequence[Token]:
    """The words behind a verb up to what is told besides: not "in March", nor "as clerk"."""
    return [*itertools.takewhile(lambda word: word.surface not in _ENDS, words)]


def _is_told(who: Sequence[Token]) -> bool:
    return bool(telling_terms(who)) and not any(word.surface in POINTERS | SUBJECT_PRONOUNS for word in who)
