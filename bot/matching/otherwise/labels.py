"""Who stands behind a label did what it says: "Moved by: Ada Wren" tells nobody who bought."""

from __future__ import annotations

from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_DONE_BY: Final = expression(r"(?:^|[;,.(|] )(?P<verb>[A-Za-z]+ed) by: (?:[A-Z][a-z]*\.? )?\Z")
_BRACKET: Final = expression(r"\((?P<office>[a-z]+): (?:[A-Z][a-z]*\.? )?\Z")
_MOVES: Final = frozenset(
    map(
        stem,
        "bring forward idea introduce motion move mover propose proposal proposer put raise resolution second sponsor "
        "submit suggest table want".split(),
    )
)
_LEADS: Final = frozenset(map(stem, "chair chairman head lead manage preside run".split()))
_MOVED: Final = frozenset(map(stem, "moved proposed introduced tabled sponsored submitted".split()))


def is_labelled_otherwise(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something, and the words at a span of a sentence stand behind a label that says
    what else they did or are.

    >>> from bot.question import read
    >>> is_labelled_otherwise(read("Who bought the hut?"), "Motion: Sell the hut; Moved by: Ada Wren", (32, 40))
    True
    """
    asked = question.analysis
    if asked.answer_type != "who":
        return False
    ahead, terms = sentence[: span[0]], content_terms(question.text)
    if (done := _DONE_BY.search(ahead)) is not None:
        verb = stem(done["verb"].lower())
        return verb in _MOVED and terms.isdisjoint(_MOVES)
    bracket = _BRACKET.search(ahead)
    if bracket is None or asked.predicate is None:
        return False
    return terms.isdisjoint({stem(bracket["office"]), *_LEADS})
