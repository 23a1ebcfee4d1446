"""What something is now is not what a bill, a plan or a motion would make of it, nor what it will be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.as_it_is import own_present
from bot.matching.otherwise.items import was_lost
from bot.matching.otherwise.year_meant import is_not_so_yet
from bot.question import read

BILL = "The bill would raise the school leaving age from 16 to 17 by 2039."
MULLED = "The club discussed raising the mooring fee from £12 to £15, but left it as it is."
FEE = "The berth fee, £9 until 2037, is £11 today and will be £13 from January 2039."
FARE = "The fare, now 2.40 marks, goes up to 2.60 marks in March."
LATER = "The price of bread is to go up from 2 to 3 marks in May."
AGREED = "The council agreed on Monday that the fare would rise from £2 to £3."
FUND = "The flood fund will hold 90 million marks by 2038; it stands at 22 million marks today."


def span_of(sentence: str, said: str) -> tuple[int, int]:
    begin = sentence.index(said)
    return begin, begin + len(said)


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "own"),
    [
        ("What is the school leaving age?", BILL, "17", "16"),
        ("What is the school leaving age now?", BILL, "from 16 to 17", "16"),
        ("What will the school leaving age be?", BILL, "17", "17"),
        ("What would the school leaving age be?", BILL, "17", "17"),
        ("What is the plan for the school leaving age?", BILL, "17", "17"),
        ("What school leaving age is proposed?", BILL, "17", "17"),
        ("What is the mooring fee?", MULLED, "£15", "£12"),
        ("mooring fee now", MULLED, "£15", "£12"),
        ("What is the berth fee?", FEE, "£9 until 2037", "£11"),
        ("What will the berth fee be?", FEE, "£13", "£13"),
        ("fare", FARE, "2.60 marks", "2.40 marks"),
        ("school leaving age", BILL, "17", "16"),
        ("What does bread cost?", LATER, "3 marks", "3 marks"),
        ("What is the fare?", AGREED, "£3", "£3"),
        ("How much is in the flood fund?", FUND, "90 million marks", "22 million marks"),
        ("How much does the flood fund hold?", FUND, "90 million marks", "22 million marks"),
        ("How much will the flood fund hold?", FUND, "90 million marks", "90 million marks"),
        ("How much will be in the flood fund by 2038?", FUND, "90 million marks", "90 million marks"),
    ],
)
def test_what_is_so_now_is_marked_where_it_is_asked_for(question: str, sentence: str, marked: str, own: str) -> None:
    assert sentence[slice(*own_present(read(question), sentence, span_of(sentence, marked)))] == own


@pytest.mark.parametrize(
    ("question", "sentence", "number", "not_yet"),
    [
        ("What does bread cost?", LATER, "3 marks", True),
        ("What does bread cost?", LATER, "2 to 3 marks", True),
        ("What did bread cost?", LATER, "2", False),
        ("What will bread cost?", LATER, "3 marks", False),
        ("What is the school leaving age?", BILL, "17", True),
        ("When will the school leaving age rise?", BILL, "2039", False),
    ],
)
def test_what_is_to_come_is_not_what_is_now(question: str, sentence: str, number: str, not_yet: bool) -> None:
    assert is_not_so_yet(read(question), sentence, span_of(sentence, number)) is not_yet


def test_the_age_under_a_bill_is_the_one_that_holds() -> None:
    assert answer("What is the school leaving age?", BILL, "17") == "16"
    assert answer("What does bread cost?", LATER, "3 marks") is None


@pytest.mark.parametrize(
    ("behind", "lost"),
    [
        (["Bo Lusk seconded.", "The motion was lost."], True),
        (["Bo Lusk seconded it.", "It was defeated by six votes to two."], True),
        (["Bo Lusk seconded.", "The motion was carried."], False),
        (["Bo Lusk said that the quay was full.", "The motion was lost."], False),
        (["Bo Lusk seconded."], False),
    ],
)
def test_a_motion_is_lost_also_where_somebody_seconded_it_first(behind: list[str], lost: bool) -> None:
    minutes = ["Ada Wren moved that the toll be raised from 2 to 3 marks.", *behind]
    assert was_lost(read("What is the toll now?"), minutes, 0) is lost
    assert not was_lost(read("Who moved that the toll be raised?"), minutes, 0)


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert own_present(read(question), sentence, (0, 3)) is not None
