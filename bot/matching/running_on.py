"""Where marked words end: of "Tarn on 3 May and was opened by Ada Wren" the place is Tarn, and between which ports a
ferry runs is told by both."""

from __future__ import annotations

import itertools
import re
from typing import Final

from bot.matching.deeds_told import deeds
from bot.question import Question
from bot.question.tokens import content_terms, stem
from bot.question.words import DEEDS
from facts.expressions import expression
from facts.months import MONTHS
from facts.verbs import PASTS

_NAMED: Final = frozenset(("how_many", "when", "where", "which", "who"))
"""Kinds of answers that are a name, a place, a number or a time, and have no verb."""
_BE: Final = r"(?:was|were|is|are|has|have|had|will|would|shall|may|might|must|can|could)\b"
_PAST: Final = rf"(?:[a-z’'-]+ed|{'|'.join(sorted(PASTS))})"
_GOES_ON: Final = (
    r"(?:by|in|on|at|to|for|with|from|as|into|that|the|an?|its|his|her|their|it|them|him|no|all|two|three|\d+)\b"
)
_NEXT: Final = expression(
    rf"(?<=\w)(?:,? (?:and|but|then)(?: (?:also|later|then|both|who|which|that))* (?:{_BE}|{_PAST} {_GOES_ON})|, {_BE})"
)
"""Where the next predicate begins: "and was chaired", ", was", "and opened by"."""
_OTHERS: Final = expression(
    rf"(?<=\w),? (?:and|but|while|whereas) (?:(?!(?:who|which|that|to)\b)[\w’'-]+ ){{1,4}}?"
    rf"(?:{_BE}|{_PAST} (?:(?:the|an?|its|his|her|their|it|them|him|that|no|all|two|three)\b|[£$€]?\d))"
)
"""Where what another did begins: "and Osmark paid 8 crowns"."""
_ITS_NUMBER: Final = expression(r"(?<=\d),? and (?:[a-z’'-]+ ){1,3}?of (?=[£$€]?\d)")
"""Where the next thing is told with its number: "and reserves of 8 crowns"."""
_DEEDS: Final = tuple(frozenset(map(stem, line.split())) for line in DEEDS)
_DAYS: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTH: Final = "|".join(f"{month.title()}|{month[:3].title()}" for month in MONTHS)
_TIME: Final = expression(
    rf"(?<=\w),? (?:(?:on|in|from|until|since|during|for|at) )(?:the )?(?:early |late |mid-)?(?:\d|{_DAYS}|{_MONTH})"
)
"""Where the time of what was at a place is told."""
_IS_DONE: Final = expression(r" (?:was|were|is|are|has been|have been|had been|will be) (?:\w+ly )?([\w’'-]+) by\b")
"""What stands behind what somebody does something to."""
_MARK: Final = expression(r",? (?:but|while|whereas) |, and |[,;:.] ")
_JOINT: Final = expression(r"(?:,? (?:and|but|while|whereas)|;) ")
_WORD: Final = expression(r"[\w’'-]+")
_PASSIVE: Final = expression(r"\b(?:was|were|is|are|been|being|be|who|which|that|to|not|never) (?:\w+ly )?$")
"""What stands before a verb whose subject is not who did it."""
_IS: Final = expression(r"\b(?:was|were|is|are|been|be) ")
_HELPS: Final = expression(rf"(?: {_BE}| been| be)+$")
_ASKS_BETWEEN: Final = expression(
    r"\bbetween (?:which|what|who)\b|\b(?:which|what|who)\b.*\bbetween\W*$", re.IGNORECASE
)
_NAME: Final = r"(?:[Tt]he )?[A-Z\d][\w’'-]*(?: (?:of |the )*[A-Z\d][\w’'-]*)*"
_SORTS: Final = frozenset(map(stem, "kind sort type".split()))
_BETWEEN: Final = expression(rf"\b[Bb]etween (?P<pair>{_NAME}(?:, {_NAME})*,? and {_NAME})")
_LIST_NUMBER: Final = expression(r"\s*(?:(?:item|no\.?|point) )?(?:\d{1,3}|[a-z]|[ivx]{1,4})", re.IGNORECASE)
_DOT: Final = expression(r"[.)](?=\s|$)")


def without_next(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence up to where the next predicate begins, or behind a place its time, where a name, a place, a
    number or a time is asked for.

    >>> from bot.question import read
    >>> told = "It was hosted by Ada Wren and opened by Jon Ek."
    >>> told[slice(*without_next(read("Who hosted it?"), told, (17, 46)))]
    'Ada Wren'
    """
    begin, end = span
    asked = question.analysis.answer_type
    if asked not in _NAMED:
        return span
    goes_on = _NEXT.search(sentence, begin, end)
    if goes_on and _is_asked_about(question, goes_on[0]):
        return span
    ends = [goes_on, _TIME.search(sentence, begin, end) if asked == "where" else None]
    if asked in ("how_many", "when", "where"):
        ends += [_OTHERS.search(sentence, begin, end), _ITS_NUMBER.search(sentence, begin, end)]
    return begin, min((found.start() for found in ends if found), default=end)


def what_was_done_to(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence without that what is asked for was done, and by whom; what stands before that, where only
    who did it was marked.

    >>> from bot.question import read
    >>> asked, told = read("What did Ada Wren read?"), "The tide report was read by Ada Wren, a pilot."
    >>> told[slice(*what_was_done_to(asked, told, (4, 36)))], told[slice(*what_was_done_to(asked, told, (38, 45)))]
    ('tide report', 'The tide report')
    """
    asked, (begin, end) = question.analysis, span
    if asked.answer_type != "what" or asked.predicate is None or asked.asked_role != "object":
        return span
    for done in _IS_DONE.finditer(sentence, 0, end):
        if stem(done[1].lower()) == asked.predicate:
            ahead = max((found.end() for found in _MARK.finditer(sentence, 0, done.start())), default=0)
            return (begin if ahead <= begin < done.start() else ahead), done.start()
    return span


def _is_asked_about(question: Question, told: str) -> bool:
    """Whether what is told next is the deed that a question asks about, in its words or in others."""
    verbs = set(map(stem, told.lower().split()))
    return any(question.analysis.predicate in deed and deed & verbs for deed in _DEEDS)


def who_did(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence as who did what is asked about, where its clauses tell of several who did the like.

    >>> from bot.question import read
    >>> told = "Ada Wren led the north side and Bo Lusk led the south."
    >>> [told[slice(*who_did(read(f"Who led the {side}?"), told, (0, 39)))] for side in ("north", "south")]
    ['Ada Wren', 'Bo Lusk']
    """
    asked = question.analysis
    if asked.answer_type not in ("who", "which") or asked.predicate is None or asked.asked_role == "object":
        return span
    if not _SORTS.isdisjoint(asked.focus):  # "jobs" is no verb in "which kind of jobs did they ask for?"
        return span
    ends = [*(found.span() for found in _JOINT.finditer(sentence)), (len(sentence), len(sentence))]
    clauses = []
    for (_, begin), (end, _) in itertools.pairwise([(0, 0), *ends]):
        words = [found for found in _WORD.finditer(sentence, begin, end) if stem(found[0].lower()) == asked.predicate]
        if words and words[0].start() > begin and not _has_no_doer(sentence, begin, words[0]):
            shared = len((asked.terms - {asked.predicate}) & content_terms(sentence[begin:end]))
            clauses.append((shared, begin, words[0].start()))
    most = max((shared for shared, *_ in clauses), default=0)
    best = [(begin, verb) for shared, begin, verb in clauses if shared == most]
    if len(best) != 1 or (len(clauses) < 2 and not _begins_within(sentence, best[0][0], span)):
        return span
    begin, verb = best[0]
    begin = span[0] if begin <= span[0] < verb else begin
    return begin, begin + len(_HELPS.sub("", sentence[begin:verb].rstrip(" ,")))


def _has_no_doer(sentence: str, begin: int, verb: re.Match[str]) -> bool:
    """Whether who does it does not stand before a verb in its clause, which begins at a place."""
    passive = _PASSIVE.search(sentence, begin, verb.start())
    return passive is not None and not (verb[0].endswith("ing") and _IS.search(passive[0]))


def _begins_within(sentence: str, begin: int, span: tuple[int, int]) -> bool:
    """Whether a clause begins at a place within a span, behind a comma and another clause: "in Tarn, and Bo Lusk"."""
    joints = (found for found in _JOINT.finditer(sentence, *span) if found.end() == begin and found[0][0] in ",;")
    return any(deeds(sentence[: joint.start()]) for joint in joints)


def whole_pair(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence as both of those between which something is, where a question asks for these.

    >>> from bot.question import read
    >>> told = "A ferry runs between Tarn and Port Adair in May."
    >>> told[slice(*whole_pair(read("Between which ports does it run?"), told, (30, 40)))]
    'Tarn and Port Adair'
    """
    if not _ASKS_BETWEEN.search(question.text):
        return span
    pairs = (found.span("pair") for found in _BETWEEN.finditer(sentence))
    return next((pair for pair in pairs if pair[0] <= span[0] and span[1] <= pair[1]), span)


def is_list_number(sentence: str, span: tuple[int, int]) -> bool:
    """Whether words at a span are the number of a heading or of an item of a list, which nobody asks for.

    >>> is_list_number("3. Tolls", (0, 1)), is_list_number("3 votes were cast.", (0, 1))
    (True, False)
    """
    begin, end = span
    said = sentence[begin:end].rstrip(".) ")
    behind = sentence[begin + len(said) :]
    return not sentence[:begin].strip(" (") and bool(_LIST_NUMBER.fullmatch(said) and _DOT.match(behind))
