"""What a sentence tells of another thing, end or office than is asked for is offered at most."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.not_done import of_another_office
from bot.matching.otherwise.offices import came_by_deputy
from bot.matching.otherwise.succession import is_of_the_other_end
from bot.matching.otherwise.titles import is_title_of_named
from bot.question import read

FAIR = "The Tide Board asked the pilots, who took the lock in 2020, to hold a fair in 2031."
FOUNDED = "The Tide Board is younger than the Guild of Wherrymen, which was founded in 1963."
AFTER = "She follows Bo Lusk at the head of the Tide Board."
LISTED = "Dag Moe is third in the chair of the Tide Board, after Ada Wren in 2004 and Bo Lusk."
MOTION = "Motion: Sell the hut of the Tide Board; Moved by: Ada Wren; For: 14"
PANEL = "Sale of the hut: referred by the Tide Board to the panel (chair: Ada Wren)"
LED = "Tarn last chaired the Tide Board in 2008, when Ada Wren led it."
HOSTED = "The Warden of Tarn, Ada Wren, received the Warden of the Tide Board, Bo Lusk."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("when do the pilots of the Tide Board hold a fair?", FAIR, "2020"),
        ("who replaced Ada Wren at the Tide Board?", AFTER, "Bo Lusk"),
        ("who received Bo Lusk of the Tide Board?", HOSTED, "the Warden of the Tide Board"),
        ("who was released by the Tide Board?", "The Tide Board was told to release Bo Lusk.", "Bo Lusk"),
        ("how many of the Tide Board did not attend?", "Of the Tide Board 15 pilots attended.", "15"),
        ("how many pilots of the Tide Board were freed?", "The Tide Board spoke of two pilots held at Osk.", "two"),
        ("when does Ada Wren of the Tide Board retire?", "Ada Wren of the Tide Board begins on 1 March.", "1 March"),
        ("what did the Tide Board resolve?", "The Tide Board tells it once Ada Wren has signed.", "once Ada Wren"),
        ("what is the overall size of the Tide Board list?", "The Tide Board meets for the 34th time.", "34th"),
    ],
)
def test_that_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("when did the pilots of the Tide Board take the lock?", FAIR, "2020"),
        ("When was the Guild of Wherrymen founded?", FOUNDED, "1963"),
        ("when was Ada Wren in the chair of the Tide Board?", LISTED, "2004"),
        ("who moved to sell the hut of the Tide Board?", MOTION, "Ada Wren"),
        ("who led the Tide Board in 2008?", LED, "Ada Wren"),
        ("who leads the panel of the Tide Board on the hut?", PANEL, "Ada Wren"),
        ("how many of the Tide Board attended?", "Of the Tide Board 15 pilots attended.", "15"),
        ("when does Ada Wren of the Tide Board begin?", "Ada Wren of the Tide Board begins on 1 March.", "1 March"),
    ],
)
def test_and_what_is_asked_for_is_given(question: str, sentence: str, words: str) -> None:
    given_ = answer(question, sentence, words)
    assert given_ is not None
    assert words in given_


def test_the_deputy_of_one_place_does_not_stand_for_the_holder_of_the_office() -> None:
    told = "The Mayor of Osk and the Deputy Mayor of Tarn came."
    assert came_by_deputy(read("Was Tarn represented by its mayor?"), told)
    assert not came_by_deputy(read("Was Tarn represented by its deputy mayor?"), told)
    assert not came_by_deputy(read("Was Osk represented by its mayor?"), told)
    assert came_by_deputy(read("Was Tarn represented by its chair?"), "The vice-chair of Tarn came.")


def test_who_speaks_for_the_holder_of_an_office_does_not_hold_it() -> None:
    asked = read("Who is the OSK chairperson-in-office?")
    assert of_another_office(asked, "The representative of the OSK Chairperson-in-Office Bo Lusk came.")
    assert not of_another_office(asked, "- The OSK Chairperson-in-Office -, Bo Lusk -- came.")


def test_who_was_followed_is_not_who_follows() -> None:
    told = "Ada Wren succeeded Bo Lusk."
    assert is_of_the_other_end(read("Whom did Ada Wren succeed?"), told, (0, 8))
    assert not is_of_the_other_end(read("Whom did Ada Wren succeed?"), told, (19, 26))
    assert not is_of_the_other_end(read("Who succeeded Bo Lusk?"), told, (0, 8))
    assert not is_of_the_other_end(read("Who replaced Ada Wren?"), "She was followed by Bo Lusk.", (20, 27))


@given(st.text(), st.text(), st.integers(0, 9), st.integers(0, 9))
def test_any_words_are_looked_at(question: str, sentence: str, begin: int, length: int) -> None:
    span, asked = (begin, begin + length), read(question)
    for tells in (is_of_the_other_end, is_title_of_named):
        assert tells(asked, sentence, span) in (True, False)
    assert came_by_deputy(asked, sentence) in (True, False)
    assert of_another_office(read("Who is the warden of Osk?"), sentence) in (True, False)
