"""Of a sentence that tells two decisions, the one that is asked about is given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import THIRD, Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.otherwise.halves import half_about
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Answer, Context

TWO = "The Tide Board backed a new lock by six votes to two and shelved a plan for higher tolls."
BOTH = "The Tide Board agreed to dredge the Sarn and to sell the old barge."
LISTED = "The Tide Board agreed on gates and pumps for the lock."


def answer(question: str, sentence: str, words: str, *facts: Line, logit: float = 8.0) -> Answer:
    index = Index([record(THIRD, None, None, [sentence], list(facts))])
    stub = StubReader(marks({sentence: words}, logit=logit))
    given_ = reply(question, index, Context(), SentenceReader(lambda: stub))[0].answer
    assert given_ is not None
    return given_


@pytest.mark.parametrize(
    ("question", "sentence", "words", "wanted"),
    [
        ("what was decided about the new lock?", TWO, "a plan for higher tolls", TWO[: TWO.index(" and shelved")]),
        ("what was decided about higher tolls?", TWO, "a new lock", "shelved a plan for higher tolls"),
        ("what was decided about higher tolls?", TWO, "backed a new lock by six votes to two and shelved a plan",
         "shelved a plan for higher tolls"),
        ("what was decided about the tolls?", "The tolls were frozen and the old barge was sold.",
         "the old barge was sold", "The tolls were frozen"),
        ("what did the tide board agree on the barge?", BOTH, "to dredge the Sarn and to sell the old barge",
         "to sell the old barge"),
        ("what did the tide board agree about the Sarn?", BOTH, "dredge the Sarn and to sell the old barge",
         "dredge the Sarn"),
    ],
)  # fmt: skip
def test_the_other_half_is_not_told(question: str, sentence: str, words: str, wanted: str) -> None:
    assert answer(question, sentence, words).answer == wanted


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("what did the tide board agree to do?", BOTH, "dredge the Sarn and to sell the old barge"),
        ("what was decided about the tide board?", BOTH, "dredge the Sarn and to sell the old barge"),
        ("what did the tide board agree on for the lock?", LISTED, "gates and pumps"),
        ("what was decided about higher tolls?", TWO, "shelved a plan"),
        ("what was decided about tolls?", "Ada Wren spoke of the tolls, and the Tide Board agreed to cut them.",
         "agreed to cut them"),
        ("who shelved the plan for higher tolls?", TWO, "The Tide Board"),
        # two that have their verb in common
        ("what did the pilots say about the plan of Tarn?",
         "The pilots agreed that the plan of Tarn and Osmark is daft.", "is daft"),
        ("what was decided about the lamps of Tarn?",
         "The board decided that the lamps of Tarn and Brill will be lit.", "the lamps of Tarn and Brill will be lit"),
    ],
)  # fmt: skip
def test_what_is_asked_of_the_whole_is_told_as_it_was_marked(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words).answer == words


def test_a_fact_of_the_other_half_is_not_given() -> None:
    fact: Line = (TWO, "what", "What did the Tide Board shelve?", "a plan for higher tolls")
    assert answer("what was decided about the new lock?", TWO, "a plan for higher tolls", fact).answer.startswith("The")


@given(st.text(), st.text(), st.integers(0, 30), st.integers(0, 30))
def test_of_any_text_a_half_is_a_part(topic: str, text: str, begin: int, end: int) -> None:
    question, span = read(f"what was decided about {topic}?"), (min(begin, end), max(begin, end))
    first, last = half_about(question, text, span)
    assert (first, last) == span or 0 <= first <= last <= len(text)
