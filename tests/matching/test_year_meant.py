"""No number is given for a year that it is not of, though its year stands not beside it."""

from __future__ import annotations

import datetime

import pytest

from bot.matching.otherwise.numbers import is_another_number
from bot.matching.otherwise.year_meant import is_not_so_yet, tells_of_another_year
from bot.question import read

SPENT = "The parish had spent £91,000 in 2034, against £84,000 in 2033."
BENCHES = "Of the £91,000, £9,500 went on benches."
ADVICE = "Legal advice cost £6m last year."
MORE = "Legal advice cost £6m, more than last year."
RENT = "The board proposed raising the rent from £30 to £36 from 1 October."
HIRE = "The hire rises from £18 to £21 in January."
ROSE = "The fare rose from £2 to £2.50 in November."
WILL = "The toll will go up from £4 to £5."


@pytest.mark.parametrize(
    ("question", "sentence", "before", "other"),
    [
        ("How much went on benches in 2033?", BENCHES, SPENT, True),
        ("How much went on benches in 2034?", BENCHES, SPENT, False),
        ("How much went on benches?", BENCHES, SPENT, False),
        ("How much did legal advice cost in 2033?", ADVICE, SPENT, True),
        ("How much did legal advice cost in 2034?", ADVICE, SPENT, False),
        ("How much did legal advice cost in 2035?", ADVICE, SPENT, True),
        ("How much did legal advice cost in 2035?", MORE, "", False),
        ("How much did legal advice cost in 2033?", "Legal advice cost £6m.", SPENT, True),
        ("How much did legal advice cost in 2034?", "Legal advice cost £6m.", SPENT, False),
        ("What was the rent in 2034?", RENT, "", True),
        ("What will the rent be in 2035?", RENT, "", False),
        ("What is the hire in 2035?", HIRE, "", True),
        ("What is the hire in 2036?", HIRE, "", False),
    ],
)
def test_what_names_no_year_is_of_the_year_of_what_is_before_it_or_of_its_report(
    question: str, sentence: str, before: str, other: bool
) -> None:
    assert tells_of_another_year(read(question), sentence, before, datetime.date(2035, 2, 9)) is other


@pytest.mark.parametrize(
    ("question", "sentence", "number", "not_yet"),
    [
        ("What is the rent now?", RENT, "£36", True),
        ("What is the rent now?", RENT, "£30", False),
        ("What will the rent be?", RENT, "£36", False),
        ("What is the hire today?", HIRE, "£21", True),
        ("What is the current toll?", WILL, "£5", True),
        ("What is the fare now?", ROSE, "£2.50", False),
    ],
)
def test_what_a_number_will_be_is_not_what_it_is_now(question: str, sentence: str, number: str, not_yet: bool) -> None:
    begin = sentence.index(number)
    assert is_not_so_yet(read(question), sentence, (begin, begin + len(number))) is not_yet


def test_what_a_number_is_until_it_changes_may_be_given_for_now() -> None:
    for sentence, number, other in ((HIRE, "£18", False), (ROSE, "£2", True)):
        begin = sentence.index(number)
        assert is_another_number(read("What is the price now?"), sentence, (begin, begin + len(number))) is other
