"""A surplus, a loss, income and the like are answered by a number that stands with that word alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.accounts import is_of_another_account, own_account
from bot.question import read

HALL = "The hall had income of £18,400 and expenditure of £21,150, leaving it with a loss of £2,750."
SHOP = "The shop made a £3,000 profit on a turnover of £77,000, 4% up."
ROW = "Income: £640; Expenditure: £580; Surplus: £60."
EXCEEDED = "Expenditure exceeded income by £2,750."
SAVED = "Reserves fell to £8,400, and the debt is £900."
SPENT = "The fair spent £900 in 2031, up from £700 in 2030."
TOTAL = "The fair took £900 in total income in 2031."


def span_of(sentence: str, said: str) -> tuple[int, int]:
    begin = sentence.index(said)
    return begin, begin + len(said)


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "own"),
    [
        ("What was the hall's income?", HALL, "£21,150", "£18,400"),
        ("How much was the expenditure of the hall?", HALL, "£18,400", "£21,150"),
        ("What was the deficit?", HALL, "£21,150", "£2,750"),
        ("How much did the hall take in?", HALL, "£21,150", "£18,400"),
        ("How much did the hall lose last year?", HALL, "£21,150", "£2,750"),
        ("How much did the hall spend on heating?", HALL, "£18,400", "£18,400"),
        ("What was the profit?", SHOP, "£77,000", "£3,000"),
        ("What was the turnover?", SHOP, "£3,000", "£77,000"),
        ("What was the surplus?", ROW, "£580", "£60"),
        ("What was the income?", TOTAL, "£900", "£900"),
        ("Who paid income tax?", HALL, "£21,150", "£21,150"),
    ],
)
def test_the_number_of_the_account_asked_for_is_marked(question: str, sentence: str, marked: str, own: str) -> None:
    assert sentence[slice(*own_account(read(question), sentence, span_of(sentence, marked)))] == own


@pytest.mark.parametrize(
    ("question", "sentence", "number", "other"),
    [
        ("What was the surplus?", HALL, "£21,150", True),
        ("What was the surplus of the hall?", HALL, "£2,750", True),
        ("How much profit did the hall make?", HALL, "£2,750", True),
        ("What was the turnover?", HALL, "£18,400", True),
        ("What was the loss?", HALL, "£2,750", False),
        ("What was the deficit?", EXCEEDED, "£2,750", False),
        ("By how much did expenditure exceed income?", EXCEEDED, "£2,750", False),
        ("What income tax was paid?", HALL, "£21,150", False),
        ("How much of the surplus was spent?", HALL, "£21,150", False),
        ("What was the income in 2030?", SPENT, "£700", True),
        ("What was the income in 2031?", SPENT, "£900", True),
        ("What was the expenditure in 2030?", SPENT, "£700", False),
        ("How much did the fair spend?", SPENT, "£900", False),
        ("What was the income?", SAVED, "£8,400", True),
        ("income of the fair in 2031", SAVED, "£8,400", True),
        ("reserves of the fair in 2031", SAVED, "£8,400", False),
        ("debt?", SAVED, "£8,400", True),
        ("fair outgoings five years ago", TOTAL, "£900", True),
        ("fair takings last year", TOTAL, "£900", False),
        ("income tax of the fair", SAVED, "£8,400", False),
        ("who told of income", SAVED, "£8,400", False),
    ],
)
def test_a_number_of_another_account_is_told_apart(question: str, sentence: str, number: str, *, other: bool) -> None:
    assert is_of_another_account(read(question), sentence, span_of(sentence, number)) is other


def test_it_is_offered_at_most() -> None:
    assert answer("What was the surplus of the hall?", HALL, "£21,150") is None
    assert answer("What was the income of the hall?", HALL, "£21,150") == "£18,400"


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert is_of_another_account(read(question), sentence, (0, 3)) in (True, False)
