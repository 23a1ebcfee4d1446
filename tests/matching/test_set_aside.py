"""What a question sets aside, what is somebody else's, and one row of a table is not what it asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.owners import is_owned_by_another
from bot.matching.otherwise.rows import is_of_one_row
from bot.matching.otherwise.set_aside import is_set_aside
from bot.question import read

NAMED = "The Tide Board named Ada Wren clerk of the port and head of the pilots."
HELD_UP = "The Tide Board held up Ada Wren's barge in May; Bo Lusk's for three days only."
ROW = "Port: Brill; For: 21; Abstained: 1"


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("what did the Tide Board name Ada Wren besides clerk of the port?", NAMED, "clerk of the port"),
        ("for how many days did the Tide Board hold up Ada Wren's barge?", HELD_UP, "Bo Lusk's for three days"),
        ("how many abstained in all, of the ports?", ROW, "1"),
    ],
)
def test_that_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("what did the Tide Board name Ada Wren besides clerk of the port?", NAMED, "head of the pilots"),
        ("for how many days did the Tide Board hold up Bo Lusk's barge?", HELD_UP, "Bo Lusk's for three days only"),
        ("how many of Brill abstained?", ROW, "1"),
        ("how many abstained in all, of the ports?", "Port: Total; For: 40; Abstained: 3", "3"),
    ],
)
def test_and_what_is_asked_for_is_given(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) == words


@given(st.text(), st.text(), st.integers(0, 9), st.integers(0, 9))
def test_any_words_are_looked_at(question: str, sentence: str, begin: int, length: int) -> None:
    for tells in (is_set_aside, is_owned_by_another, is_of_one_row):
        assert tells(read(question), sentence, (begin, begin + length)) in (True, False)
