"""Facts that their own question does not bring, as rules alone answer it: nobody who asks for them gets them."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from bot import dialog
from bot.index import Index, load
from bot.index.entries import Entry
from bot.matching.overruling import gives_way_to
from bot.question import read
from bot.question.tokens import content_terms
from bot.replies import Answer, Reply
from facts import workers
from facts.disagreement.written import words

Unreached = tuple[str, str, str | None]
"""A fact by its article and its id there, and what its question brings instead."""

PARALLEL_FROM: Final = 1000
"""Facts from which on more than one process pays."""
SHARES: Final = 4
"""Into how many parts the work of a process is cut."""


def unreached(index: Index, directory: Path) -> Iterator[Unreached]:
    """The facts of a base that asking for them does not bring, nor any that says the same."""
    count, processes = len(index.entries), workers.processors()
    if count < PARALLEL_FROM or processes == 1:
        yield from _among(index, range(count))
        return
    share = math.ceil(count / (SHARES * processes))
    parts = [(directory, first, min(first + share, count)) for first in range(0, count, share)]
    for part, found in zip(parts, workers.spread(_of_part, parts, processes), strict=True):
        # Those over which a process ended (no memory?) are asked for here.
        yield from _among(index, range(*part[1:])) if isinstance(found, workers.EndedError) else found


def _of_part(part: tuple[Path, int, int]) -> list[Unreached]:
    directory, first, end = part
    index = _loaded(directory)
    return list(_among(index, range(first, min(end, len(index.entries)))))


_loaded = functools.cache(load)


def _among(index: Index, numbers: Sequence[int]) -> Iterator[Unreached]:
    for number in numbers:
        entry = index.entries[number]
        reply, _ = dialog.reply_to(read(entry.fact.question), index)
        brought = list(_brought(reply))
        if not any(_says_it(answer, entry) or _gives_way(number, answer, index) for answer in brought):
            instead = reply.answer.answer if reply.answer else None
            yield entry.context.record.article.id, entry.fact.id, instead


def _gives_way(number: int, answer: Answer, index: Index) -> bool:
    """Whether a fact gives way to an answer that a person wrote or said is right: so it is meant."""
    winner = index.entry(answer.key)
    if winner is None:
        return False
    told = {each.fact_id for each in index.overruling(index.entries[number])}
    return winner.fact_id in told or gives_way_to(index.entries[number], winner)


def _brought(reply: Reply) -> Iterator[Answer]:
    """All that a reply shows."""
    if reply.answer is not None:
        yield reply.answer
        yield from reply.answer.differs
    yield from reply.suggestions


def _says_it(answer: Answer, entry: Entry) -> bool:
    """Whether an answer is a fact's, or says the same, perhaps in more words or fewer."""
    if answer.key == entry.fact_id or words(answer.answer) == words(entry.fact.answer):
        return True
    texts = answer.answer, entry.fact.answer
    mine, its = map(content_terms, texts)
    return bool(mine and its) and (mine <= its or its <= mine)
