"""Bodies in the words of a question: “the works council”, “Lock Board”, “the board of Quay Foods”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.question import lexicon
from bot.question.cues import DETERMINERS, MEETING_TERMS, WH
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import stem
from bot.question.words import STOP
from facts.expressions import expression
from facts.folding import fold

_BODIES: Final = frozenset(
    """agency alliance assembly association authority board bureau cabinet chamber commission committee company congress
    council department federation government group league ministry panel parliament secretariat senate society tribunal
    trust union""".split()
)
_WORD: Final = expression(r"[\w’'-]+")
_OF: Final = expression(r" (?:of|for)(?: the)?(?: [A-Z][\w’'-]*)+")
_MEETS: Final = expression(r" (?:meet|met)\b", re.IGNORECASE)
_LONGEST: Final = 4
"""Words that stand before the noun of a body that has no name, at most."""


def is_body(words: list[str]) -> bool:
    """Whether words name a body, or a meeting by a name of its own.

    >>> is_body("works council".split()), is_body("board of Quay Foods".split()), is_body("next meeting".split())
    (True, True, False)
    """
    ahead = next((at for at, word in enumerate(words) if at and fold(word) in ("of", "for")), len(words))
    head = words[ahead - 1]
    return fold(head) in _BODIES or (head[:1].isupper() and stem(fold(head)) in MEETING_TERMS)


def bodies_named(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the bodies of a question, without their articles; who meets is one.

    >>> asked = "What did the board of Quay Foods tell the works council?"
    >>> [asked[slice(*span)] for span in bodies_named(asked)]
    ['board of Quay Foods', 'works council']
    """
    words = list(_WORD.finditer(text))
    end = 0
    for at, word in enumerate(words):
        if word.start() < end or not (is_body([word[0]]) or _MEETS.match(text, word.end())):
            continue
        if (begin := _begin(words, at)) is None:
            continue
        of = _OF.match(text, word.end())
        end = of.end() if of else word.end()
        yield words[begin].start(), end


def _begin(words: list[re.Match[str]], at: int) -> int | None:
    """Where what is called by the noun at a place begins: at its first capital, or behind a determiner."""
    begin = at
    if words[at][0][0].isupper():
        while begin > 1 and words[begin - 1][0][0].isupper():
            begin -= 1
        return begin
    while begin and at - begin < _LONGEST and not _ends(words, begin - 1):
        begin -= 1
    return begin if begin and fold(words[begin - 1][0]) in DETERMINERS else None


def _ends(words: list[re.Match[str]], at: int) -> bool:
    """Whether a word is none of a body's: a small one, or a verb, which hardly stands behind a determiner."""
    word, ahead = fold(words[at][0]), fold(words[at - 1][0]) if at else ""
    if word in STOP | WH | PREPOSITIONS | DETERMINERS:
        return True
    return lexicon.is_verb(word) and ahead not in DETERMINERS
