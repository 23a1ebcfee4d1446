"""Who was against is not who was for, and when a thing ended is not when it began."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.opposites import tells_the_opposite
from bot.question import read

AGAINST = "Ada Wren, who voted against the lock of the Tide Board, warned of floods."
SPLIT = "Ada Wren voted against the lock of the Tide Board, but Bo Lusk backed it."
CLOSED = "The Tide Board sat for two hours and closed its meeting at 9.45 p.m."
COUNTED = "On the lock of the Tide Board 31 pilots were in favour, nine against, and four abstained."
BOTH = "The Tide Board opened its meeting at 7 p.m. and closed it at 9.45 p.m."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who voted for the lock of the tide board?", AGAINST, "Ada Wren"),
        ("who supported the lock of the tide board?", SPLIT, "Ada Wren"),
        ("who opposed the lock of the tide board?", SPLIT, "Bo Lusk"),
        ("how many pilots were for the lock of the tide board?", COUNTED, "nine"),
        ("how many pilots were against the lock of the tide board?", COUNTED, "31"),
        ("how many pilots were against the lock of the tide board?", COUNTED, "four"),
        ("how many pilots took no side on the lock of the tide board?", COUNTED, "nine"),
        ("who voted to build the lock of the tide board?", "Ada Wren opposed the lock of the Tide Board.", "Ada Wren"),
        ("how many pilots didnt come to the lock?", "Nine of the pilots attended the opening of the lock.", "Nine"),
        ("who was absent from the tide board?", "Bo Lusk attended the Tide Board.", "Bo Lusk"),
        ("how many sheds are still standing?", "Nine sheds were destroyed, and six will be mended.", "Nine"),
        ("what time did the tide board start its meeting?", CLOSED, "9.45 p.m"),
        ("when did the tide board begin its meeting?", BOTH, "9.45 p.m"),
        ("when did the tide board close its meeting?", BOTH, "7 p.m"),
    ],
)
def test_the_opposite_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who voted against the lock of the tide board?", AGAINST, "Ada Wren"),
        ("who supported the lock of the tide board?", SPLIT, "Bo Lusk"),
        ("who voted to reject the lock of the tide board?", AGAINST, "Ada Wren"),
        ("how many sheds were destroyed?", "Nine sheds were destroyed, and six are still standing.", "Nine"),
        ("how many pilots were for the lock of the tide board?", COUNTED, "31"),
        ("how many pilots opposed the lock of the tide board?", COUNTED, "nine"),
        ("how many pilots abstained on the lock of the tide board?", COUNTED, "four"),
        ("how many backed the lock?", "The Tide Board passed the lock by 6 votes to 2, with one abstaining.", "6"),
        ("what time did the tide board end its meeting?", CLOSED, "9.45 p.m"),
        ("what time did the tide board start its meeting?", BOTH, "7 p.m"),
        ("who was for and who against the lock of the tide board?", AGAINST, "Ada Wren"),
        ("when will the lock open?", "The lock will be ready by the end of June 2020.", "by the end of June 2020"),
        ("who warned of floods?", AGAINST, "Ada Wren"),
        ("who was absent from the tide board?", "Bo Lusk didn't attend the Tide Board.", "Bo Lusk"),
        ("who was absent from the tide board?", "The Port of Lode did not attend the Tide Board.", "The Port of Lode"),
    ],
)
def test_what_is_asked_is_given(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) == words


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(text: str, begin: int, end: int) -> None:
    assert tells_the_opposite(read("who voted for it?"), text, (begin, end)) in (True, False)


def test_since_when_something_is_closed_asks_for_no_end() -> None:
    told = "The slipway has been closed since October 2029."
    begin = told.index("October")
    assert not tells_the_opposite(read("Since when is the slipway closed?"), told, (begin, len(told) - 1))
    assert tells_the_opposite(read("Until when is the slipway closed?"), told, (begin, len(told) - 1))


def test_what_is_closed_since_then_was_closed_then_and_what_came_next_is_no_opposite() -> None:
    told = "They agreed on Friday to open the lock, closed since 2009."
    assert not tells_the_opposite(read("When was the lock closed?"), told, (53, 57))
    told = "Two pilots were detained and released in May."
    assert not tells_the_opposite(read("What happened to those who were detained?"), told, (29, 44))


PART = "The guild made 30 proposals, of which the board has accepted 21."
GUARDS = "Six were led out by guards; no pilot was arrested."
KEPT = "All seven pilots were re-elected."
SAILORS = "Two sailors were discharged for illness; nine remain."
HIRES = "The yard at Osk will hire 40 people."


@pytest.mark.parametrize(
    ("question", "sentence", "number", "is_other"),
    [
        ("How many proposals were rejected?", PART, "21", True),
        ("how many proposals did the board turn down", PART, "21", True),
        ("How many proposals has the board ignored?", PART, "21", True),
        ("How many proposals did the board accept?", PART, "21", False),
        ("How many proposals did the guild make?", PART, "30", False),
        ("How many pilots voted to reject it?", "Nine pilots were for it, and 21 adopted it.", "21", False),
        ("How many pilots were arrested?", GUARDS, "Six", True),
        ("How many pilots were let in?", GUARDS, "Six", True),
        ("How many pilots were led out?", GUARDS, "Six", False),
        ("How many pilots were voted out?", KEPT, "seven", True),
        ("How many pilots were re-elected?", KEPT, "seven", False),
        ("how many sailors are left", SAILORS, "Two", True),
        ("how many sailors are left", SAILORS, "nine", False),
        ("How many sailors were discharged?", SAILORS, "Two", False),
        ("How many jobs will go at Osk?", HIRES, "40", True),
        ("How many people will the yard hire?", HIRES, "40", False),
        ("How many jobs will go?", "It will hire 40 people, but 90 jobs will go.", "90", False),
    ],
)
def test_a_number_of_those_that_ended_otherwise_is_not_theirs(
    question: str, sentence: str, number: str, is_other: bool
) -> None:
    begin = sentence.index(number)
    assert tells_the_opposite(read(question), sentence, (begin, begin + len(number))) is is_other


@pytest.mark.parametrize(
    ("question", "is_other"), [("When was the plan rejected?", True), ("When was it made?", False)]
)
def test_the_day_of_one_outcome_is_not_that_of_the_other(question: str, is_other: bool) -> None:
    assert tells_the_opposite(read(question), "The plan was adopted on 3 May.", (24, 29)) is is_other
