"""Of a sentence that tells two things, the half that a question asks about: what was decided about the lock is not what
was decided about the tolls."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.question import Question
from bot.question.tokens import stem, tokens
from facts.expressions import expression
from facts.verbs import PASTS

_DECIDES: Final = frozenset(
    map(stem, "decide agree resolve vote rule approve adopt do happen settle conclude plan order pass propose".split())
)
_ABOUT: Final = expression(r"\b(?:about|regarding|concerning|as to|with regard to)\s+(.+)", re.IGNORECASE)
_ON: Final = expression(r"\b(?:on|over|with|to|for)\s+(.+)", re.IGNORECASE)
"""What stands before the topic of a decision, too."""
_VERB: Final = rf"(?:[\w’'-]+ed|{'|'.join(sorted({*PASTS, 'were', 'will', 'would', 'has', 'is', 'are'}))})\b"
_NEXT: Final = expression(
    r"(?:[,;]? (?:and|but|while|whereas)|;)(?: also| then| instead)? "
    rf"(?=(?:to|that|not to|on)\b|(?:[\w’'-]+ ){{0,3}}?{_VERB})"
)
"""What stands between two things that are told."""
_DECIDED: Final = expression(r"\b(?:agreed|decided|resolved|voted|approved|adopted|ordered|ruled)\b")
_OPENS: Final = expression(r"\b(?:that|which|who|whom|whose|if|whether|because|while|when|where) ")
"""Where a clause begins that has a verb of its own."""
_HAS_VERB: Final = expression(rf"\b{_VERB}|\bto [a-z]")
_MADE_UP: Final = expression(r"(?:on|that) ")
_GOES_ON: Final = expression(rf"(?:to|not to|on|that)\b|{_VERB}")
"""How what is told next begins where it has its subject in common with what was told before."""
_PREDICATE: Final = expression(rf"\b{_VERB}.*", re.DOTALL)


def half_about(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence as far as they are of what a question asks about, else the half that is.

    >>> from bot.question import read
    >>> told = "They backed the lock and shelved the tolls."
    >>> asked = read("What was decided about the tolls?")
    >>> told[slice(*half_about(asked, told, (5, 20)))], told[slice(*half_about(asked, told, (0, 42)))]
    ('shelved the tolls', 'shelved the tolls')
    """
    topic = _topic(question)
    halves = list(_halves(sentence)) if topic else []
    if len(halves) < 2:
        return span
    shared = [len(topic & {token.term for token in tokens(told)}) for told in _told(sentence, halves)]
    best = max(shared)
    if not best or shared.count(best) > 1:
        return span
    begin, end = halves[shared.index(best)]
    if not _DECIDED.search(sentence[begin:end]) and _DECIDED.search(sentence[end:]):
        return span  # "Ada Wren spoke of the tolls, and the board agreed to …"
    if begin <= span[0] and span[1] <= end:
        return span
    return (span[0] if begin <= span[0] < end else begin), end


def _topic(question: Question) -> frozenset[str]:
    """The words that a question has behind "about", or behind "on" where it asks for a decision."""
    asked = question.analysis
    if asked.answer_type not in ("what", "which", "how"):
        return frozenset()
    found = _ABOUT.search(question.text) or (_ON.search(question.text) if asked.terms & _DECIDES else None)
    return frozenset(token.term for token in tokens(found[1])) & asked.terms if found else frozenset()


def _told(sentence: str, halves: Sequence[tuple[int, int]]) -> list[str]:
    """What halves tell each by itself: of the first without its subject, where all have that in common."""
    first, *rest = (sentence[slice(*half)] for half in halves)
    predicate = _PREDICATE.search(first)
    in_common = all(_GOES_ON.match(sentence, end) for _, end in _cuts(sentence))
    return [predicate[0] if predicate and in_common else first, *rest]


def _cuts(sentence: str) -> list[tuple[int, int]]:
    """Where something else is told next: not between two that have their verb in common ("that the lock and the dam
    were shut")."""
    cuts: list[tuple[int, int]] = []
    for found in _NEXT.finditer(sentence):
        begin = max((each.end() for each in _OPENS.finditer(sentence, 0, found.start())), default=0)
        begin = max(begin, cuts[-1][1] if cuts else 0)
        if _GOES_ON.match(sentence, found.end()) or _HAS_VERB.search(sentence, begin, found.start()):
            cuts.append(found.span())
    return cuts


def _halves(sentence: str) -> Iterator[tuple[int, int]]:
    """The spans of the things that a sentence tells one after the other, without what joins them."""
    ends = len(sentence.rstrip(' .”"’'))
    for (_, begin), (end, _) in itertools.pairwise([(0, 0), *_cuts(sentence), (ends, ends)]):
        made_up = _MADE_UP.match(sentence[begin:end]) if begin else None
        yield begin + (made_up.end() if made_up else 0), end
