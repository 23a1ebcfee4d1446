"""When something was stands in its own clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.clause_times import is_day_of_saying, own_clause_time
from bot.question import read

SHUT = "The baths at Osmark, closed since a flood in May 2029, are expected to reopen before the autumn."
AGREED = "The board agreed on 3 May 2031 to reopen the ferry between Tarn and Osmark, closed since 2019."
TAKES = "The talks are planned for June 2032 in Osmark, which takes over the chair from Tarn on 1 March."
HEARD = "The inquiry at Osmark heard on 4 May 2031 that the dam had given way after a flood."
FAIR = "The fair at Osmark runs from 4 to 19 November 2031."
LOCK = "The lock at Osmark will be closed from 4 to 9 May 2031, and will not be rebuilt before 2033."
FEWER = "Ada Wren of Osmark, who may step down, was backed by 61 per cent, down from 80 per cent in 2030."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "said"),
    [
        ("when do the baths at osmark reopen?", SHUT, "May 2029", "before the autumn"),
        ("when were the baths at osmark closed?", SHUT, "May 2029", "May 2029"),
        ("when was the ferry between tarn and osmark closed?", AGREED, "3 May 2031", "2019"),
        ("when does osmark take over the chair?", TAKES, "June 2032", "1 March"),
        ("when did the inquiry at osmark hear of it?", HEARD, "4 May 2031", "4 May 2031"),
        ("when is the fair at osmark over?", FAIR, "4 to 19 November 2031", "19 November 2031"),
        ("when will the lock at osmark be closed?", LOCK, "4 to 9 May 2031", "4–9 May 2031"),
        ("when will the lock at osmark be rebuilt?", LOCK, "2033", "not before 2033"),
    ],
)
def test_the_time_of_the_clause_is_given(question: str, sentence: str, marked: str, said: str) -> None:
    assert answer(question, sentence, marked) == said


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        ("when did the dam at osmark give way?", HEARD, "4 May 2031"),
        ("when does ada wren of osmark step down?", FEWER, "2030"),
    ],
)
def test_the_day_of_something_else_is_offered_at_most(question: str, sentence: str, marked: str) -> None:
    assert answer(question, sentence, marked) is None


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(text: str, begin: int, end: int) -> None:
    asked = read("When will it reopen?")
    assert isinstance(is_day_of_saying(asked, text, own_clause_time(asked, text, (begin, end))), bool)
