"""A part of a sum that is told behind "among them" has a number of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.among_them import is_unnamed_part, own_part_of_sum
from bot.question import read

PAID = "Payments of £4,118.20 were approved, among them £730 to Ives & Daughter for clearing ditches and £96 for chalk."
GRANTS = "Grants of £12,000 were made to clubs, of which £3,500 went to the rowers."
BILLS = "The council paid bills of £6,050, including £880 for lamps."
RUN = "Income was £21,300 in the year to 30 June 2033, of which hire made up £14,800."
FAIR = "Takings of the fair were 3,100 marks, of which rides brought in 1,900 marks."
SOLD = "Exports of salt made up 4 million marks of it."
ALONE = "The council paid £6,050 for a bus, and £880 for lamps."


def own(question: str, sentence: str, marked: str) -> str:
    begin = sentence.index(marked)
    return sentence[slice(*own_part_of_sum(read(question), sentence, (begin, begin + len(marked))))]


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "told"),
    [
        ("How much was paid for clearing ditches?", PAID, "£4,118.20", "£730"),
        ("What was paid to Ives & Daughter?", PAID, "£4,118.20", "£730"),
        ("How much did the chalk cost?", PAID, "Payments of £4,118.20", "£96"),
        ("and for chalk?", PAID, "£4,118.20", "£96"),
        ("How much were the lamps?", BILLS, "£6,050", "£880"),
        ("How much was approved?", PAID, "£4,118.20", "£4,118.20"),
        ("How much were the bills, including the lamps?", BILLS, "£6,050", "£6,050"),
        ("How much was paid for chalk in all?", PAID, "£4,118.20", "£4,118.20"),
        ("How much was paid for chalk and ditches?", PAID, "£4,118.20", "£4,118.20"),
        ("How much was granted to clubs?", GRANTS, "£12,000", "£12,000"),
        ("Who was paid for chalk?", PAID, "£4,118.20", "£4,118.20"),
        ("How much were the lamps?", ALONE, "£6,050", "£6,050"),
        ("What was the income in 2033?", RUN, "£14,800", "£21,300"),
        ("income 2033", RUN, "£14,800", "£21,300"),
        ("How much income came from hire?", RUN, "£14,800", "£14,800"),
        ("How much did hire bring in?", RUN, "£21,300", "£14,800"),
        ("How much did rides bring in?", FAIR, "3,100 marks", "1,900 marks"),
        ("What were the takings of the fair?", FAIR, "1,900 marks", "3,100 marks"),
    ],
)
def test_a_part_that_is_named_is_told_for_the_whole(question: str, sentence: str, marked: str, told: str) -> None:
    assert own(question, sentence, marked) == told


@pytest.mark.parametrize(
    ("question", "sentence", "number", "unnamed"),
    [
        ("How much was trade in 2033?", SOLD, "4 million", True),
        ("How much salt was exported?", SOLD, "4 million", False),
        ("What was the income?", RUN, "£14,800", True),
        ("What was the income?", RUN, "£21,300", False),
        ("How much came in from hire?", RUN, "£14,800", False),
        ("tariff on salt", SOLD, "4 million", True),
        ("Who told the income?", RUN, "£14,800", False),
    ],
)
def test_a_part_that_is_not_asked_for_is_known(question: str, sentence: str, number: str, unnamed: bool) -> None:
    begin = sentence.index(number)
    assert is_unnamed_part(read(question), sentence, (begin, begin + len(number))) is unnamed


def test_it_is_what_is_answered() -> None:
    assert answer("How much was paid for clearing ditches?", PAID, "£4,118.20") == "£730"
    assert answer("What was the income of the hall in 2033?", RUN, "£14,800") == "£21,300"


def test_by_what_something_came_about_is_no_part_of_it() -> None:
    told = "Tarn needs less coal, including by: cutting its use from 50 tonnes in 2031 to 12 tonnes in 2033."
    at = told.index("12 tonnes")
    assert not is_unnamed_part(read("what was Tarn's coal use in 2033?"), told, (at, at + len("12 tonnes")))


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert own_part_of_sum(read(question), sentence, (0, 3)) is not None
