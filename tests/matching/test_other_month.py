"""What is told of another month than is asked about is no answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.other_month import is_of_another_month
from bot.question import read

TOLLS = "Tolls of the Tide Board came to 9 percent in April, 2 points more than in March."
LANDED = "In April the fleet landed 40 tonnes of eel, and 12 pilots were hired in June."
SHUT = "The pool will be shut in May and the mill in June."
LED = "Ada Wren led the Tide Board in January."
ORDERED = "The panel ordered 6 pumps to be mended in June."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("What were the tolls of the Tide Board in May?", TOLLS, "9 percent"),
        ("What were the tolls of the Tide Board in March?", TOLLS, "9 percent"),
        ("How high were the tolls of the Tide Board in May?", TOLLS, "9 percent"),
        ("How many tonnes of eel did the fleet land in May?", LANDED, "40"),
        ("How many pilots were hired in April?", LANDED, "12"),
        ("Who led the Tide Board in March?", LED, "Ada Wren"),
        ("who led the tide board in march?", LED, "Ada Wren"),
        # Two are told side by side, each with its month.
        ("What will be shut in June?", SHUT, "The pool"),
        ("what will be shut in june?", SHUT, "The pool will be shut in May and the mill"),
        ("Which will be shut in May?", SHUT, "the mill"),
    ],
)
def test_what_is_told_of_another_month_is_told_apart(question: str, sentence: str, words: str) -> None:
    begin = sentence.index(words)
    assert is_of_another_month(read(question), sentence, (begin, begin + len(words)))


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("What were the tolls of the Tide Board in April?", TOLLS, "9 percent"),
        ("What were the tolls of the Tide Board?", TOLLS, "9 percent"),
        ("How many tonnes of eel did the fleet land in April?", LANDED, "40"),
        ("How many pilots were hired in June?", LANDED, "12"),
        ("How many tonnes more was it in May than in April?", LANDED, "40"),
        ("Who led the Tide Board in January?", LED, "Ada Wren"),
        # What was done in May may be done with something of another month.
        ("How many pumps did the panel order in May?", ORDERED, "6"),
        ("How many sheds were ordered in May?", "Nine sheds were ordered on 3 May for delivery in June.", "Nine"),
        ("What did the panel order in May?", ORDERED, "6 pumps to be mended in June"),
        ("What was ordered at the session in May?", "They ordered the mending of pumps in June.", "mending of pumps"),
        ("What will be shut in June?", SHUT, "the mill"),
        ("What did they agree in May?", "They agreed in May to shut the pool in June.", "to shut the pool in June"),
        ("What did they buy in May?", "In May they bought a crane and two boats for use in June.", "two boats"),
    ],
)
def test_what_may_be_told_of_that_month_is_not(question: str, sentence: str, words: str) -> None:
    begin = sentence.index(words)
    assert not is_of_another_month(read(question), sentence, (begin, begin + len(words)))


def test_it_is_offered_at_most() -> None:
    assert answer("What were the tolls of the Tide Board in May?", TOLLS, "9 percent") is None
    assert answer("What were the tolls of the Tide Board in April?", TOLLS, "9 percent") == "9 percent"


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert is_of_another_month(read(question), sentence, (0, 3)) in (True, False)
