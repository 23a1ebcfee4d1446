"""A role in a list belongs to its bearer, and a row of a table to whom it names: no "yes" for the others there."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context
from facts.model import Meeting

MEETING = Meeting("meeting of the Reed Society", ("Reed Society",), "2021-05-04", None)
BRACKETED = "Present: Ada Moss (chair), Bo Teal, Cy Rudd (treasurer) and Di Lark"
APART = "Ada Moss, chair; Bo Teal, clerk to the society; Di Lark"
ROW = "Name: Bo Teal; Guild: Weavers; Role: Member"
PLAIN = "Ada Moss (Brill) spoke of the dyes, and Bo Teal was elected treasurer."


def answer(text: str, sentence: str) -> str | None:
    """What is answered where the reader says yes by a sentence."""
    index = Index([record("reed", datetime.date(2021, 5, 5), MEETING, [sentence], [])])
    said, _ = reply(text, index, Context(), SentenceReader(lambda: StubReader(marks({sentence: sentence}, yes=0.95))))
    return said.answer.answer if said.answer is not None else None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Was Bo Teal chair of the Reed Society?", BRACKETED),
        ("was ada moss the treasurer", BRACKETED),
        ("Did Di Lark chair the meeting?", BRACKETED),
        ("Was Ada Lark the chair?", BRACKETED),
        ("Was Bo Teal the secretary?", BRACKETED),
        ("Is Di Lark the clerk?", APART),
        ("Is Bo Teal the chair?", APART),
        ("Was Bo Teal chair of the Reed Society?", ROW),
        ("Is Ada Moss a member of the Reed Society?", ROW),
    ],
)
def test_the_role_of_another_one_in_the_list_is_not_confirmed(text: str, sentence: str) -> None:
    assert answer(text, sentence) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Was Ada Moss chair of the Reed Society?", BRACKETED),
        ("was cy rudd treasurer", BRACKETED),
        ("Was Bo Teal present?", BRACKETED),
        ("Is Bo Teal the clerk?", APART),
        ("Is Bo Teal a member of the Reed Society?", ROW),
        ("Is Bo Teal of the weavers?", ROW),
        ("Was Bo Teal elected treasurer?", PLAIN),
    ],
)
def test_ones_own_role_is_confirmed(text: str, sentence: str) -> None:
    assert answer(text, sentence) == "Yes"
