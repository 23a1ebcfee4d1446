"""Who did what is asked about stands right before its verb, and to whom or what it was done right behind it."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.folding import fold
from facts.verbs import IRREGULAR_PASTS

_CAPITAL: Final = r"[A-Z][\w’'.-]{0,30}[\w.]"
_NO_NAME: Final = r"The|He|She|It|They|We|You|This|That|These|Those|And|But|Who|\w+day"
_NAME: Final = rf"\b(?!(?:{_NO_NAME})\b)(?:{_CAPITAL}(?: (?:de |van |von |der )?{_CAPITAL}){{0,5}})"
_DID: Final = expression(rf"(?P<who>{_NAME})(?:, who)? (?P<verb>[a-z][\w’-]+)(?! by\b)(?=(?P<rest>[^,;.]{{0,300}}))")
_DONE: Final = expression(rf"\b(?P<before>[\w’'-]+ )?(?P<verb>[a-z][\w’-]+) (?:the )?(?P<whom>{_NAME})")
_DEED: Final = expression(r"\b(?P<verb>[a-z][\w’-]+) (?!by\b)(?=[\w“\"‘$£€])")
_OBJECT: Final = expression(
    r"(?:[^,;.]|,(?! (?:and |but )?(?:which|who|whose|whom|while|whereas|he|she|it|they|\w+ing|\w+ed)\b)|\.(?=\w))*"
)
"""What stands behind a verb, up to what is told next."""
_DID_NEXT: Final = expression(r",?(?: (?:and|then|later|has|had|also))+ ")
"""What stands between what somebody did something to and what they did next."""
_NEXT_OBJECT: Final = expression(r"(?:(?! (?:after|before|during|when|while|in|on)\b)(?:[^,;.]|[.,](?=\w)))*")
_CLAUSE: Final = expression(r"[^,;.]*")
_LEMMAS: Final = {past: lemma for lemma, past in IRREGULAR_PASTS.items()}
_PASSIVE: Final = frozenset("is are was were be been being by".split())
_WITHIN: Final = expression(r"\b(?:in|at|of|from|near|with|for|by) (?:the )?$", re.IGNORECASE)
"""What stands before a name that only says where or of whom those are who do something: "mayors in Tarn asked"."""
_NO_DEED: Final = _PASSIVE | {"to"}
"""Words before a verb that make it no deed of who stands in front."""


def by_its_verb(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or the name right beside the verb that a question asks by, where others are marked who are
    on no side of it.

    >>> from bot.question import read
    >>> told = "Ada Wren moved to ask Bo Lusk for a chart."
    >>> told[slice(*by_its_verb(read("Whom did they ask?"), told, (0, 8)))]
    'Bo Lusk'
    >>> told = "Ada Wren, head of ferries, announced a new pier."
    >>> told[slice(*by_its_verb(read("What did Ada Wren announce?"), told, (10, 25)))]
    'a new pier'
    """
    asked = question.analysis
    if asked.answer_type == "what" and asked.asked_role == "object" and asked.predicate and not asked.answer_subtype:
        return _what(question, asked.predicate, sentence, span)
    if asked.answer_type != "who" or asked.predicate is None or asked.answer_subtype or span[0] == span[1]:
        return span
    if asked.asked_role == "object":
        return _whom(asked.predicate, sentence, span)
    surfaces = {token.surface for token in question.tokens}
    return span if surfaces & _PASSIVE else _who(question, asked.predicate, sentence, span)


def _whom(verb: str, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    found = [
        each
        for each in _DONE.finditer(sentence)
        if stem(fold(each["verb"])) == verb and (each["before"] or "").strip() not in _PASSIVE
    ]
    return found[0].span("whom") if len(found) == 1 and span[1] <= found[0].start("verb") else span


def _what(question: Question, verb: str, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """What stands behind the verb where what is marked tells more of the doer, between a name asked about and it."""
    found = [each for each in _DEED.finditer(sentence) if verb in (stem(fold(each["verb"])), _LEMMAS.get(each["verb"]))]
    if len(found) != 1 or found[0].start() < span[1]:
        return span
    if _DID_NEXT.fullmatch(sentence, span[1], found[0].start()):  # "asked for 7 crowns and got 4 after a strike"
        told = _NEXT_OBJECT.match(sentence, found[0].end())
        return told.span() if told is not None and told[0].strip() else span
    if not _NO_DEED.isdisjoint(sentence[: found[0].start()].split()[-1:]):
        return span
    named = {word.term for word in question.analysis.words if word.name}
    if not named or not named <= content_terms(sentence[: span[0]]):
        return span
    told = _OBJECT.match(sentence, found[0].end())
    return told.span() if told is not None and told[0].strip() else span


def _who(question: Question, verb: str, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    found = [each for each in _DID.finditer(sentence) if stem(fold(each["verb"])) == verb]
    found = [each for each in found if not _WITHIN.search(sentence[: each.start()])]
    asked = question.analysis.terms
    if len(found) != 1 or (found[0].start("who") < span[1] and span[0] < found[0].end()):
        return span
    if content_terms(found[0]["who"]) <= asked:
        return span
    ends = found[0].start() if found[0].start() >= span[1] else len(sentence)
    behind = _CLAUSE.match(sentence, span[1], ends)
    its, marked = content_terms(found[0][0], found[0]["rest"]), content_terms(behind[0] if behind else "")
    return found[0].span("who") if len(its & asked) > len(marked & asked) else span
