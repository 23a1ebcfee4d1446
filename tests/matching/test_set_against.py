"""What one half of a sentence tells is not told of whom the other half names."""

from __future__ import annotations

import pytest
from one_sentence import answer
from yes_or_no import answers

from bot.matching.otherwise.set_against import is_set_against, is_told_of_the_other_half
from bot.question import read

CLEARED = "Pilot Ada Vorwick was cleared by the panel, while her mate, Bo Tremlin, was barred for nine weeks."
SHUT = (
    "She said the yard in Quillan would shut with the loss of 310 jobs but that nothing was planned for the Zorby dock."
)
LISTED = "There came the mayor of Zorby, Ada Vorwick; the mayor of Quillan, Bo Tremlin; and the clerk of Lunt."


@pytest.mark.parametrize(
    ("question", "sentence", "words", "is_of_other"),
    [
        ("how long was ada vorwick barred", CLEARED, "nine weeks", True),
        ("how long was the pilot barred", CLEARED, "nine weeks", True),
        ("how long was bo tremlin barred", CLEARED, "nine weeks", False),
        ("how long was her mate barred", CLEARED, "nine weeks", False),
        ("how many jobs go at Zorby", SHUT, "310", True),
        ("how many jobs go at Quillan", SHUT, "310", False),
        ("how many jobs go", SHUT, "310", False),
        (
            "By how much did Vorwick lose?",
            "Vorwick led at first but lost to Tremlin by nine votes.",
            "nine votes",
            False,
        ),
        ("Who beat Tremlin?", "Ada Vorwick of Lunt won, while Bo Tremlin came third.", "Ada Vorwick", False),
        ("Which mayor of Quillan came?", LISTED, "Ada Vorwick", False),
    ],
)
def test_a_half_is_not_of_whom_the_other_names(question: str, sentence: str, words: str, is_of_other: bool) -> None:
    begin = sentence.index(words)
    assert is_set_against(read(question), sentence, (begin, begin + len(words))) is is_of_other


@pytest.mark.parametrize(
    ("question", "is_of_other"),
    [
        ("Was Ada Vorwick barred?", True),
        ("Was the pilot barred for nine weeks?", True),
        ("Was Bo Tremlin barred?", False),
        ("Was Ada Vorwick cleared?", False),
        ("Was anyone barred?", False),
    ],
)
def test_no_yes_rests_on_the_other_half(question: str, is_of_other: bool) -> None:
    assert is_told_of_the_other_half(read(question), CLEARED) is is_of_other


def test_nothing_is_answered_of_whom_it_is_not_told() -> None:
    assert answer("How long was Ada Vorwick barred?", CLEARED, "nine weeks") is None
    assert answer("How long was Bo Tremlin barred?", CLEARED, "nine weeks") == "nine weeks"
    assert "Yes" not in answers("Was Ada Vorwick barred?", CLEARED)
