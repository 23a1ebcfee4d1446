"""The rules that hold answers back are asked only where something depends on it: they cost more than all else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from quay_works import GAUGE, LOAN, records
from stub_reader import Rule, StubReader, marking, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching import reading
from bot.matching.reading import SentenceReader
from bot.replies import Context, Reply

INDEX = Index(records())


def counted(monkeypatch: pytest.MonkeyPatch, name: str) -> list[str]:
    """The sentences that a function of `reading` is asked about from here on."""
    asked: list[str] = []
    real: Callable[..., Any] = getattr(reading, name)

    def count(question: object, about: Any, *rest: object) -> Any:  # noqa: ANN401
        asked.append(about if isinstance(about, str) else about.sentence.text)
        return real(question, about, *rest)

    monkeypatch.setattr(reading, name, count)
    return asked


def said(text: str, rule: Rule) -> Reply:
    return reply(text, INDEX, Context(), SentenceReader(lambda: StubReader(rule)))[0]


def test_they_are_asked_of_what_would_be_given_and_of_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch, "holding")
    assert said("What was opened by Runa?", marks({GAUGE: "the tidal gauge"})).status == "answer"
    assert asked == [GAUGE]


def test_they_are_not_asked_where_the_reader_doubts_all(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch, "holding")
    said("What was opened by Runa?", lambda _, passage: marking(passage.sentence, passage.sentence, -4.0))
    assert asked == []


def test_the_words_that_answer_are_worked_out_once_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch, "words_that_answer")
    rule: Rule = lambda _, passage: marking(passage.sentence, passage.sentence, 3.0)  # noqa: E731
    said("How large a loan got approval for the cranes?", rule)
    assert LOAN in asked
    assert len(asked) == len(set(asked))
