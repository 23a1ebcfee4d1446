"""By how much something rose or fell is not what it came to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.changes import is_level_of_change, own_change
from bot.question import read

SALES = "Sales at Osmark grew by 3 per cent to £640,000, but the profit dropped from £52,000 to £41,000."
QUOTAS = "The quota of Tarn drops from 9,000 to 8,200 tonnes and that of Osmark remains at 6,000 tonnes."
RAISED = "The board of Osmark raised the toll to £8 in May."
THIRD = "The stock at Osmark has dropped to a quarter of what it was in 2019, Ada Wren said."
SHARES = "Shares in Osmark Ferries closed 4p higher at 212p."
MESH = "The board of Osmark raised the smallest mesh from 80 to 95 millimetres."
STOOD = "In 2031 the trade of Osmark had stood at £3 million."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "said"),
    [
        ("how much did sales at osmark go up?", SALES, "£640,000", "3 per cent"),
        ("how much did the profit fall at osmark?", SALES, "3 per cent", "from £52,000 to £41,000"),
        ("how much did the quota of tarn fall?", QUOTAS, "8,200 tonnes", "from 9,000 to 8,200 tonnes"),
        ("how much did the toll of osmark rise?", RAISED, "£8", "to £8"),
        ("how much has the stock at osmark fallen?", THIRD, "a quarter", "to a quarter of what it was in 2019"),
        ("what were the shares of osmark ferries at the close?", SHARES, "4p", "212p"),
        ("how much did the shares of osmark ferries rise?", SHARES, "4p", "4p"),
        ("what is the new smallest mesh at osmark?", MESH, "80 to 95 millimetres", "95 millimetres"),
        ("how much were sales at osmark?", SALES, "£640,000", "£640,000"),
        ("what is the toll of osmark in may?", RAISED, "£8", "£8"),
    ],
)
def test_the_difference_or_the_level_is_given_as_asked(question: str, sentence: str, marked: str, said: str) -> None:
    assert answer(question, sentence, marked) == said


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        ("how much did the quota of osmark fall?", QUOTAS, "6,000 tonnes"),
        ("how much did the trade of osmark grow in 2031?", STOOD, "£3 million"),
    ],
)
def test_a_level_is_no_difference(question: str, sentence: str, marked: str) -> None:
    assert answer(question, sentence, marked) is None


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(text: str, begin: int, end: int) -> None:
    asked = read("How much did it rise?")
    assert isinstance(is_level_of_change(asked, text, own_change(asked, text, (begin, end))), bool)
