"""What a sentence says is open, or is not told, answers nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.left_open import is_left_open
from bot.question import read

KEPT = "It remains open which of the two locks the Tide Board will keep."
SAID = "Ada Wren would not say how many pilots the Tide Board had dismissed."
SEEN = "It is still to be decided who will run the ferry of the Tide Board."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("which of the two locks will the Tide Board keep?", KEPT, "It remains open"),
        ("which of the two locks will the Tide Board keep?", KEPT, "the two locks"),
        ("what did Ada Wren say of the Tide Board's pilots?", SAID, "how many pilots"),
        ("who will run the ferry of the Tide Board?", SEEN, "It is still to be decided"),
    ],
)
def test_what_is_open_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who would not say how many pilots the Tide Board had dismissed?", SAID, "Ada Wren"),
        (
            "who does not know yet who will run the ferry of the Tide Board?",
            "Bo Lusk does not know who will run the ferry of the Tide Board.",
            "Bo Lusk",
        ),
        ("which locks will the Tide Board keep?", "The Tide Board will keep the locks open at Brill.", "Brill"),
    ],
)
def test_and_is_the_answer_where_that_is_asked(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) == words


@given(st.text(), st.text(), st.integers(0, 9), st.integers(0, 9))
def test_any_words_are_looked_at(question: str, sentence: str, begin: int, length: int) -> None:
    assert is_left_open(read(question), sentence, (begin, begin + length)) in (True, False)
