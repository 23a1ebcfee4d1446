"""What is told of somebody by their title alone: "Bo Lusk, mayor of Tarn" does not say who met the mayors."""

from __future__ import annotations

from typing import Final

from bot.question import Question
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import stem, tokens
from facts.expressions import expression

_TITLE: Final = expression(r"(?:, | \()(?=[A-Z])")
_NAMED: Final = expression(r", (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)")
_WITH_TITLE: Final = expression(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*)+, ")
"""How words begin that name somebody with their title: "Ada Wren, head of port"."""
_PART: Final = expression(r"[,;()]| [–-] ")
_HOLDS: Final = frozenset(
    map(stem, "attend be become chair come direct handle have head hold join lead manage represent run serve".split())
)
"""What is said of somebody by the title that they have."""


def is_done_to_such(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something to or with the holders of an office, and the words at a span of a
    sentence that tells nothing of it name but one of these.

    >>> from bot.question import read
    >>> is_done_to_such(read("Who invited the mayors of the delta?"), "Bo Lusk, Mayor of Tarn", (0, 7))
    True
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.asked_role != "subject" or asked.predicate in (None, *_HOLDS):
        return False
    words = question.tokens
    at = next((at for at, word in enumerate(words) if word.term == asked.predicate), len(words))
    ends = (place for place in range(at + 1, len(words)) if words[place].surface in PREPOSITIONS | {"of"})
    named = words[at + 1 : next(ends, len(words))]
    begins = _TITLE.match(sentence, span[1])
    if not named or begins is None or asked.predicate in {word.term for word in tokens(sentence)}:
        return False
    return named[-1].term in {word.term for word in tokens(_PART.split(sentence[begins.end() :])[0])}


def is_title_of_named(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did something to or with somebody, and the words at a span of a sentence are what
    that one is: "the Mayor of Tarn" of who met Bo Lusk.

    >>> from bot.question import read
    >>> is_title_of_named(read("Who met Bo Lusk?"), "Ada Wren met the Mayor of Tarn, Bo Lusk.", (13, 30))
    True
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.answer_subtype == "identity" or asked.predicate is None:
        return False
    named = _NAMED.match(sentence, span[1])
    said = sentence[slice(*span)]
    if named is None or _WITH_TITLE.match(said) or not any(word.islower() and len(word) > 1 for word in said.split()):
        return False
    name = [token.term for token in tokens(named["name"])]
    return len(name) > 1 and {token.term for token in question.tokens}.issuperset(name)
