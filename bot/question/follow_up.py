"""A question that leans on the one before → the questions that it may mean in full.

"and where was it?" takes its subject from the question before; "and Apple?" takes everything but the name that it
puts in another's place; "what about the one in May?" puts another date. The matcher tries each reading.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import msgspec

from bot.question import Question, Word
from bot.question.tokens import stem
from bot.question.words import EVENT, LIGHT, MEETING_NOUNS

BACKGROUND = 0.25
"""How much a word counts that is taken from the question before."""
MEAGRE = 1
"""With no more words of its own than this, a question without a question word leans on the one before."""
_IDLE = frozenset(map(stem, EVENT | LIGHT | MEETING_NOUNS)) | {"1"}


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """A question as it may be meant; `here` if only the article of the last answer can answer it, `other` if not
    the last answer again."""

    question: Question
    here: bool
    other: bool = False


def leans(question: Question) -> bool:
    """Whether a question cannot be understood without the one before."""
    own = [w for w in question.words if w.key not in _IDLE]
    if question.linked or question.pointing or not own:
        return True
    return question.kind is None and len(own) <= MEAGRE


def readings(question: Question, before: Question) -> Iterator[Reading]:
    """What a question may mean that leans on the one before, likeliest first."""
    own = tuple(w for w in question.words if w.key != "1")
    moved = bool(question.dates or question.ordinals)
    other = "else" in question.text.lower().split() or "else?" in question.text.lower().split()
    if question.kind is None or other:
        kept = [w for w in before.words if w.key not in question.keys]
        whole = msgspec.structs.replace(
            before,
            text=question.text,
            dates=question.dates or before.dates,
            ordinals=question.ordinals or before.ordinals,
            selector=question.selector or before.selector,
        )
        if not moved and not any(w.key not in _IDLE for w in own):
            yield Reading(msgspec.structs.replace(whole, words=(*own, *kept)), not moved, other)
            return
        for gap in _gaps(kept, before):
            left = tuple(w for at, w in enumerate(kept) if at not in gap)
            yield Reading(msgspec.structs.replace(whole, words=(*own, *left)), not moved, other)
        return
    share = 1.0 if moved else BACKGROUND
    lent = tuple(
        msgspec.structs.replace(w, scale=w.scale * share)
        for w in before.words
        if w.key not in question.keys and w.key != before.predicate and w.key not in before.focus
    )
    if not moved and question.selector is None:
        question = msgspec.structs.replace(question, dates=before.dates, ordinals=before.ordinals)
    yield Reading(msgspec.structs.replace(question, words=(*own, *lent)), not moved)
    if own and not moved:
        yield Reading(msgspec.structs.replace(question, words=own), True)


def _gaps(words: list[Word], before: Question) -> Iterator[range]:
    """The places of the words that a new name may stand for: each name, each other word, or none."""
    at = 0
    while at < len(words):
        end = at + 1
        if words[at].capital or words[at].key.startswith("="):
            while end < len(words) and words[end].capital:
                end += 1
        if words[at].key != before.predicate:
            yield range(at, end)
        at = end
    yield range(0)
