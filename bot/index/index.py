"""The base made ready for questions: its facts as they are kept in a file, each read when it is asked for.

The arrays by which facts are found lie in the file as they are used (`bot.index.reader`); where the file is, and when
it is made anew, `bot.index.cache` says.
"""

from __future__ import annotations

import bisect
import dataclasses
import functools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.index import cache, codec
from bot.index.dictionary import TermDictionary
from bot.index.entries import ArticleContext, Entry, MeetingEntry, sentence_id
from bot.index.file_format import ArrayFile
from bot.index.lazy import LazySequence
from bot.index.reader import IndexReader
from bot.index.vocabulary import Vocabulary
from bot.question import Question
from bot.replies import Answer, reported
from facts.expressions import expression
from facts.model import Correction, Record
from facts.pages.problems import BaseError, NoBaseError, Problem
from facts.reader import heading

__all__ = ["ArticleContext", "BaseError", "Entry", "Index", "MeetingEntry", "NoBaseError", "answer_of", "load"]

CONTEXTS_READ: Final = 512
"""Articles that are held as they were last read."""
FACTS_READ: Final = 2048
"""Facts that are held as they were last read."""
_KEY: Final = expression("[0-9a-f]{16}")


class Index:
    """All facts of a base, to be matched with questions. `entries` and `contexts` are in the order of the articles.

    `problems` are those of the files that were left out.
    """

    entries: Sequence[Entry]
    contexts: Sequence[ArticleContext]
    problems: tuple[Problem, ...] = ()

    def __init__(self, records: Iterable[Record]) -> None:
        """Index the records of a base, in memory."""
        from bot.index import builder
        from bot.index.writer import IndexWriter

        ordered = sorted(records, key=lambda record: record.article.id)
        self._open(cache.in_memory(lambda writer: IndexWriter(writer).write(builder.documents(ordered))))

    @classmethod
    def of(cls, file: ArrayFile) -> Index:
        """The index that a file holds."""
        index = cls.__new__(cls)
        index._open(file)
        return index

    def _open(self, file: ArrayFile) -> None:
        self._file = file
        self.terms = TermDictionary(file)
        self.vocabulary = Vocabulary(self.terms)
        self.reader = IndexReader(file, self.terms)
        self._facts = file.texts("facts")
        self._contexts = file.texts("frames")
        self._articles = file.texts("articles")
        self._sentences = file.texts("sentences.text")
        self.sentences = functools.lru_cache(CONTEXTS_READ)(self._sentences_of)
        self._names = file.array("names")
        self._named_fact = file.array("names.fact")
        self._sentence_names = file.array("sentence.names")
        self._named_sentence = file.array("sentence.names.sentence")
        self.contexts = LazySequence(len(self._contexts), functools.lru_cache(CONTEXTS_READ)(self._context))
        self.entries = LazySequence(len(self._facts), functools.lru_cache(FACTS_READ)(self._entry))

    def _context(self, number: int) -> ArticleContext:
        return codec.context_of(self._contexts[number])

    def _entry(self, number: int) -> Entry:
        stored, reader = codec.fact_of(self._facts[number]), self.reader
        return Entry(
            stored.fact_id,
            stored.fact,
            self.contexts[int(reader.article_of[number])],
            reader.terms_of(reader.evidence, number),
            reader.terms_of(reader.answer, number),
            reader.terms_of(reader.nearby, number),
            stored.evidence_dates,
            stored.negated,
            codec.phrasings_of(stored),
            stored.sentence,
        )

    def _sentences_of(self, number: int) -> list[str]:
        return codec.sentences_of(self._sentences[number])

    def heading(self, article: int) -> str:
        """The title, meeting and date of an article, as the reader is shown them above each of its sentences."""
        record = self.contexts[article].record
        meeting = record.meeting.name if record.meeting else None
        return heading(record.article.title, meeting, record.article.date)

    def number_of(self, article: str) -> int | None:
        """The number of an article; None if it is not on record."""
        wanted = article.encode()
        at = bisect.bisect_left(self._articles, wanted)
        return at if at < len(self._articles) and self._articles[at] == wanted else None

    def article(self, number: int) -> str:
        """The id of an article."""
        return self._articles[number].decode()

    def context(self, article: str) -> ArticleContext | None:
        """What the facts of an article share; None if it is not on record."""
        number = self.number_of(article)
        return None if number is None else self.contexts[number]

    def facts_of(self, article: str) -> Sequence[Entry]:
        """The facts of an article."""
        number = self.number_of(article)
        if number is None:
            return ()
        ends = self.reader.facts_end
        return self.entries[int(ends[number - 1]) if number else 0 : int(ends[number])]

    def question(self, phrasing: int) -> Question:
        """The question that a phrasing is, as it was read when it was indexed; its tokens are not kept."""
        fact = self.reader.fact_of(phrasing)
        entry, at = self.entries[fact], phrasing - self.reader.first_phrasing(fact)
        text = (entry.fact.question, *entry.fact.variants)[at]
        return Question(text, self.reader.texts[phrasing].decode(), (), entry.phrasings[at].analysis)

    def entry(self, key: str) -> Entry | None:
        """The fact that a key names; None if it is not on record any more."""
        number = _looked_up(key, self._names, self._named_fact)
        return None if number is None else self.entries[number]

    def sentence(self, key: str) -> tuple[int, int] | None:
        """The article (by its number) and the place in it of the sentence that a key names; None if it has none."""
        number = _looked_up(key, self._sentence_names, self._named_sentence)
        if number is None:
            return None
        article = int(self.reader.article_of_sentences(np.array([number], dtype=np.int32))[0])
        return article, number - self.reader.first_sentence(article)

    def answer(self, key: str) -> Answer | None:
        """What a key names, as an answer: a fact, or a sentence in its own words; None if it is not on record any
        more."""
        entry = self.entry(key)
        if entry is not None:
            return dataclasses.replace(answer_of(entry, entry.fact.confidence), differs=self.differing(key))
        found = self.sentence(key)
        return None if found is None else self.read_answer(*found)

    def differing(self, key: str) -> tuple[Answer, ...]:
        """What other reports of its meeting say that cannot be true beside a fact, the newest first."""
        number = _looked_up(key, self._names, self._named_fact)
        if number is None or not self.reader.differing.count(number):
            return ()
        rivals = [self.entries[rival] for rival in self.reader.differing.of(number).tolist()]
        return tuple(sorted((answer_of(each, each.fact.confidence) for each in rivals), key=reported, reverse=True))

    def overruling(self, entry: Entry) -> list[Entry]:
        """The facts of other reports that are told in the place of a fact."""
        number = _looked_up(entry.fact_id, self._names, self._named_fact)
        return [] if number is None else [self.entries[each] for each in self.reader.overruling.of(number).tolist()]

    def read_answer(self, article: int, place: int) -> Answer:
        """A sentence as an answer: all of it, until somebody says which words of it answer."""
        record, texts = self.contexts[article].record, self.sentences(article)
        text = texts[place]
        title = record.meeting.name if record.meeting else record.article.title
        return Answer(
            key=sentence_id(record.article.id, text),
            question=title or record.article.id,
            answer=text,
            kind="what",
            evidence=text,
            source=record.article.source,
            date=record.article.date,
            url=record.article.url,
            article=record.article.id,
            meeting=record.meeting.name if record.meeting else None,
            confidence=1.0,
            read=True,
            title=record.article.title,
            held=record.meeting.date if record.meeting else None,
            before=texts[place - 1] if place else "",
            corrects=_corrects(record, place),
            corrected=_corrected(record, place),
        )

    def meetings(self) -> tuple[MeetingEntry, ...]:
        """The meetings on record, newest first."""
        entries = map(codec.meeting_of, self._file.texts("meetings"))
        return tuple(sorted(entries, key=lambda m: (m.date or "", m.article), reverse=True))


def _looked_up(key: str, names: NDArray[np.uint64], owners: NDArray[np.int32]) -> int | None:
    """The owner of a key of 16 hex digits (in small letters), by the sorted names and the owner of each."""
    if not _KEY.fullmatch(key):
        return None
    name = int(key, 16)
    at = int(names.searchsorted(np.uint64(name)))
    return int(owners[at]) if at < len(names) and int(names[at]) == name else None


def load(directory: Path) -> Index:
    """The index of the base in a directory, from the file that is kept beside it if that is right.

    Files of the base in which anything is wrong are left out of it and named in its `problems`.

    Raises:
        NoBaseError: There is no base there.
        BaseError: It cannot be read, or something is wrong with every file of it; every problem is named.
    """
    file = cache.opened(directory)
    index = Index.of(file)
    index.problems = cache.problems_of(file)
    return index


def answer_of(entry: Entry, confidence: float, answer: str | None = None) -> Answer:
    """A fact as an answer, with its own words or with the "Yes" that was derived from it; what a person alone says of
    a meeting without a quote."""
    fact, record = entry.fact, entry.context.record
    return Answer(
        key=entry.fact_id,
        question=fact.question,
        answer=fact.answer if answer is None else answer,
        kind=fact.kind if answer is None else "yes_no",
        evidence="" if fact.id in record.unquoted else fact.evidence,
        source=record.article.source,
        date=record.article.date,
        url=record.article.url,
        article=record.article.id,
        meeting=record.meeting.name if record.meeting else None,
        confidence=confidence,
        title=record.article.title,
        held=record.meeting.date if record.meeting else None,
        corrects=_corrects(record, entry.sentence),
        corrected=_corrected(record, entry.sentence),
    )


def _corrects(record: Record, place: int) -> str | None:
    """The day of the note that a sentence is of, "" if that has none; None of one that is of no note."""
    return next((each.date for each in record.corrections if each.sentence == place), None)


def _corrected(record: Record, place: int) -> tuple[Correction, ...]:
    """The sentences of notes that correct a sentence, or may."""
    return tuple(each for each in record.corrections if place in each.corrects)
