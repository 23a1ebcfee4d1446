"""Who denies a charge, or does not remember, decides no other question for yes or no."""

from __future__ import annotations

import pytest
from yes_or_no import answers

from bot.matching.otherwise.pleas import is_not_known, is_only_plea
from bot.question import read


@pytest.mark.parametrize(
    ("question", "sentence", "held"),
    [
        ("Did Bo Lusk burn the roll?", "Both deny the charge.", True),
        ("Was Bo Lusk convicted?", "Bo Lusk denied all the charges against him.", True),
        ("Was Bo Lusk jailed?", "Bo Lusk pleaded not guilty.", True),
        ("Did the mill foul the brook?", "The mill denied any wrongdoing.", True),
        ("Did Bo Lusk lie?", "Bo Lusk has maintained his innocence.", True),
        ("Did Bo Lusk plead guilty?", "Bo Lusk pleaded not guilty.", False),
        ("Does Bo Lusk deny the charge?", "Both deny the charge.", False),
        ("Did the mill raise its charges?", "The mill denied the charge was too high.", False),
        ("Who denies the charge?", "Both deny the charge.", False),
        ("Was Bo Lusk convicted?", "Bo Lusk was not convicted.", False),
    ],
)
def test_a_plea_answers_only_whether_there_was_one(question: str, sentence: str, held: bool) -> None:
    assert is_only_plea(read(question), sentence) is held


def test_nobody_is_guilty_by_what_is_denied() -> None:
    assert answers("Did Bo Lusk ignore the warning?", "Both deny the charge.") == [None] * 3


@pytest.mark.parametrize(
    ("question", "sentence", "held"),
    [
        ("Did Bo Lusk lie?", "He admitted that he could not be certain.", True),
        ("Was the roll burned?", "Bo Lusk said he did not remember.", True),
        ("Was the lock shut?", "She wasn't sure.", True),
        ("Is Bo Lusk sure of it?", "He admitted that he could not be certain.", False),
        ("Was the lock shut?", "The lock was not shut.", False),
        ("Who shut the lock?", "Bo Lusk did not remember.", False),
    ],
)
def test_what_somebody_does_not_know_is_no_no(question: str, sentence: str, held: bool) -> None:
    assert is_not_known(read(question), sentence) is held
