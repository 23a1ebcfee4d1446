"""Who attended is answered with all who did, where a sentence lists them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import THIRD, Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.all_who_came import all_who_came
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context

TOLD = (
    "The talks were attended by heads of two ports, pilots from three towns, namely Osmark, Tarn and Marn, and a clerk."
)
ALL = "heads of two ports, pilots from three towns, namely Osmark, Tarn and Marn, and a clerk"


def answer(question: str, sentence: str, marked: str, *facts: Line) -> str | None:
    index = Index([record(THIRD, None, None, [sentence], list(facts))])
    said = reply(question, index, Context(), SentenceReader(lambda: StubReader(marks({sentence: marked}))))[0].answer
    return said.answer if said is not None else None


@pytest.mark.parametrize(
    "question", ["Who attended the talks?", "who took part in the talks", "Who came to the talks?"]
)
@pytest.mark.parametrize("marked", ["heads of two ports", "two", "Osmark, Tarn and Marn"])
def test_some_of_those_who_came_stand_for_all(question: str, marked: str) -> None:
    assert answer(question, TOLD, marked) == ALL


def test_a_fact_of_some_of_them_does_not_answer_who_came() -> None:
    some: Line = (TOLD, "list", "Which towns were represented at the talks?", "Osmark, Tarn and Marn")
    assert answer("Who attended the talks?", TOLD, "two", some) == ALL
    assert answer("Which towns were represented at the talks?", TOLD, "Osmark, Tarn and Marn", some) == some[3]


def test_where_the_list_ends_is_not_guessed() -> None:
    told = "The talks were attended by Ada Wren, who spoke, and by Bo Lusk."
    begin = told.index("Ada")
    assert all_who_came(read("Who attended the talks?"), told, (begin, begin + 8)) == (begin, begin + 8)


@pytest.mark.parametrize(
    "told",
    [
        "It was attended by Ada Wren and Bo Lusk in Tarn on 4 May 2031.",
        "It was attended by Ada Wren and Bo Lusk and approved the budget.",
        "Cy Orme, joined by Ada Wren and Bo Lusk, opened the lock.",
    ],
)
def test_what_is_told_behind_them_is_none_of_those_who_came(told: str) -> None:
    begin = told.index("Ada")
    span = begin, begin + len("Ada Wren and Bo Lusk")
    assert all_who_came(read("Who attended?"), told, span) == span


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_a_span_lies_in_its_sentence(listed: str, begin: int, length: int) -> None:
    sentence = f"It was attended by {listed}."
    span = min(begin, len(sentence)), min(begin + length, len(sentence))
    first, last = all_who_came(read("Who attended?"), sentence, span)
    assert 0 <= first <= span[0] <= span[1] <= last <= len(sentence)
