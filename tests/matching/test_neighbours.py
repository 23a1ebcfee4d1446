"""What a sentence tells of one of several is not told of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer
from quay_works import Line

from bot.matching.otherwise.neighbours import is_its_neighbours
from bot.question import read

LED = "The team of Tarn was led by Ada Wren, that of Osmark by Secretary Bo Lusk."
LEADS = "Tarn's team is led by Ada Wren, Osmark's by Bo Lusk."
PAYS = "Tarn will pay 12 million crowns into the lock fund, Osmark 7 million and Sarn twice as much."
PAID = "Dredging will be paid for by the state, painting by the harbour itself and the ferry by the town."
OPENED = "The lock would open to barges in April and passenger boats would follow in the autumn."
FUNDED = "Tarn and Osmark paid into the lock fund; Osmark's share was 4 crowns."
BALANCES = "The balances are: Lock Fund, £1,240; Old Quay Fund, £85; Tide Fund, £7."
BROKE = "The crane at the lock broke down on 3 September and was repaired two days later."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who led the team of Osmark?", LED, "Ada Wren"),
        ("who leads Osmark's team?", LEADS, "Ada Wren"),
        (
            "who leads Osmark's team of pilots?",
            "Tarn's team is led by Ada Wren, Osmark's of Lowland pilots by Bo Lusk.",
            "Ada Wren",
        ),
        ("how much will Osmark pay into the lock fund?", PAYS, "12 million crowns"),
        ("how much will Sarn pay into the lock fund?", PAYS, "12 million crowns"),
        ("who pays for the painting?", PAID, "the state"),
        ("who will pay for the ferry?", PAID, "by the state"),
        ("when will the lock open to passenger boats?", OPENED, "April"),
        ("when was the crane repaired?", BROKE, "3 September"),
        ("how much did Tarn pay into the lock fund?", FUNDED, "4 crowns"),
        ("how much did Tarn pay into the lock fund?", FUNDED, "Osmark's share was 4 crowns"),
    ],
)
def test_what_is_another_s_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words", "wanted"),
    [
        ("how much will Osmark pay into the lock fund?", PAYS, "12 million crowns into the lock fund, Osmark 7 million",
         "7 million"),
        ("who led the team of Osmark?", LED, "Ada Wren, that of Osmark by Secretary Bo Lusk", "Secretary Bo Lusk"),
        ("what is the balance of the old quay fund?", BALANCES, "£1,240; Old Quay Fund, £85", "£85"),
        ("how much will Tarn pay into the lock fund?", PAYS, "12 million crowns into the lock fund, Osmark 7 million",
         "12 million crowns into the lock fund, Osmark 7 million"),
        ("who came with Bo Lusk?", "With Bo Lusk came Ada Wren, Cy Dorn and Bea Lusk.",
         "Ada Wren, Cy Dorn and Bea Lusk", "Ada Wren, Cy Dorn and Bea Lusk"),
    ],
)  # fmt: skip
def test_of_what_is_told_of_several_what_is_asked_about_is_told(
    question: str, sentence: str, words: str, wanted: str
) -> None:
    assert answer(question, sentence, words) == wanted


def test_a_fact_that_tells_it_of_another_is_not_given() -> None:
    fact: Line = (PAYS, "how_many", "How much will Tarn pay into the lock fund, Osmark 7 million?", "12 million crowns")
    assert answer("how much will Osmark pay into the lock fund?", PAYS, "12 million crowns", fact) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who led the team of Tarn?", LED, "Ada Wren"),
        ("how much was Osmark's share of the lock fund?", FUNDED, "4 crowns"),
        ("how much was paid into the lock fund?", FUNDED, "4 crowns"),
        ("what is the balance of the lock fund?", BALANCES, "£1,240"),
        ("who led the team of Osmark?", LED, "Bo Lusk"),
        ("how much will Tarn pay into the lock fund?", PAYS, "12 million crowns"),
        ("how much will Osmark pay into the lock fund?", PAYS, "7 million"),
        ("who pays for the painting?", PAID, "the harbour"),
        ("who chaired the board?", "The board met on Saturday at Quay Hall, with Ada Wren in the chair.", "Ada Wren"),
        ("who wrote the report of the board?", "The report of the board was written by Ada Wren, its clerk, for Tarn.",
         "Ada Wren"),
        ("who asked the board for a walk, not a dinner?", "Bo Lusk proposed a dinner in May; Ada Wren wanted a walk.",
         "Ada Wren"),
        ("when does the tide fair in Tarn open now?",
         "The tide fair, due to open in Tarn next Wednesday, was put off to 8 May.", "8 May"),
        ("from when until when did she hold it?", "She became clerk in 2007 and held the post until 2011.", "2007"),
        ("harbour pilots director at the tide fair",
         "Ada Wren, Deputy Director of the Lock Guild, came to the tide fair.", "Ada Wren"),
        ("who came from the lock guild?", "Ada Wren, Clerk, Lock Guild of Tarn", "Ada Wren"),
        ("who came from the lock guild?", "Ada Wren, Head of Trade, Lock Guild in Osmark", "Ada Wren"),
        ("how many lorries without papers were fined?",
         "Of the lorries without papers 211 were stopped, and 64 were fined.", "64"),
    ],
)  # fmt: skip
def test_what_is_asked_is_given(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) == words


@given(st.text(), st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(question: str, text: str, begin: int, end: int) -> None:
    assert is_its_neighbours(read(question), text, (begin, end)) in (True, False)
