"""What was done, made, or is so for now does not answer for what was not, was done away with, or is to last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.undone import was_undone
from bot.question import read

PAID = "Of the tolls of the Tide Board, 900 crowns were paid by May."
BANNED = "The Tide Board suspended Ada Wren on 4 May after a collision."
FOR_NOW = "Ada Wren runs the Tide Board for the time being."
LIFTED = "The suspension of Ada Wren by the Tide Board was lifted on 9 May."
PLAYED = "So far 19 of the 28 regattas of the Tide Board have been rowed."
MOVED = "Motion of the Brill pilots to the Tide Board: that the toll be left as it is."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("how much in unpaid tolls does the Tide Board have?", PAID, "900 crowns"),
        ("when was the suspension of Ada Wren by the Tide Board lifted?", BANNED, "4 May"),
        ("when was Ada Wren suspended by the Tide Board?", LIFTED, "9 May"),
        ("how many regattas of the Tide Board are still to be rowed?", PLAYED, "19"),
        ("who is the permanent head of the Tide Board, Ada Wren?", FOR_NOW, "Ada Wren"),
        ("which pilots moved to the Tide Board that the toll be raised?", MOVED, "Brill pilots"),
    ],
)
def test_that_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("how much in tolls was paid to the Tide Board?", PAID, "900 crowns"),
        ("how much in unpaid tolls is there?", "The Tide Board had 900 crowns in tolls not yet paid.", "900 crowns"),
        ("what is undecided at the Tide Board?", "The rent of the Tide Board is to be decided in May.", "The rent"),
        ("when was the suspension of Ada Wren by the Tide Board lifted?", LIFTED, "9 May"),
        ("how many regattas of the Tide Board have been rowed?", PLAYED, "19"),
        ("who runs the Tide Board for now?", FOR_NOW, "Ada Wren"),
        ("which pilots moved to the Tide Board that the toll be left as it is?", MOVED, "Brill pilots"),
        (
            "why was the suspension of Ada Wren lifted?",
            "The Tide Board lifted the suspension because the collision was nobody's fault.",
            "the collision was nobody's fault",
        ),
    ],
)
def test_and_what_is_asked_for_is_given(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) == words


@given(st.text(), st.text(), st.integers(0, 9), st.integers(0, 9))
def test_any_words_are_looked_at(question: str, sentence: str, begin: int, length: int) -> None:
    assert was_undone(read(question), sentence, (begin, begin + length)) in (True, False)
