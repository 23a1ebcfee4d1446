"""When something "is" may mean the one that was or the next one: where both are told, both are offered."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.otherwise.no_answer import is_of_another_time
from bot.matching.reading import SentenceReader
from bot.replies import Context, Reply
from facts.model import Meeting

WAS = "The regatta was held on 12 April 2031."
TO_BE = "The regatta will be held on 12 May 2031."
NEXT = "The next regatta takes place in Tarn on 11 April 2032."
DAYS = {WAS: "12 April 2031", TO_BE: "12 May 2031", NEXT: "11 April 2032"}


def said(question: str, *texts: str) -> Reply:
    made = record("2031-04-14-oars", datetime.date(2031, 4, 14), Meeting("Oar Club of Tarn"), list(texts), [])
    stub = StubReader(marks({text: DAYS[text] for text in texts}))
    return reply(question, Index([made]), Context(), SentenceReader(lambda: stub))[0]


@pytest.mark.parametrize("question", ["When is the regatta?", "When does the regatta take place?"])
def test_both_are_offered_where_one_was_and_the_next_is_told(question: str) -> None:
    reply_ = said(question, WAS, NEXT)
    assert reply_.answer is None
    assert {each.answer for each in reply_.suggestions} == {"12 April 2031", "11 April 2032"}


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("When is the next regatta?", (WAS, NEXT)),
        ("When will the regatta be?", (WAS, NEXT)),
        ("When is the regatta?", (WAS,)),
        ("When is the regatta?", (NEXT,)),
        ("When is the regatta?", (WAS, TO_BE)),
    ],
)
def test_otherwise_one_is_given(question: str, texts: tuple[str, ...]) -> None:
    assert said(question, *texts).answer is not None


def test_where_something_was_is_not_where_the_next_is() -> None:
    begin = NEXT.index("Tarn")
    assert is_of_another_time("Where was the regatta?", NEXT, (begin, begin + 4))
    assert not is_of_another_time("Where is the regatta?", NEXT, (begin, begin + 4))
