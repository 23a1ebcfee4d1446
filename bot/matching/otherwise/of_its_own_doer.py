"""Who does a deed stands before its verb: of "Ada Wren said that a trial had cut costs" she cut none."""

from __future__ import annotations

from typing import Final

from bot.matching.deeds_told import deeds
from bot.question import Question
from bot.question.cues import BE
from bot.question.tokens import content_terms

_AN: Final = frozenset(("a", "an"))


def is_not_its_doer(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something, and a sentence tells by that verb that something else did it, with
    "a" or "an" before it, than is named by the words at a span: it is no name for these.

    >>> from bot.question import read
    >>> told = "Ada Wren backed the plan, as a trial in Lunt had cut costs."
    >>> [is_not_its_doer(read(f"Who {did}?"), told, (0, 8)) for did in ("cut costs", "backed the plan")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.asked_role != "subject" or asked.predicate is None:
        return False
    told = [deed for deed in deeds(sentence) if deed.verb == asked.predicate]
    if not told or not all(deed.who and deed.auxiliaries.isdisjoint(BE) for deed in told):
        return False
    said = content_terms(sentence[slice(*span)])
    return bool(said) and all(
        _AN & {word.surface for word in deed.who[:2]} and said.isdisjoint(word.term for word in (*deed.who, *deed.what))
        for deed in told
    )
