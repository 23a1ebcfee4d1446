"""How something stands is not answered by a bare name, date or number, however few words ask for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.no_state import tells_no_state
from bot.question import read
from bot.question.how_it_stands import asks_how_it_stands

TREATY = "The treaty enters into force sixty days after all have signed it."
STAIRS = "The old stairs were closed in June 2031 and have stayed shut since."
FERRY = "The ferry, out of service since May, sails again."
LIFT = "The lift is out of order; the escalator is not."
KITES = "A motion to let kites fly over the sands failed."
WIND = "Burning coal remains illegal."


@pytest.mark.parametrize(
    "text",
    [
        "treaty in force?",
        "old stairs open again?",
        "kites banned?",
        "kites allowed now?",
        "mill still under repair?",
        "Ada Wren acquitted?",
        "sluice opened without warning?",
        "enough boats collected?",
        "licence for the fair expired?",
        "deadline for bids over?",
        "bread price raised?",
        "limit of nine knots ended?",
    ],
)
def test_few_words_ask_how_something_stands(text: str) -> None:
    assert asks_how_it_stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "fee?",
        "any objections?",
        "venue june?",
        "unemployment in September?",
        "decisions taken?",
        "money spent?",
        "boats lost?",
        "council decided?",
        "fish landed?",
        "fair postponed until?",
        "new trees planted?",
        "licences for boats issued?",
        "and the closed one?",
        "Who is free?",
        "when open again?",
        "kites banned",
        "seed?",
        "",
    ],
)
def test_other_few_words_ask_otherwise(text: str) -> None:
    assert not asks_how_it_stands(text)


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "none"),
    [
        ("treaty in force?", TREATY, "sixty days", True),
        ("treaty in force?", TREATY, "enters into force sixty days after all have signed it", False),
        ("old stairs open again?", STAIRS, "June 2031", True),
        ("old stairs open again?", STAIRS, "have stayed shut", False),
        ("When were the old stairs closed?", STAIRS, "June 2031", False),
        ("ferry out of service?", FERRY, "since May", True),
        ("ferry sailing?", FERRY, "again", False),
        ("kites banned?", KITES, "failed", True),
        ("coal burning allowed?", WIND, "illegal", False),
        ("lift out of order?", LIFT, "out of order", False),
        ("escalator in use?", LIFT, "the escalator is not", True),
        ("escalator out of order?", LIFT, "the escalator is not", False),
    ],
)
def test_a_name_a_time_or_a_number_tells_no_state(question: str, sentence: str, marked: str, none: bool) -> None:
    begin = sentence.index(marked)
    assert tells_no_state(read(question), sentence, (begin, begin + len(marked))) is none


def test_no_date_is_given_for_how_something_stands() -> None:
    assert answer("old stairs open again?", STAIRS, "in June 2031") is None
    assert answer("When were the old stairs closed?", STAIRS, "in June 2031") is not None


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert tells_no_state(read(f"{question} open?"), sentence, (0, 3)) in (True, False)
