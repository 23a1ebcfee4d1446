"""What a sentence tells by another construction than a question asks it by: who chaired a session by "held under Ada
Wren", why it was held by "It aimed to …", who was named by the name that follows the office, who did something by whom
somebody named who was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.matching.deeds_told import MAY, deeds
from bot.matching.evidence import Sentence
from bot.matching.otherwise.not_told import is_named_when_asked
from bot.matching.query_terms import QueryTerm
from bot.matching.told_by_noun import LEADS, is_told_by_noun
from bot.matching.yes_no.told import SAME
from bot.question import Question
from bot.question.cues import BE, EVENT_TERMS, MEETING_TERMS
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression

_TAKES_PLACE: Final = EVENT_TERMS | frozenset(map(stem, "begin close end finish follow resume".split()))
_STYLE: Final = r"(?:(?:the )?(?:[A-Z][a-z]+\.?|[a-z]+),? ){0,3}"
_UNDER: Final = expression(
    rf"\bunder (?:the (?:chair(?:man)?ship|leadership|presidency|guidance|direction) of )?(?P<style>{_STYLE})$"
)
"""What stands before whoever leads what is told of."""
_IN_CHAIR: Final = expression(r",? (?:(?:was|is|being) )?in the chair\b|,? t(?:ook|akes|aking) the chair\b")
_RULES: Final = frozenset(
    map(stem, "act article clause guard house law name order pressure roof rule section shadow title treaty".split())
)
"""What something is held under that nobody is."""
_OWNS: Final = expression(r"[’']s?\b|[’'] ")
_SOUGHT: Final = expression(
    r"(?:It|They|(?:The|This|Its|Their) (?:[\w’'-]+ ){1,4}?)\s?(?:(?:also|mainly|chiefly) )?"
    r"(?:aim(?:s|ed)|seeks|sought|(?:is|was|were) (?:meant|intended|held|called|convened)|"
    r"(?:its|the|their) (?:aim|goal|purpose) (?:is|was)) (?:to )?$"
)
"""What stands before the purpose of what its sentence is about."""
_HIRES: Final = expression(
    r"\b(?:(?:re-?)?(?:appoint|elect|engag|hir|introduc|nam|pick|present|recruit|select|unveil|welcom)(?:ed|s)|"
    r"ch(?:ose|ooses)|ha(?:s|ve)|got|found|signs|signed)(?: up)? (?:an?|its|their|the|his|her) (?:new )?"
    r"(?P<office>(?:[\w’'-]+ ){0,4}?[\w’'-]+)"
    r"(?: (?:on|for|at|in|from|after|this|last|of|to)\b[^,;:]{0,60})?[.!]?$",
    re.IGNORECASE,
)
"""What tells, at the end of a sentence, that somebody is new in an office."""
_AGED: Final = expression(r", (?:aged )?\d\d,")
"""What stands behind a name that is new in an article."""


def is_put_otherwise(question: Question, asked: Sequence[QueryTerm], sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether words at a span of a sentence, which name somebody or give a reason, are what a question asks for by
    another construction; `asked` are its words with what they may mean."""
    kind = question.analysis.answer_type
    if kind == "why":
        return _is_its_aim(question, asked, sentence, span)
    if kind not in ("who", "which") or not _is_name(sentence.text[slice(*span)]):
        return False
    if is_named_when_asked(question, sentence.text, span) or is_told_by_noun(question, sentence.text, span):
        return True
    return _is_led(question, asked, sentence.text, span)


def _is_led(question: Question, asked: Sequence[QueryTerm], sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked who led a meeting, and that was held "under" whoever is named at a span, or with them "in the
    chair"."""
    verb, under = question.analysis.predicate, _UNDER.search(sentence[: span[0]])
    if verb not in LEADS or question.analysis.asked_role != "subject":
        return False
    led = [word for word in asked if word.word.term != verb]
    led = [word for word in led if word.word.term in MEETING_TERMS] or led
    if _IN_CHAIR.match(sentence, span[1]):
        return any(word.found_in(content_terms(sentence)) >= SAME for word in led)
    rules = under is not None and content_terms(sentence[under.start() : span[1]]) & _RULES
    if under is None or rules or _OWNS.match(sentence, span[1]):
        return False
    may = MAY - {word.surface for word in question.tokens}
    for told in deeds(sentence):
        held = told.verb in _TAKES_PLACE and not (told.denied or told.open or told.auxiliaries & may)
        its = frozenset(word.term for word in told.who or told.what)
        if held and any(word.surface == "under" for word in told.what):
            return any(word.found_in(its) >= SAME for word in led)
    return False


def _is_its_aim(question: Question, asked: Sequence[QueryTerm], sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether it is asked why something was held, and a sentence begins with what that "aimed to": itself, or what the
    sentence before is about."""
    begins = _SOUGHT.match(sentence.text[: span[0]])
    to_do = sentence.text[: span[0]].endswith(" to ") or sentence.text[slice(*span)].startswith("to ")
    if begins is None or not to_do or question.analysis.predicate not in EVENT_TERMS:
        return False
    points = tokens(begins[0])[0].surface in ("it", "they")
    about = tokens(sentence.passage.before) if points else tokens(begins[0])
    its = frozenset(word.term for word in about)
    near = its | content_terms(sentence.passage.heading)
    held = [word for word in asked if word.word.term != question.analysis.predicate]
    return any(word.found_in(its) >= SAME for word in held) and all(word.found_in(near) >= SAME for word in held)


def is_named_behind(question: Question, before: str, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked who has an office, and a sentence begins with a name and an age right behind one that tells
    that somebody is new in it, where the question names it.

    >>> from bot.question import read
    >>> asked, told = read("Who is the guild's new clerk?"), "Ada Wren, 51, came from Tarn."
    >>> [is_named_behind(asked, f"The guild named a new {office}.", told, (0, 8)) for office in ("clerk", "cook")]
    [True, False]
    """
    words = question.tokens
    if span[0] or question.analysis.answer_type != "who" or not _is_name(sentence[: span[1]]):
        return False
    hired = _HIRES.search(before)
    if hired is None or not _AGED.match(sentence, span[1]) or not {word.surface for word in words[:2]} & BE:
        return False
    told_before = content_terms(before)
    office = content_terms(hired["office"])
    return bool(office) and office <= question.analysis.terms | {"new"} and question.analysis.terms <= told_before


def _is_name(said: str) -> bool:
    words = [word for word in tokens(said) if not word.is_stop]
    return bool(words) and words[0].capital and words[-1].capital
