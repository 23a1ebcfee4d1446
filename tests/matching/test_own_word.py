"""A deed that has words of its own is not told without them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.otherwise.own_word import (
    is_told_by_other_words,
    lacks_own_words,
    stayed_outside,
)
from bot.question import read


@pytest.mark.parametrize(
    ("question", "sentence", "told_otherwise"),
    [
        ("How many sheds burned down?", "Nine sheds fell in when the bank gave way.", True),
        ("How many sheds burned down?", "The fire took nine sheds.", False),
        ("When was Lusk sacked?", "Bo Lusk left in May.", True),
        ("When was Lusk sacked?", "Bo Lusk was relieved of his post in May.", False),
        ("Why was the claim dismissed?", "The judge threw the claim out for want of proof.", False),
        ("Who booed the clerk?", "Ada Wren thanked the clerk.", True),
        ("Who booed the clerk?", "Pilots shouted at the clerk.", False),
        ("Who lost their job over the pier?", "Ada Wren opposed the pier as 40 jobs would go.", True),
        ("Who lost their job over the pier?", "The pier cost Bo Lusk dear: he was dismissed.", False),
        ("How many pilots left in May?", "The port took on nine new pilots in May.", True),
        ("How many pilots left in May?", "Nine pilots resigned in May.", False),
        ("How many pilots are left?", "The port has nine pilots.", False),
        ("When does Wren expect tolls to fall?", "The port borrows 4 crowns in June.", True),
        ("When does Wren expect tolls to fall?", "Tolls should fall in June, Wren said.", False),
        ("How many spoke for the pier?", "Nine members signed up to speak.", True),
        ("How many spoke for the pier?", "Nine members spoke in favour of the pier.", False),
        ("Who did Tarn Boats beat to the job?", "The job went through with Bo Lusk opposed.", True),
        ("Who did Tarn Boats beat to the job?", "Tarn Boats won the job, ahead of Osk Ferries.", False),
        ("How many attended the meeting online?", "Nine pilots came to the Guild Hall.", True),
        ("How many attended the meeting online?", "Nine pilots took part by video link.", False),
        ("When did Tarn Boats go under?", "Osk Boats took it over in May.", True),
        ("When does the toll go under the pact?", "By the pact it ends in May.", False),
    ],
)
def test_a_deed_is_told_by_words_of_its_own(question: str, sentence: str, told_otherwise: bool) -> None:
    assert is_told_by_other_words(read(question), sentence, (0, 4)) is told_otherwise


@pytest.mark.parametrize(
    ("sentence", "lacking"), [("Osk Boats took the pier over.", True), ("Osk Boats is in liquidation.", False)]
)
def test_nor_does_a_yes_rest_on_others(sentence: str, lacking: bool) -> None:
    assert lacks_own_words(read("Did Osk Boats go bust?"), sentence) is lacking
    assert not is_told_by_other_words(read("Did Osk Boats go bust?"), sentence, (0, 9))


@pytest.mark.parametrize(
    ("asked", "lacking"),
    [
        ("Was the meeting held online?", True),
        ("Did they meet virtually?", True),
        ("Was the meeting held in Osk?", False),
    ],
)
def test_a_meeting_in_a_hall_is_not_told_to_be_one_online(asked: str, lacking: bool) -> None:
    assert lacks_own_words(read(asked), "The Tide Board held a meeting at the Guild Hall in Osk.") is lacking
    assert not lacks_own_words(read(asked), "The Tide Board in Osk met by video.")


@pytest.mark.parametrize(
    ("question", "sentence", "outside"),
    [
        ("How many were at the union meeting?", "Outside the town hall, 40 of the union held up flags.", True),
        ("How many attended?", "The hall was full, and 40 waited outside.", True),
        ("How many attended?", "In the hall sat 40 pilots, and two waited outside.", False),
        ("How many held up flags?", "Outside the town hall, 40 of the union held up flags.", False),
    ],
)
def test_who_was_outside_did_not_attend(question: str, sentence: str, outside: bool) -> None:
    begin = sentence.index("40")
    assert stayed_outside(read(question), sentence, (begin, begin + 2)) is outside


@given(st.text(), st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(question: str, text: str, begin: int, end: int) -> None:
    for tells in (is_told_by_other_words, stayed_outside):
        assert tells(read(question), text, (begin, end)) in (True, False)
