"""What of a fact follows from its question: its id and, where nobody says it, its kind."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Container, Iterator

from facts.expressions import expression
from facts.folding import fold
from facts.model import Kind

WORD = expression(r"[a-z0-9]+")
STOP = frozenset({"a", "an", "the", "of", "did", "does", "do", "s"})
"""Words left out of a fact's id."""
LONGEST = 6
"""How many words of its question a fact's id has."""

_YES_NO = expression(
    r"(?:is|are|was|were|am|do|does|did|has|have|had|will|would|can|could|may|might|must|shall|should)\b"
)
_DEFINED = expression(r"what (?:do|does|did) .* (?:mean|stand for)\b|what is (?:the )?(?:acronym|full name|meaning)\b")
_TIME = expression(r"(?:what|which) (?:day|date|month|year|time|hour)\b")
_NUMBER = expression(r"how (?:many|much|often|long|old|far|large|big|high)\b|what (?:number|share|percentage)\b")
_NAMED = expression(r"(?:name|list)\b")
_WORD_KINDS: dict[str, Kind] = {
    "who": "who",
    "whom": "who",
    "whose": "who",
    "when": "when",
    "where": "where",
    "why": "why",
    "which": "which",
    "what": "what",
    "how": "how",
}
_QUESTION_WORD = expression(rf"\b(?:{'|'.join(_WORD_KINDS)})\b")


@functools.lru_cache(maxsize=4096)
def stem(question: str, kind: str) -> str:
    """What the id of a fact begins with: the first words of its question, or its kind where that has none.

    >>> stem("Who chaired the video conference?", "who")
    'who-chaired-video-conference'
    """
    words = [word for word in WORD.findall(fold(question)) if word not in STOP]
    return "-".join(words[:LONGEST]) or kind


def numbered(first: str) -> Iterator[str]:
    """The ids that begin so, in their order: `first`, `first-2`, `first-3` …"""
    yield first
    for n in itertools.count(2):
        yield f"{first}-{n}"


def first_free(first: str, taken: Container[str]) -> str:
    """The first of these ids that is not taken."""
    return next(name for name in numbered(first) if name not in taken)


def kind_of(question: str) -> Kind:
    """The kind of answer that a question asks for, by its question word; "what" where it has none.

    >>> [kind_of(q) for q in ("By whom was it signed?", "On which day?", "How many came?", "Did they vote?")]
    ['who', 'when', 'how_many', 'yes_no']
    """
    folded = " ".join(fold(question).split())
    if _YES_NO.match(folded):
        return "yes_no"
    if _NAMED.match(folded):
        return "list"
    if _DEFINED.match(folded):
        return "definition"
    asked = _QUESTION_WORD.search(folded)
    if asked is None:
        return "what"
    if _TIME.match(folded, asked.start()):
        return "when"
    if _NUMBER.match(folded, asked.start()):
        return "how_many"
    return _WORD_KINDS[asked[0]]


def to_come(question: str) -> str:
    """A question for a meeting that is yet to be held.

    >>> to_come("When in May 2020 was the Tarn Summit held?"), to_come("Where did the Union of Tarn meet?")
    ('When in May 2020 will the Tarn Summit be held?', 'Where will the Union of Tarn meet?')
    """
    asked = re.sub(r" (?:was|were) ", " will ", question, count=1).replace(" held?", " be held?")
    return asked if asked != question else question.replace(" did ", " will ", 1)
