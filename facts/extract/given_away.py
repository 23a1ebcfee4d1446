"""Questions that say their own answer: "Who held the Tarn Council meeting?" of the Tarn Council."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from facts.extract.draft import Draft
from facts.folding import SMALL_WORDS, fold
from facts.parse.acronyms import Acronym

ASKED: Final = frozenset({"who", "where", "what"})
"""Kinds of questions whose answer is a name or a thing."""
BY_NAME: Final = frozenset({"definition", "meeting", "role", "schedule"})
"""Families of rules that ask of something by its whole name, which may well tell: "Where were the Oslo talks held?"."""
WORD: Final = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
COMMON: Final = SMALL_WORDS | {"a", "an", "and", "of", "the", "new", "s"}
"""Words by which nothing is told apart."""


def gives_away(draft: Draft, acronyms: Iterable[Acronym]) -> bool:
    """Whether a question has all words of its answer, or the acronym of it, in it: it asks for nothing."""
    if draft.kind not in ASKED or draft.rule.partition(".")[0] in BY_NAME:
        return False
    question, answer = draft.question, draft.answer
    for form in acronyms:
        long = re.compile(re.escape(form.long), re.IGNORECASE)
        question, answer = long.sub(form.short, question), long.sub(form.short, answer)
    told = _words(answer)
    return bool(told) and told <= _words(question)


def _words(text: str) -> set[str]:
    """The folded words of a text that tell something, without the ending of a possessive."""
    words = (fold(word.removesuffix("’s").removesuffix("'s")) for word in WORD.findall(text))
    return {word for word in words if word not in COMMON}
