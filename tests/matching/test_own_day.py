"""The day of a deed is the one that stands beside its verb, and not that of another deed of the sentence."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.own_day import is_not_own_day, own_day
from bot.question import read


@pytest.mark.parametrize(
    ("question", "marked", "day"),
    [
        ("When did the board lift the ban?", "The board has today lifted the ban that was set <on 3 May>.", "today"),
        ("When was the ban lifted?", "The board lifted on Friday the ban that was set <on 3 May>.", "Friday"),
        ("When was the ban set?", "The board has today lifted the ban that was set <on 3 May>.", "on 3 May"),
        # what is to be is another deed
        ("When will the board meet?", "The board, which met on Monday, meets again <on 5 June>.", "on 5 June"),
        ("When did the board meet?", "The board is to meet on Monday, as it said <on 5 June>.", "on 5 June"),
        # which of two it is does not show
        ("When did they vote?", "They voted on Monday; the clerks voted <on 3 May>.", "on 3 May"),
        ("When did they vote?", "They voted for the tolls of Friday, it was said <on 3 May>.", "on 3 May"),
        # by which something is called, and which the question says itself
        (
            "When did the Tide Panel on the 2 April Pledge meet?",
            "The Tide Panel on the 2 April Pledge met <on 3 May>.",
            "on 3 May",
        ),
        ("When did the fair of 2 April end?", "The fair that opened on 2 April ended <on 3 May>.", "on 3 May"),
        # no day was marked
        ("When did the board meet?", "The board met on Monday <before the fair>.", "before the fair"),
    ],
)
def test_the_day_beside_the_verb_is_that_of_the_deed(question: str, marked: str, day: str) -> None:
    begin, end = marked.index("<"), marked.index(">") - 1
    told = marked.replace("<", "").replace(">", "")
    assert told[slice(*own_day(read(question), told, (begin, end)))] == day


@pytest.mark.parametrize(
    ("question", "said", "is_not"),
    [
        ("When was the lock closed?", "3 May 2031", True),
        ("When was the lock closed?", "2009", False),
        ("When did they agree?", "3 May 2031", False),
        ("When will the lock be closed?", "3 May 2031", False),
    ],
)
def test_a_fact_of_another_day_than_that_beside_the_verb_is_not_given(question: str, said: str, is_not: bool) -> None:
    told = "They agreed on Friday to mend the lock, closed since 2009."
    assert is_not_own_day(read(question), told, said) is is_not
