"""The base as editors work on it while the bot runs: reading it anew, teaching it, what comes near a question."""

from __future__ import annotations

import contextlib
import itertools
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar

import numpy as np
from rapidfuzz import fuzz, process

from bot import dialog
from bot.index import Entry, Index, NoBaseError, answer_of, cache, load
from bot.question import Question, read
from bot.question.tokens import tokens
from bot.replies import Answer, Context
from facts.files import FileStat
from facts.pages import base

ALIKE: Final = 85.0
"""Similarity (0–100, of the words whatever their order) from which two questions are alike."""
NEAREST: Final = 3
"""How many facts are offered for a question."""

TOGETHER: Final = 65536
"""Facts whose texts are held at a time while they are compared."""

_T = TypeVar("_T")


class GoneError(Exception):
    """A fact or a sentence is no longer on record."""


class BaseFolder:
    """A folder of the base and the index made of it. Its methods block: call them in a thread."""

    def __init__(self, folder: Path, index: Index) -> None:
        """`index` is what the folder gave when it was read last."""
        self._folder = folder
        self._index = index
        self._one_at_a_time = threading.Lock()
        self.read = self.look()

    @property
    def path(self) -> Path:
        """Where the folder is."""
        return self._folder

    @property
    def index(self) -> Index:
        """What the folder gave when it was read last; always a whole index."""
        return self._index

    def look(self) -> Mapping[str, FileStat]:
        """What the folder looks like from outside: its pages by name. `read` is what it looked like when it
        was read last. Raises OSError."""
        with contextlib.suppress(FileNotFoundError), os.scandir(self._folder) as entries:
            pages = [entry for entry in entries if entry.name.endswith(base.SUFFIX) and not entry.name.startswith(".")]
            return {page.name: FileStat.of(page.stat()) for page in pages}
        return {}

    def reload(self) -> Index:
        """Read the folder anew. Raises BaseError, and keeps the index, if it is gone or anything is wrong that was not
        before."""
        with self._one_at_a_time:
            return self._read()

    def teach(self, key: str, question: str) -> Index:
        """Write a question into the folder as one that a fact is asked by, and read the folder anew.

        Raises GoneError if no fact has this key, BaseError if something is wrong with the folder, OSError if it cannot
        be written. What was written before the reading failed stays written.
        """
        with self._one_at_a_time:
            entry = self._index.entry(key)
            if entry is None:
                raise GoneError(key)
            base.add_variant(self._folder, entry.context.record.article.id, entry.fact.id, " ".join(question.split()))
            return self._read()

    def keep(self, key: str, answer: str, questions: Sequence[str]) -> Index:
        """Write an answer to these questions (one or more) below the sentence that this key names, and read the folder
        anew. Raises as `teach` does."""
        with self._one_at_a_time:
            found = self._index.answer(key)
            if found is None or not found.read:
                raise GoneError(key)
            first, *others = dict.fromkeys(" ".join(question.split()) for question in questions)
            said = " ".join(answer.split())
            base.add_fact(self._folder, found.article, found.evidence, first, said, tuple(others))
            return self._read()

    def _read(self) -> Index:
        seen = self.look()  # before reading: what is written meanwhile is read the next time
        cache.renew_aside(self._folder)
        try:
            found = load(self._folder)
        except NoBaseError:
            if not self._folder.is_dir():
                raise
            found = Index([])  # all articles were taken out: nothing is to be answered from them
        if problems := set(found.problems) - set(self._index.problems):
            raise base.BaseError(each for each in found.problems if each in problems)
        self._index = found
        self.read = seen
        return self._index


def nearest(question: str, index: Index, limit: int = NEAREST) -> tuple[Answer, ...]:
    """The facts that a question in vain comes nearest to, however far: first as it is matched, then by its letters."""
    chosen: dict[tuple[str, str], Entry] = {}
    asked = read(question)
    for entry in itertools.chain(_matched(asked, index), _spelled_alike(asked, index, limit)):
        chosen.setdefault((entry.context.record.article.id, entry.fact.answer), entry)
        if len(chosen) == limit:
            break  # before all questions on record are compared letter by letter
    return tuple(answer_of(entry, entry.fact.confidence) for entry in chosen.values())


def alike(items: Sequence[_T], text: Callable[[_T], str]) -> list[list[_T]]:
    """Group items by likeness of their texts: each joins the first group whose first item it is like.

    >>> alike(["Who paid for it?", "What did it cost?", "for it, who paid"], str)
    [['Who paid for it?', 'for it, who paid'], ['What did it cost?']]
    """
    groups: list[list[_T]] = []
    leaders: list[str] = []
    for item in items:
        words = _words(text(item))
        found = process.extractOne(words, leaders, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
        if found is None:
            groups.append([item])
            leaders.append(words)
        else:
            groups[found[2]].append(item)
    return groups


def _matched(question: Question, index: Index) -> Iterator[Entry]:
    for match in dialog.candidates_for(question, index, Context()):
        yield match.entry


def _spelled_alike(question: Question, index: Index, limit: int) -> Iterator[Entry]:
    """The facts whose own questions have the most alike words, told from the texts in the index's arrays: to read every
    fact takes many times as long."""
    asked = question.plain.encode()
    best: list[tuple[float, int]] = []
    for first in range(0, len(index.entries), TOGETHER):
        facts = np.arange(first, min(first + TOGETHER, len(index.entries)), dtype=np.int32)
        texts = index.reader.first_texts(facts)
        found = process.extract(asked, texts, scorer=fuzz.token_set_ratio, limit=limit)
        best = sorted([*best, *((score, first + at) for _, score, at in found)], key=lambda each: -each[0])[:limit]
    for _, fact in best:
        yield index.entries[fact]


def _words(text: str) -> str:
    return " ".join(token.surface for token in tokens(text))
