"""Sentences that may answer a question: found by their words, the sentence before and their article's heading."""

from __future__ import annotations

import datetime

import numpy as np
import pytest
from lake_varda import records
from stub_reader import StubReader, marks

from bot.index import Index
from bot.index.postings import Floats, Ints, ResolvedTerm
from bot.index.reader import IndexReader
from bot.matching import passages
from bot.matching.looking import look
from bot.matching.passages import Hit, SentenceScores
from bot.matching.query_terms import query_terms, resolved
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context
from facts.model import Article, Fact, Record


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(records())


def found(index: Index, text: str, article: int | None = None, count: int = 24) -> list[Hit]:
    asked = read(text).analysis
    terms = resolved(query_terms(asked, index.vocabulary), index.reader)
    return SentenceScores(index.reader, terms, asked.dates).best(
        None if article is None else np.array([article]), count
    )


def sentence(index: Index, passage: Hit) -> str:
    first = int(index.reader.sentences_end[passage.article - 1]) if passage.article else 0
    return index.sentences(passage.article)[passage.sentence - first]


def test_every_sentence_is_found_first_by_its_own_words(index: Index) -> None:
    for number in range(len(index.contexts)):
        for text in index.sentences(number):
            assert text in [sentence(index, passage) for passage in found(index, text, count=3)], text


def test_the_best_comes_first_and_no_more_come_than_are_wanted(index: Index) -> None:
    hits = found(index, "Who chaired the lake commission?", count=4)
    assert 0 < len(hits) <= 4
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_of_one_article_only_its_sentences_are_found(index: Index) -> None:
    for number in range(len(index.contexts)):
        assert {hit.article for hit in found(index, "What did the meeting decide about the lake?", number)} <= {number}


def test_what_shares_no_word_with_the_record_finds_nothing(index: Index) -> None:
    assert found(index, "qqqxyz zzyqx?") == []


def test_an_index_without_articles_has_no_sentences() -> None:
    assert found(Index([]), "Who chaired the meeting?") == []


def test_of_sentences_that_fit_alike_those_of_the_newest_articles_come_first() -> None:
    text = "The harbour board raised the mooring fee."
    years = (2021, 2023, 2022)
    articles = [
        Article(f"{n}-harbour", datetime.date(year, 5, 2), None, None, None, "a.txt", "0" * 64)
        for n, year in enumerate(years)
    ]
    facts = (Fact("f", "what", "What did the harbour board raise?", "the mooring fee", text, (0, len(text))),)
    index = Index([Record(article, None, facts) for article in articles])
    assert [hit.article for hit in found(index, "Who raised the mooring fee?", count=2)] == [1, 2]


def test_a_long_sentence_is_held_back_by_as_much_as_is_wanted(index: Index) -> None:
    asked = read("Who chaired the lake commission?").analysis
    terms = resolved(query_terms(asked, index.vocabulary), index.reader)
    lengths = index.reader.sentence_lengths
    short, any_length = (
        [int(lengths[hit.sentence]) for hit in SentenceScores(index.reader, terms).best(count=5, length_share=share)]
        for share in (1.0, 0.0)
    )
    assert sum(short) < sum(any_length)


def test_a_typed_question_is_counted_in_the_sentences_once(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[object] = []
    frequency = passages._frequency

    def count(reader: IndexReader, term: ResolvedTerm, begins: Ints) -> Floats:
        counted.append(term)
        return frequency(reader, term, begins)

    monkeypatch.setattr(passages, "_frequency", count)
    question = read("who measured the level of the lake?")
    look(question, index, Context(), SentenceReader(lambda: StubReader(marks({}))))
    assert len(counted) == len(query_terms(question.analysis, index.vocabulary)) > 1
