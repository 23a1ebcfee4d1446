"""What is answered from a record of one sentence, where the reader marks some words of it."""

from __future__ import annotations

from quay_works import THIRD, Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context, Reply


def said(question: str, sentence: str, words: str, *facts: Line) -> Reply:
    """The reply to a question."""
    index = Index([record(THIRD, None, None, [sentence], list(facts))])
    stub = StubReader(marks({sentence: words}))
    return reply(question, index, Context(), SentenceReader(lambda: stub))[0]


def answer(question: str, sentence: str, words: str, *facts: Line) -> str | None:
    """The answer to a question, if one is given."""
    given = said(question, sentence, words, *facts).answer
    return given.answer if given is not None else None
