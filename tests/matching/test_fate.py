"""What became of somebody is told with all of it, and no surer than it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.fate import what_became_of
from bot.question import read


@pytest.mark.parametrize(
    ("question", "told", "answer"),
    [
        ("What happened to those who were fined?", "<Two pilots were fined> and sent home in May.",
         "sent home in May"),
        ("What happened to the pilots?", "<Two were fined> and sent home.", "Two were fined and sent home"),
        ("What became of the barge?", "The barge <was sold> and broken up.", "was sold and broken up"),
        ("What will happen to the mill?", "Unless sold, the mill could be <pulled down>.", "could be pulled down"),
        ("What will happen to the mill?", "The mill is to be <pulled down> in May.", "is to be pulled down"),
        ("What happened to the mill?", "The mill was <pulled down> in May.", "pulled down"),
        ("What is the mill?", "The mill could be <a school>.", "a school"),
    ],
)  # fmt: skip
def test_all_of_it_is_told(question: str, told: str, answer: str) -> None:
    begin, end = told.index("<"), told.index(">") - 1
    sentence = told.replace("<", "").replace(">", "")
    assert sentence[slice(*what_became_of(read(question), sentence, (begin, end)))] == answer


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(text: str, begin: int, end: int) -> None:
    what_became_of(read("What happened to it?"), text, (begin, end))
