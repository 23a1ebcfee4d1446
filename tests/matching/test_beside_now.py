"""A year, a weekday or a term that is only named besides makes a number none of then."""

from __future__ import annotations

import datetime

import pytest
from one_sentence import answer

from bot.matching.otherwise.beside_now import is_number_of_now, was_in_another_year
from bot.question import read

VOTES = "Ada Wren, who first took the chair of Osmark in 2027, won 48 votes against 31 for Bo Lusk."
OLD = "The cup was given to Ada Wren, 84, who led the Osmark strike of 1988."
NAMED = "The board of Osmark praised Ada Wren, named pilot of the year in March."
DAY = datetime.date(2032, 5, 2)


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "other"),
    [
        ("how many votes did ada wren get in 2027?", VOTES, "48", True),
        ("how many votes did ada wren get in 2032?", VOTES, "48", False),
        ("how old was ada wren in 1988?", OLD, "84", True),
        ("how old is ada wren?", OLD, "84", False),
    ],
)
def test_a_number_of_now_is_none_of_a_year_that_is_named_besides(
    question: str, sentence: str, marked: str, other: bool
) -> None:
    begin = sentence.index(marked)
    assert is_number_of_now(read(question), sentence, (begin, begin + len(marked)), DAY) is other


@pytest.mark.parametrize(("year", "other"), [(2030, True), (2032, False)])
def test_who_was_something_in_a_year_was_it_in_that_year(year: int, other: bool) -> None:
    begin = NAMED.index("Ada Wren")
    asked = read(f"who was pilot of the year in {year}?")
    assert was_in_another_year(asked, NAMED, (begin, begin + len("Ada Wren")), DAY) is other


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        (
            "how many carts does the osmark line carry a day?",
            "In its heyday the Osmark line carried 90 carts a day.",
            "90 carts",
        ),
        (
            "how long has ada wren been clerk of osmark?",
            "Ada Wren was elected clerk of Osmark for a term of two years.",
            "two years",
        ),
        (
            "how many marched at osmark on friday?",
            "About 300 pilots marched at Osmark on Thursday evening.",
            "About 300",
        ),
        ("what is the smallest fine at osmark?", "The board doubled the highest fine at Osmark to £300.", "£300"),
        (
            "how much did the mills of osmark lose?",
            "The flood cost the inns and mills of Osmark £14 million.",
            "£14 million",
        ),
        (
            "what was the share price of osmark last year?",
            "A dividend of 6p was approved by Osmark; last year’s was 9p.",
            "9p",
        ),
        ("how much is ada wren paid at osmark?", "Ada Wren left Osmark in 2031 with a payment of £9,000.", "£9,000"),
        (
            "how many pilots were fined at osmark in 2030?",
            "Osmark has counted 40 complaints since 2030, of which nine led to a fine.",
            "nine",
        ),
        (
            "when is the closure of the osmark lock over?",
            "The closure of the Osmark lock would begin in April 2031.",
            "April 2031",
        ),
    ],
)
def test_what_is_of_another_time_sum_or_day_is_offered_at_most(question: str, sentence: str, marked: str) -> None:
    assert answer(question, sentence, marked) is None


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "said"),
    [
        (
            "how much would the lock at osmark cost?",
            "The lock at Osmark would cost less than £60,000.",
            "£60,000",
            "less than £60,000",
        ),
        (
            "how much does the crane at osmark cost now?",
            "The crane at Osmark was put at £9,000 in 2030; it has since risen to £12,000.",
            "£9,000",
            "£12,000",
        ),
        (
            "how long had ada wren been clerk of osmark?",
            "Osmark appointed Bo Lusk in place of Ada Wren, who had been clerk for nine years.",
            "nine years",
            "nine years",
        ),
        (
            "how many marched at osmark on thursday?",
            "About 300 pilots marched at Osmark on Thursday evening.",
            "About 300",
            "About 300",
        ),
        (
            "what is the highest fine at osmark?",
            "The board doubled the highest fine at Osmark to £300.",
            "£300",
            "£300",
        ),
    ],
)
def test_what_is_asked_is_given(question: str, sentence: str, marked: str, said: str) -> None:
    assert answer(question, sentence, marked) == said
