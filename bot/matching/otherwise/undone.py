"""What was undone or never done: who was paid is not who is unpaid, and why a ban was made is not why it was lifted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.matching.spans import clause_around
from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_UN: Final = expression(r"\bun([a-z]{3,}ed|paid|sold|spent|built|told|known|seen|used)\b", re.IGNORECASE)
_STILL: Final = expression(
    r"\b(?:still|yet|remain\w*|left|outstanding)(?: [a-z]+){0,2}? to be ([a-z]+)\b", re.IGNORECASE
)
"""What is not done yet: "still to be played"."""
_YET: Final = expression(r"\b(?:still|yet|remain\w*|left|outstanding|to come|to be|must|needs?)\b", re.IGNORECASE)
_BEFORE: Final = expression(r"\b(?:which|that|who|whom)\b.* had\b", re.IGNORECASE)
"""What tells of something before."""
_ENDS: Final = expression(
    r"\b(?:lift|rescind|revok|repeal|cancel|scrap|annul|overturn|quash|abolish|reinstat|readmi|revers|remov|withdr[ae]w|"
    r"restor|(?:came|come|put|brought) (?:to )?an end|end(?:ed|s|ing)?\b)",
    re.IGNORECASE,
)
"""By what something is done away with."""
_BANS: Final = expression(r"\b(suspension|expulsion|ban|sanction|embargo|curfew|blockade|boycott)s?\b", re.IGNORECASE)
_ROOT: Final = 3
"""How many letters at the least such a noun has in common with its verb: "ban", "suspen-sion"."""
_FOR_GOOD: Final = expression(r"\b(?:lasting|permanent(?:ly)?|for good)\b", re.IGNORECASE)
_FOR_NOW: Final = expression(
    r"\b(?:interim|acting|caretaker|temporar(?:y|ily)|provisional(?:ly)?|for (?:now|the time being)|stopgap)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = expression(r"[;.] ")
_TO_BE: Final = expression(
    r"\bthat (?:[\w’'-]+ ){0,3}?(?P<what>[\w’'-]+) (?:should )?be (?P<deed>[a-z]+)\b", re.IGNORECASE
)
"""What is moved: "that the toll be raised"."""


def was_undone(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks for what was not done, done away with, meant to last or moved, and a sentence tells only
    of what was done, made, or is so for now, or that something else be done with it.

    >>> from bot.question import read
    >>> was_undone(read("How many tolls are unpaid?"), "So far 90 tolls were paid.", (7, 9))
    True
    """
    if question.analysis.answer_type == "yes_no":
        return False
    text = question.text
    if any(_lacks(one, other) for one, other in ((text, sentence), (sentence, text))):
        return True
    reason_or_time = question.analysis.answer_type in ("why", "when")
    if _is_done_by_now(text, sentence) or (reason_or_time and _was_only_ended(text, sentence)):
        return True
    if _ENDS.search(text) and not _ENDS.search(sentence) and any(_was_made(noun, sentence) for noun in _bans(text)):
        return True
    if (
        _FOR_GOOD.search(text)
        and not _FOR_NOW.search(text)
        and _FOR_NOW.search(sentence[slice(*clause_around(sentence, span, _CLAUSE))])
    ):
        return True
    return _is_moved_otherwise(text, sentence)


def _lacks(having: str, text: str) -> bool:
    """Whether a text has the deed of which another one says that it was not done, and does not say so."""
    undone = {found[1].lower() for found in _UN.finditer(having)}
    words = text.lower()
    return any(
        re.search(rf"\b{deed}\b", words)
        and not re.search(rf"\bun{deed}\b|\b(?:not|never|n['’]t|yet to|to be)\b[^.;,]*\b{deed}\b", words)
        and not re.search(rf"\b{deed}\b", having.lower())
        for deed in undone
    )


def _is_done_by_now(question: str, sentence: str) -> bool:
    """Whether a question asks for what is still to be done, and a sentence tells of what has been, and of nothing that
    is left."""
    still = _STILL.search(question)
    return still is not None and not _YET.search(sentence) and stem(still[1].lower()) in content_terms(sentence)


def _was_only_ended(question: str, sentence: str) -> bool:
    """Whether a question asks for the making of what a sentence tells only the end of: "was suspended" and "the
    suspension was lifted"."""
    if _ENDS.search(question) or not _ENDS.search(sentence) or _BEFORE.search(sentence):
        return False
    return any(_was_made(noun, question) and not _was_made(noun, sentence) for noun in _bans(sentence))


def _bans(text: str) -> Iterator[str]:
    return (found[1].lower() for found in _BANS.finditer(text))


def _was_made(noun: str, sentence: str) -> bool:
    """Whether a sentence tells of the deed that a noun is for: "suspended" of "suspension"."""
    root = noun[: max(_ROOT, len(noun) - len("sion"))]
    return re.search(rf"\b{root}[a-z]*ed\b", sentence, re.IGNORECASE) is not None


def _is_moved_otherwise(question: str, sentence: str) -> bool:
    """Whether a question and a sentence tell what is to be done with one thing, and that is not the same."""
    asked, told = _TO_BE.search(question), _TO_BE.search(sentence)
    if asked is None or told is None or stem(asked["what"].lower()) != stem(told["what"].lower()):
        return False
    return stem(asked["deed"].lower()) not in content_terms(sentence)
