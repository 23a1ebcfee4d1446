"""A number that its own clause tells for another year than a question names, or for a part of it, is not given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer
from quay_works import Line

from bot.matching.otherwise.its_year import is_number_of_another_year
from bot.question import read

TREASURER = "The treasurer said that income in 2030 had been £8,120 against expenditure of £7,450."
TOWN = "Orsk had 41,700 inhabitants at the end of 2034, 300 fewer than a year earlier."
FUND = "The flood fund will hold 90 million marks by 2038; it stands at 22 million marks today."
TOLLS = "Tolls brought in £6,400 in the first half of 2032, against £6,100 in the same months of 2031."
LOSS = "The board expects a surplus of £4,000 for 2033; in 2032 it made a loss of £950."
SINCE = "The club has had 31 boats since 2029."
OPENED = "Opened in 1990, the pier drew 80,000 visitors, a third of them children."
PLAN = "Plan 2030 will cost £700 by 2036."
TRAMS = "The trams carried 9.2 million people last year; 9.6 million are expected this year."
SEASON = "The hall sold 4,100 tickets in the season 2034/35, 200 more than in the one before."
RESULT = "The result was a loss of £700, after a surplus of £1,150 in 2031."
AND = "The guild spent £40 and lost £3 in 2031."
ROSE = "The catch rose from 40 tonnes in 2031 to 60 tonnes."
BOTH = "It had takings of £520 in 2040, as against £490 in 2039, and outgoings of £509."
WHICH = "Sales were £900 in 2036, of which cakes made up £210."


@pytest.mark.parametrize(
    ("question", "sentence", "number", "other"),
    [
        ("What was the income in 2031?", TREASURER, "£8,120", True),
        ("What was the income in 2030?", TREASURER, "£8,120", False),
        ("income 2031", TREASURER, "£8,120", True),
        ("expenditure in 2031", TREASURER, "£7,450", True),
        ("expenditure in 2030", TREASURER, "£7,450", False),
        ("What was the income?", TREASURER, "£8,120", False),
        ("How many inhabitants in 2035?", TOWN, "41,700", True),
        ("How many inhabitants in 2034?", TOWN, "41,700", False),
        ("How much will the fund hold in 2037?", FUND, "90 million", True),
        ("How much will the fund hold in 2038?", FUND, "90 million", False),
        ("How much does the fund hold in 2037?", FUND, "22 million", False),
        ("How much did tolls bring in in 2032?", TOLLS, "£6,400", True),
        ("How much did tolls bring in in the first half of 2032?", TOLLS, "£6,400", False),
        ("How much did tolls bring in in the first half of 2031?", TOLLS, "£6,400", True),
        ("How much did tolls bring in in March 2032?", TOLLS, "£6,400", False),
        ("How big was the loss in 2033?", LOSS, "£950", True),
        ("How big was the loss in 2032?", LOSS, "£950", False),
        ("What surplus is expected for 2032?", LOSS, "£4,000", True),
        ("How many boats had the club in 2031?", SINCE, "31", False),
        ("How many boats had the club in 2028?", SINCE, "31", True),
        ("By how much did income grow since 2029?", TREASURER, "£8,120", False),
        ("How many visitors had the pier in 2031?", OPENED, "80,000", False),
        ("How much will Plan 2030 cost?", PLAN, "£700", False),
        ("What income was told at the AGM 2031?", TREASURER, "£8,120", False),
        ("How much did cakes make in 2035?", WHICH, "£210", True),
        ("How much did cakes make in 2036?", WHICH, "£210", False),
        ("How many people are expected this year?", TRAMS, "9.2 million", True),
        ("How many people are expected this year?", TRAMS, "9.6 million", False),
        ("How many people did the trams carry last year?", TRAMS, "9.2 million", False),
        ("How many people more than last year?", TRAMS, "9.6 million", True),
        ("How many tickets were sold in 2034/35?", SEASON, "4,100", False),
        ("loss 2031", RESULT, "£700", True),
        ("surplus 2031", RESULT, "£1,150", False),
        ("loss 2032", RESULT, "£700", False),
        ("What was spent in 2031?", AND, "£40", False),
        ("What was lost in 2031?", AND, "£3", False),
        ("What was the catch in 2031?", ROSE, "60", False),
        ("outgoings 2039", BOTH, "£509", True),
        ("outgoings 2040", BOTH, "£509", False),
        ("Who spoke in 2031?", TREASURER, "£8,120", False),
        ("What was the income in 2031?", TREASURER, "The treasurer", False),
    ],
)
def test_a_number_of_another_year_is_known_by_its_clause(
    question: str, sentence: str, number: str, other: bool
) -> None:
    begin = sentence.index(number)
    assert is_number_of_another_year(read(question), sentence, (begin, begin + len(number))) == other


@given(st.integers(2000, 2060))
def test_a_number_is_of_the_year_beside_it_alone(year: int) -> None:
    asked = read(f"How many boats had it in {year}?")
    assert is_number_of_another_year(asked, "It had 12 boats in 2030.", (7, 9)) == (year != 2030)


def test_what_came_in_in_a_year_is_not_answered_by_another_one() -> None:
    told = "The treasurer of the Orsk rowing club said that income in 2030 had been £8,120."
    assert answer("What was the income of the Orsk rowing club in 2031?", told, "£8,120") is None
    assert answer("What was the income of the Orsk rowing club in 2030?", told, "£8,120") == "£8,120"


def test_the_one_that_another_is_set_against_is_given_for_its_year() -> None:
    told = "The result of the guild was a loss of £700, after a surplus of £1,150 in 2031."
    assert answer("What was the surplus of the guild in 2031?", told, "£700") == "£1,150"
    assert answer("What was the loss of the guild in 2031?", told, "£700") is None


def test_nor_is_it_by_a_fact() -> None:
    told = "Dues brought in £520 in 2032, against £490 in 2031."
    fact: Line = (told, "how_many", "How much did dues bring in?", "£520")
    assert answer("How much did dues bring in in 2031?", told, "£520", fact) in ("£490", None)
    assert answer("How much did dues bring in in 2030?", told, "£520", fact) is None
    assert answer("How much did dues bring in?", told, "£520", fact) == "£520"
