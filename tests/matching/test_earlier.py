"""What had been done before, what is only sought, and the day that a question names itself are no answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.earlier import is_day_beside, is_of_one_in_a_row, is_told_of_before
from bot.question import read

SOLD = "The Tide Board has sold the old ferry, which Bo Lusk had bought on 6 February 2019."
RULE = "The Tide Board published a draft of the new toll rule on 30 November 2023."
SOUGHT = "The Tide Board agreed to seek three quotations for the lock."
CORRECTED = "Ada Wren of the Tide Board did not back the toll; she abstained."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("when did the Tide Board sell the old ferry?", SOLD, "6 February 2019"),
        ("from what date is the new toll rule of the Tide Board in force?", RULE, "30 November 2023"),
        ("how many quotations for the lock did the Tide Board receive?", SOUGHT, "three"),
        ("how did Ada Wren of the Tide Board vote on the toll?", CORRECTED, "did not back the toll"),
        ("when will the Tide Board meet next, did Bo Lusk say?", "The Tide Board met in May 2023.", "May 2023"),
    ],
)
def test_that_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words", "given_"),
    [
        ("when had Bo Lusk bought the old ferry?", SOLD, "6 February 2019", "6 February 2019"),
        ("when did the Tide Board publish the draft of the rule?", RULE, "30 November 2023", "30 November 2023"),
        ("how many quotations for the lock did the Tide Board agree to seek?", SOUGHT, "three", "three"),
        ("what did Ada Wren of the Tide Board do?", CORRECTED, "abstained", "abstained"),
    ],
)
def test_and_what_is_asked_for_is_given(question: str, sentence: str, words: str, given_: str) -> None:
    assert answer(question, sentence, words) == given_


def test_the_day_that_is_named_as_before_or_after_is_not_the_day_itself() -> None:
    asked = read("On what day was the meeting before that of 17 May 2031?")
    assert is_day_beside(asked, "17 May 2031")
    assert not is_day_beside(asked, "3 May 2031")
    assert not is_day_beside(read("When was the meeting that ended before noon on 17 May held?"), "noon")


@given(st.text(), st.text(), st.integers(0, 9), st.integers(0, 9))
def test_any_words_are_looked_at(question: str, sentence: str, begin: int, length: int) -> None:
    assert is_told_of_before(read(question), sentence, (begin, begin + length)) in (True, False)
    assert is_day_beside(read(question), sentence) in (True, False)


ROW = "The first conference was held in Tarn in 2015 and the second in Osk in 2019."


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Where was the tide conference?", ROW, True),
        ("Where was the conference this year?", ROW, True),
        ("Where was the conference held in 2031?", ROW, True),
        ("Where was the first conference?", ROW, False),
        ("Where was the conference of 2015?", ROW, False),
        ("Where was the tide conference?", "Last year's session, held in Tarn, was short.", True),
        ("Where was last year's session?", "Last year's session, held in Tarn, was short.", False),
        ("Where was the tide conference?", "The 31st tide conference was held in Tarn.", False),
        ("Where was the mill?", ROW, False),
    ],
)
def test_one_of_several_in_a_row_is_not_the_one_asked_about(question: str, sentence: str, other: bool) -> None:
    begin = sentence.index("Tarn")
    assert is_of_one_in_a_row(read(question), sentence, (begin, begin + 4)) is other
