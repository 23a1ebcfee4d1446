"""Of a number told for two times the one of the time that is asked about is given, and none for a third."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.two_times import is_number_of_another_time, own_time
from bot.question import read

CUT = "The eel limit was lowered to 41 tonnes in 2033, from 52 tonnes in 2032."
LIST = "The waiting list for plots stood at 38, against 29 in May 2031."
LENT = "The library lent 3,120 books in April, up from 2,870 in March."
TURNOVER = "Sales rose to £77,000 in 2031 from £69,000 in 2030."
FEWER = "The bowls club had 64 members, six fewer than a year earlier."
TWO_THINGS = "The pier had 40 visitors in 2031 and £900 in 2032."
LOSS = "The trust lost £3.4m in 2034, compared with £2.1m in 2033."
STOOD = "It had 310 members in September, down from 345 in September 2031."
CATCH = "The sprat catch was 120 tonnes last year, 15 tonnes less than the year before."
FUND = "The flood fund will hold 90 million marks by 2038; it stands at 22 million marks today."
THEFTS = "There were 310 thefts in Orsk, compared with 352 in the same period of 2034."
HALL = "The hall sold 4,100 tickets in the season 2034/35, 200 more than in the one before."
TRAMS = "The trams carried 9.2 million people last year."
ONE = "The pier had 40 visitors in 2031."


def span_of(sentence: str, said: str) -> tuple[int, int]:
    begin = sentence.index(said)
    return begin, begin + len(said)


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "own"),
    [
        ("How much eel could be caught in 2032?", CUT, "41 tonnes", "52 tonnes"),
        ("How much eel may be caught in 2033?", CUT, "52 tonnes", "41 tonnes"),
        ("and in 2032?", CUT, "41 tonnes", "52 tonnes"),
        ("How much eel may be caught in 2033?", CUT, "41 tonnes", "41 tonnes"),
        ("How much eel could be caught in 2030?", CUT, "41 tonnes", "41 tonnes"),
        ("How many were on the waiting list in 2031?", LIST, "38", "29"),
        ("How many were on the waiting list in May?", LIST, "38", "29"),
        ("How many were on the waiting list in June 2031?", LIST, "38", "38"),
        ("How many are on the waiting list?", LIST, "38", "38"),
        ("How many books were lent in March?", LENT, "3,120 books in April, up from 2,870", "2,870"),
        ("How many books were lent in April?", LENT, "2,870", "3,120 books"),
        ("What were sales in 2030?", TURNOVER, "£77,000", "£69,000"),
        ("How much did the trust lose in 2034?", LOSS, "£2.1m", "£3.4m"),
        ("How much did the trust lose in 2033?", LOSS, "£3.4m", "£2.1m"),
        ("How many members had it in September 2031?", STOOD, "310", "345"),
        ("What limit was set in 2032?", CUT, "41 tonnes", "41 tonnes"),
        ("How many visitors had the pier in 2032?", TWO_THINGS, "40 visitors", "40 visitors"),
        ("When was the limit 52 tonnes?", CUT, "2033", "2033"),
        ("and in 2038?", FUND, "22 million marks", "90 million marks"),
        ("and in 2037?", FUND, "22 million marks", "22 million marks"),
    ],
)
def test_the_number_of_the_time_asked_about_is_marked(question: str, sentence: str, marked: str, own: str) -> None:
    assert sentence[slice(*own_time(read(question), sentence, span_of(sentence, marked)))] == own


@pytest.mark.parametrize(
    ("question", "sentence", "number", "other"),
    [
        ("How much eel could be caught in 2030?", CUT, "41", True),
        ("How much eel could be caught in 2032?", CUT, "41", True),
        ("How much eel could be caught in 2032?", CUT, "52", False),
        ("How many books were lent in February?", LENT, "2,870", True),
        ("How many members had the club a year ago?", FEWER, "64", True),
        ("How many members had the club last year?", FEWER, "64", True),
        ("How many members has the club?", FEWER, "64", False),
        ("How many fewer than a year earlier were there?", FEWER, "six", False),
        ("What was the sprat catch last year?", CATCH, "120", False),
        ("What was the sprat catch the year before?", CATCH, "120", True),
        ("What was the sprat catch the year before?", CATCH, "15", True),
        ("How much less than the year before was the sprat catch?", CATCH, "15", False),
        ("How many thefts were there the year before?", THEFTS, "310", True),
        ("How many thefts were there the year before?", THEFTS, "352", False),
        ("How many thefts were there last year?", THEFTS, "310", False),
        ("How many tickets were sold the season before?", HALL, "4,100", True),
        ("How many tickets were sold?", HALL, "4,100", False),
        ("How many rode the trams two years ago?", TRAMS, "9.2 million", True),
        ("How many rode the trams last year?", TRAMS, "9.2 million", False),
        ("How many visitors were told of at the meeting in 2032?", ONE, "40", False),
        ("How many visitors had the pier in 2032?", ONE, "40", False),
    ],
)
def test_a_number_of_another_time_is_told_apart(question: str, sentence: str, number: str, *, other: bool) -> None:
    assert is_number_of_another_time(read(question), sentence, span_of(sentence, number)) is other


def test_it_is_what_is_answered() -> None:
    assert answer("How many were on the waiting list for plots in 2031?", LIST, "38") == "29"
    assert answer("How many were on the waiting list for plots?", LIST, "38") == "38"
    assert answer("How many members had the bowls club a year earlier?", FEWER, "64") is None


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert own_time(read(question), sentence, (0, 3)) is not None
    assert is_number_of_another_time(read(question), sentence, (0, 3)) in (True, False)
