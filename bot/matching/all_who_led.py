"""Who chaired, led or hosted is answered with all who did so together: "co-chaired by Ada Wren and Bo Lusk", "Ada Wren
and Bo Lusk shared the chair", "Ada Wren co-chaired it with Bo Lusk"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.matching.deeds_told import deeds
from bot.matching.told_by_noun import LEADS
from bot.question import Question
from bot.question.follow_up import asks_for_others
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_LEADS: Final = LEADS | frozenset(map(stem, "chair cohost co-host convene host moderate organise share".split()))
_NO_VERB: Final = (
    r"(?!(?:by|from|to|at|in|on|is|are|was|were|be|been|has|have|had|[\w-]+ed|who|which|that|while|but)\b)"
)
_TITLE: Final = rf"(?:(?:the|her|his|its|their|an?) )?(?:{_NO_VERB}[\w’'-]+ ){{0,4}}?"
_NAME: Final = r"[A-Z][\w’'-]*(?:\.? [A-Z][\w’'-]*)+"
_NAMED: Final = expression(r"[A-Z][\w’'-]*(?:\.? [A-Z][\w’'-]*)*")
_LED: Final = r"(?:chaired|moderated|hosted|led|presided over|convened|organi[sz]ed|headed)"
_JOINTLY: Final = (
    rf"(?:co-?{_LED}|(?:jointly|together) {_LED}|{_LED} (?:jointly|together)|"
    r"(?:shared|took turns in) the chair|(?:took|shared) the chair (?:in turn|by turns|jointly|together))"
)
_LAST: Final = rf"(?P<last>{_TITLE}{_NAME})"
_AND: Final = rf",? and(?: also|, [^,;]{{3,40}},)?(?: by)? {_LAST}"
_ENDS: Final = r"(?=(?P<rest>(?: (?:as|at|during|for|from|in|of|on|under)\b[^,;.]*)?)(?:[,;.)]|$))"
_BY: Final = expression(
    rf"\b(?:{_LED}|{_JOINTLY}|shared|taken)(?: jointly| together| in turn)? by (?P<all>{_TITLE}{_NAME}"
    rf"(?:(?!\b(?:who|which|that|while|but|is|are|was|were|has|had)\b|\b(?:in|at) [A-Z])[^;.])*?{_AND}){_ENDS}"
)
"""By whom something was led, up to the last of them, with what comes behind that name."""
_BESIDE: Final = expression(
    rf"\b{_LED} by (?P<all>{_TITLE}{_NAME}[^;.]{{0,60}}?, with {_TITLE}{_NAME} as (?:[a-z]+ )?co-?"
    r"(?:chair|host|lead)\w*)"
)
"""Who led something, and who was "co-chair" beside them."""
_TOGETHER: Final = expression(
    rf"(?:^|[;:] )(?:(?:At|In|On|After|During) [^,;:]{{2,60}}, )?(?P<all>[^;:]{{5,160}}?),? (?:both )?{_JOINTLY}\b"
)
"""Who led something together, as those who did."""
_WITH: Final = expression(
    rf"(?P<all>{_NAME} (?:co-?{_LED}|shared)\b(?:(?!\band\b)[^,;.]){{2,60}}? (?:together )?with {_LAST})"
)
"""Who led something with somebody else."""


def all_who_led(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence with all who led something together, where it marks some of them and who led it is asked.

    >>> from bot.question import read
    >>> told = "The forum was co-chaired by Ada Wren, the mayor, and Bo Lusk of the Port Trust."
    >>> told[slice(*all_who_led(read("Who chaired the forum?"), told, (28, 36)))]
    'Ada Wren, the mayor, and Bo Lusk'
    """
    asked = question.analysis
    if asked.answer_type not in ("who", "which") or asked.terms.isdisjoint(_LEADS) or asks_for_others(question):
        return span
    for (begin, end), said in _all_told(sentence):
        if begin <= span[0] and span[1] <= end and not _has_all(sentence[slice(*span)], sentence[begin:end]):
            return span if (asked.terms - _LEADS) & content_terms(said) else (begin, end)
    return span


def _has_all(some: str, everybody: str) -> bool:
    """Whether some words have the first and the last name of those that name all."""
    names = _NAMED.findall(everybody)
    return bool(names) and all(name.split()[-1] in some for name in (names[0], names[-1]))


def _all_told(sentence: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Where all stand that led something together, with what tells them apart: who asks by that asks for one."""
    by, together = _BY.search(sentence), _TOGETHER.search(sentence)
    if by is not None and not deeds(by["last"] + by["rest"]):  # "chaired by Ada Wren, and Bo Lusk of the union spoke"
        yield by.span("all"), by["all"] + by["rest"]
    if together is not None and " and " in together["all"] and not deeds(together["all"]):
        yield together.span("all"), together["all"]
    for beside in _BESIDE.finditer(sentence):
        yield beside.span("all"), beside["all"]
    for beside in _WITH.finditer(sentence):
        yield beside.span("all"), beside["last"]
