"""Where a question asks which two, a list of two is told whole, and none of another number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import said

from bot.matching.so_many import all_asked_for
from bot.question import read

SOLD = "The board sold the old lock, the mill and the weir of Tarn in May."
CUPS = "The ports bid for three Tide Series events: the Tide Cup, Harbour Cup and Sea Race Cup."


def told(question: str, sentence: str, marked: str) -> str:
    begin = sentence.index(marked)
    return sentence[slice(*all_asked_for(read(question), sentence, (begin, begin + len(marked))))]


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        (
            "Which two mayors came?",
            "Tarn Mayor Ada Wren and Osmark Mayor Bo Lusk, came by boat.",
            "Osmark",
            "Tarn Mayor Ada Wren and Osmark Mayor Bo Lusk",
        ),
        (
            "Which two acts did she want?",
            "She asked them to pass the Freedom to Fish Act and the Harbour Rights Act.",
            "Harbour Rights Act",
            "the Freedom to Fish Act and the Harbour Rights Act",
        ),
        ("Which three things were sold?", SOLD, "the mill", "the old lock, the mill and the weir of Tarn"),
        ("Which three cups was it?", CUPS, "Tide Series", "the Tide Cup, Harbour Cup and Sea Race Cup"),
        ("Which two pilots spoke?", "On Monday, Ada Wren and Bo Lusk spoke.", "Bo Lusk", "Ada Wren and Bo Lusk"),
    ],
)
def test_a_list_of_as_many_is_told_whole(question: str, sentence: str, marked: str, answer: str) -> None:
    assert told(question, sentence, marked) == answer


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        ("Which two things were sold?", SOLD, "the mill"),
        ("Which four cups was it?", CUPS, "Tide Series"),
        ("Which two cups was it?", "The board met on its two cups: Ada Wren, Bo Lusk and Cal Moe.", "board"),
        ("Which things were sold?", SOLD, "the mill"),
        # one of the list is named in the question
        ("Which two pilots met Bo Lusk?", "Ada Wren met Bo Lusk and Cal Moe.", "Cal Moe"),
        ("Which two pilots spoke?", "Dag Ek, Ada Wren and Bo Lusk spoke.", "Bo Lusk"),
    ],
)
def test_what_is_no_list_of_as_many_is_let_be(question: str, sentence: str, marked: str) -> None:
    assert told(question, sentence, marked) == marked


def test_two_are_answered_where_one_of_them_is_marked() -> None:
    answer = said("which two pilots met the tide board?", "Ada Wren and Bo Lusk met the Tide Board.", "Ada").answer
    assert answer is not None
    assert answer.answer == "Ada Wren and Bo Lusk"


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(text: str, begin: int, end: int) -> None:
    told_at = all_asked_for(read("which two met?"), text, (begin, end))
    assert told_at == (begin, end) or 0 <= told_at[0] < told_at[1]
