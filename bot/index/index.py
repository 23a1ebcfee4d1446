"""The base made ready for questions: its facts as they are kept in a file, each read when it is asked for.

The arrays by which facts are found lie in the file as they are used (`bot.matching.candidates`); where the file is, and
when it is made anew, `bot.index.cache` says.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from bot.index import builder, cache
from bot.index.codec import Lazy
from bot.index.dictionary import WordList
from bot.index.entries import Entry, Frame, MeetingEntry, fact_key
from bot.index.file_format import Reader
from bot.index.vocabulary import Vocabulary
from bot.index.writer import Assembly
from bot.matching.candidates import Places
from bot.replies import Answer
from facts.model import Record
from facts.pages.base import BaseError, NoBaseError

__all__ = ["BaseError", "Entry", "Frame", "Index", "MeetingEntry", "NoBaseError", "answer_of", "fact_key", "load"]

FRAMES_READ: Final = 512
"""Articles that are held as they were last read."""
FACTS_READ: Final = 2048
"""Facts that are held as they were last read."""


class Index:
    """All facts of a base, to be matched with questions. `entries` and `frames` are in the order of the articles."""

    entries: Sequence[Entry]
    frames: Sequence[Frame]

    def __init__(self, records: Iterable[Record]) -> None:
        """Index the records of a base, in memory."""
        ordered = sorted(records, key=lambda record: record.article.id)
        self._open(cache.in_memory(lambda writer: Assembly(writer).write(builder.of_records(ordered))))

    @classmethod
    def of(cls, reader: Reader) -> Index:
        """The index that a file holds."""
        index = cls.__new__(cls)
        index._open(reader)
        return index

    def _open(self, reader: Reader) -> None:
        self._reader = reader
        self.words = WordList(reader)
        self.vocabulary = Vocabulary(self.words)
        self.places = Places(reader, self.words)
        self._facts = reader.texts("facts")
        self._frames = reader.texts("frames")
        self._articles = reader.texts("articles")
        self._names = reader.array("names")
        self._named_fact = reader.array("names.fact")
        self.frames = Lazy(len(self._frames), functools.lru_cache(FRAMES_READ)(self._frame))
        self.entries = Lazy(len(self._facts), functools.lru_cache(FACTS_READ)(self._entry))

    def _frame(self, number: int) -> Frame:
        return builder.FRAMES.unpack(self._frames[number])

    def _entry(self, number: int) -> Entry:
        kept = builder.kept_fact(self._facts[number])
        places = self.places
        return builder.entry_of(
            kept,
            self.frames[int(places.frame_of[number])],
            places.keys_of("evidence", number),
            places.keys_of("answer", number),
            places.keys_of("nearby", number),
        )

    def number_of(self, article: str) -> int | None:
        """The number of an article; None if it is not on record."""
        wanted = article.encode()
        at = bisect.bisect_left(self._articles, wanted)
        return at if at < len(self._articles) and self._articles[at] == wanted else None

    def article(self, number: int) -> str:
        """The id of an article."""
        return self._articles[number].decode()

    def frame(self, article: str) -> Frame | None:
        """What the facts of an article share; None if it is not on record."""
        number = self.number_of(article)
        return None if number is None else self.frames[number]

    def facts_of(self, article: str) -> Sequence[Entry]:
        """The facts of an article."""
        number = self.number_of(article)
        if number is None:
            return ()
        ends = self.places.facts_end
        return self.entries[int(ends[number - 1]) if number else 0 : int(ends[number])]

    def asked_by(self, form: int) -> str:
        """The question that the form of a fact is."""
        fact = self.places.fact_of(form)
        question, _ = self.entries[fact].asking[form - self.places.first_form(fact)]
        return question.text

    def entry(self, key: str) -> Entry | None:
        """The fact that a key names; None if it is not on record any more."""
        try:
            name = int(key, 16)
        except ValueError:
            return None
        at = int(self._names.searchsorted(name)) if 0 <= name < 1 << 64 else len(self._names)
        if at >= len(self._names) or int(self._names[at]) != name:
            return None
        entry = self.entries[int(self._named_fact[at])]
        return entry if entry.key == key else None

    def answer(self, key: str) -> Answer | None:
        """The fact that a key names, as an answer; None if it is not on record any more."""
        entry = self.entry(key)
        return answer_of(entry, entry.fact.confidence) if entry else None

    def meetings(self) -> tuple[MeetingEntry, ...]:
        """The meetings on record, newest first."""
        entries = map(builder.MEETINGS.unpack, self._reader.texts("meetings"))
        return tuple(sorted(entries, key=lambda m: (m.date or "", m.article), reverse=True))


def load(directory: Path) -> Index:
    """The index of the base in a directory, from the file that is kept beside it if that is right.

    Raises:
        NoBaseError: There is no base there.
        BaseError: Something is wrong with a file of it; every problem is named.
    """
    return Index.of(cache.opened(directory))


def answer_of(entry: Entry, confidence: float, answer: str | None = None) -> Answer:
    """A fact as an answer, with its own words or with the "Yes" that was derived from it."""
    fact, record = entry.fact, entry.frame.record
    return Answer(
        key=entry.key,
        question=fact.question,
        answer=fact.answer if answer is None else answer,
        kind=fact.kind if answer is None else "yes_no",
        evidence=fact.evidence,
        source=record.article.source,
        date=record.article.date,
        url=record.article.url,
        article=record.article.id,
        meeting=record.meeting.name if record.meeting else None,
        confidence=confidence,
    )
