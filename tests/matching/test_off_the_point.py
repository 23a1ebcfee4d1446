"""Quotes that share next to nothing with a question are not offered, however the reader marks them."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.reading import SentenceReader

MILL = "The mill will get a new roof in October."
FERRY = "The ferry to Brill was late on Sunday."
LOGIT = -1.0
LUND = "Ada Lund said that the guild was ready."
INDEX = Index([record("2024-05-03-mill", datetime.date(2024, 5, 3), None, [MILL, FERRY, LUND], [])])


def offered(question: str, marked: dict[str, str]) -> list[str]:
    """What is offered for a question of which the reader is not sure."""
    reader = SentenceReader(lambda: StubReader(marks(marked, logit=LOGIT)))
    said = reply(question, INDEX, Context(), reader)[0]
    assert said.answer is None
    return [each.evidence for each in said.suggestions]


@pytest.mark.parametrize(
    "question", ["did anyone get hurt in the storm", "Did the lions get fed?", "did a cook get the prize"]
)
def test_what_shares_next_to_nothing_with_a_question_is_not_offered(question: str) -> None:
    assert offered(question, {MILL: "The mill"}) == []


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("Did the mill get sold?", {MILL: "The mill"}),
        ("did the boat get delayed", {FERRY: "The ferry"}),
        ("what was said of preparations by Lund", {LUND: "the guild was ready"}),
    ],
)
def test_what_shares_a_word_or_its_meaning_is(question: str, marked: dict[str, str]) -> None:
    assert offered(question, marked)[0] in marked
