"""Who lost did not win, and who moved a motion did not second it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer
from quay_works import Line

from bot.matching.otherwise.contests import is_of_other_side
from bot.question import read

LOST = "Ada Wren lost to Bo Lusk by 19 votes to 33 in the vote for harbour master."
BEAT = "Pilot Bo Lusk beat clerk Ada Wren for the seat of harbour master by seven votes to four."
BEATEN = "Ada Wren was narrowly beaten by Bo Lusk in the vote for harbour master."
COUNTED = "Ada Wren won 31 votes against 18 for her challenger, Bo Lusk of the pilots, and stays harbour master."
MOVED = "The sale of the barge was withdrawn by its author, Ada Wren."
SECONDED = "Bo Lusk moved the sale of the barge; Ada Wren seconded."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who won the vote for harbour master?", LOST, "Ada Wren"),
        ("who won the seat of harbour master?", BEAT, "Ada Wren"),
        ("who won the vote for harbour master?", BEATEN, "Ada Wren"),
        ("who lost the vote for harbour master?", BEAT, "Bo Lusk"),
        ("who lost the vote for harbour master?", BEATEN, "Bo Lusk"),
        ("who beat ada wren?", COUNTED, "Bo Lusk"),
        ("who did ada wren lose to?", COUNTED, "Bo Lusk"),
        ("who won the vote for harbour master?", COUNTED, "Bo Lusk"),
        ("who did ada wren beat?", BEATEN, "Bo Lusk"),
        ("who seconded the sale of the barge?", MOVED, "Ada Wren"),
    ],
)
def test_who_is_of_the_other_side_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


def test_who_stands_before_the_verb_asked_by_is_told_for_who_is_of_the_other_side() -> None:
    assert answer("who lost the vote for harbour master?", LOST, "Bo Lusk") == "Ada Wren"


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who won the vote for harbour master?", LOST, "Bo Lusk"),
        ("who won the seat of harbour master?", BEAT, "Bo Lusk"),
        ("who lost the vote for harbour master?", BEATEN, "Ada Wren"),
        ("who did Bo Lusk beat for the seat of harbour master?", BEAT, "Ada Wren"),
        ("who did ada wren beat?", COUNTED, "Bo Lusk"),
        ("who was ada wren beaten by?", BEATEN, "Bo Lusk"),
        ("who was elected harbour master?", "Ada Wren, who lost her barge in May, was elected harbour master.",
         "Ada Wren"),
        ("who seconded the sale of the barge?", SECONDED, "Ada Wren"),
        ("who seconded the sale of the barge?", "Sale of the barge: Lusk / Wren.", "Wren"),
    ],
)  # fmt: skip
def test_who_is_asked_for_is_given(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) == words


def test_a_fact_of_the_other_side_is_not_given() -> None:
    lost: Line = (LOST, "who", "Who lost to Bo Lusk in the vote for harbour master?", "Ada Wren")
    assert answer("who won the vote for harbour master?", LOST, "Ada Wren", lost) is None


@given(st.text(), st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(question: str, text: str, begin: int, end: int) -> None:
    assert is_of_other_side(read(question), text, (begin, end)) in (True, False)
