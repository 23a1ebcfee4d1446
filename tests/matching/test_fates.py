"""Of so many it is told what became of them, and of no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.fates import is_of_another_fate, own_fate
from bot.question import read

SANK = "Four pilots drowned and 17 were injured when the ferry struck the lock of Osmark."
FELL = "Nine of the eleven huts in Osmark were destroyed, and the remaining two will be pulled down."
CAME = "Nine of the eleven pilots attended the meeting at Osmark."
HIRED = "The harbour of Osmark has hired 14 pilots since May."
JOBS = "Ada Wren spoke of the 90 jobs lost at the mill in Osmark."
HEARD = "Over 40 pilots signed up to speak at Osmark, but only 12 were heard."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "said"),
    [
        ("how many pilots died at the lock of osmark?", SANK, "17", "Four"),
        ("how many were killed when the ferry struck the lock?", SANK, "17", "Four"),
        ("how many pilots were hurt at the lock of osmark?", SANK, "Four", "17"),
        ("how many huts in osmark are still standing?", FELL, "Nine", "two"),
        ("how many huts in osmark were destroyed?", FELL, "Nine", "Nine"),
        ("how many pilots spoke at osmark?", HEARD, "Over 40", "12"),
        ("how many pilots came to the meeting at osmark?", CAME, "Nine", "Nine"),
        ("how many pilots has osmark hired?", HIRED, "14", "14"),
        ("how many jobs were lost in osmark?", JOBS, "90", "90"),
    ],
)
def test_the_number_of_those_who_fared_so_is_given(question: str, sentence: str, marked: str, said: str) -> None:
    assert answer(question, sentence, marked) == said


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        ("how many injured pilots died at the lock of osmark?", SANK, "17"),
        ("how many pilots did not come to the meeting at osmark?", CAME, "Nine"),
        ("how many pilots have left osmark since may?", HIRED, "14"),
        ("how many people work at the mill in osmark?", JOBS, "90"),
        ("how many pilots spoke for the lock at osmark?", HEARD, "Over 40"),
    ],
)
def test_the_number_of_others_is_offered_at_most(question: str, sentence: str, marked: str) -> None:
    assert answer(question, sentence, marked) is None


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(text: str, begin: int, end: int) -> None:
    asked = read("How many died?")
    assert isinstance(is_of_another_fate(asked, text, own_fate(asked, text, (begin, end))), bool)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("how many cranes are working at osmark?", True),
        ("how many cranes are out of order at osmark?", False),
        ("how many cranes has osmark?", False),
    ],
)
def test_what_is_out_of_service_does_not_work(question: str, other: bool) -> None:
    told = "At Osmark three of eight cranes are out of service."
    begin = told.index("three")
    assert is_of_another_fate(read(question), told, (begin, begin + len("three"))) is other
