"""Whose is meant of several that each article has one of is asked back."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.matching.whose import asks_of_no_one
from bot.question import read
from bot.replies import Context, Reply
from facts.model import Meeting

TOLD = {"The toll master, Ada Vorwick, spoke.": "Ada Vorwick", "Its toll master is Bo Tremlin.": "Bo Tremlin"}


def said(question: str, context: Context = Context()) -> Reply:  # noqa: B008
    records = [
        record(f"2031-0{n}-16-{name}", datetime.date(2031, n, 16), Meeting(name, (), f"2031-0{n}-14"), [sentence], [])
        for n, (name, sentence) in enumerate(zip(("Zorby Guild", "Quillan Board"), TOLD, strict=True), 1)
    ]
    return reply(question, Index(records), context, SentenceReader(lambda: StubReader(marks(TOLD))))[0]


@pytest.mark.parametrize("question", ["Who's the toll master?", "who is the toll master"])
def test_where_several_have_one_none_is_picked(question: str) -> None:
    given = said(question)
    assert given.answer is None
    assert {each.answer for each in given.suggestions} == set(TOLD.values())


@pytest.mark.parametrize(
    ("question", "is_bare"),
    [
        ("How big is the debt?", True),
        ("what's the fee", True),
        ("Who is the toll master of Zorby?", False),
        ("Who is the Zorby toll master?", False),
        ("Who moved the motion?", False),
    ],
)
def test_what_names_whose_is_not_asked_back(question: str, is_bare: bool) -> None:
    assert asks_of_no_one(read(question)) is is_bare
