"""Another case than the one asked about, and the firm itself where one of its people is asked about."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.another_case import is_of_another_case, is_of_the_body_itself
from bot.question import read

KNOWN = frozenset({"lusk", "trial", "tarn"})


@pytest.mark.parametrize(
    ("question", "sentence", "held"),
    [
        ("When did the Wren trial open?", "The trial opened on 2 June.", True),
        ("when did the quenby trial open", "The trial opened on 2 June.", True),
        ("Who heard Wren's appeal?", "The appeal was heard by Bo Falk.", True),
        ("When did the Lusk trial open?", "The trial opened on 2 June.", False),
        ("When did the Tarnish trial open?", "The trial opened on 2 June.", False),
        ("When did the long trial open?", "The trial opened on 2 June.", False),
        ("When did the Wren trial open?", "The fair opened on 2 June.", False),
        ("Did the Wren trial open?", "The trial opened on 2 June.", False),
    ],
)
def test_a_case_of_another_name_is_not_told_of(question: str, sentence: str, held: bool) -> None:
    assert is_of_another_case(read(question), sentence, KNOWN) is held


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How much was Wren fined?", True),
        ("How much was the firm fined?", False),
        ("How much was Osk Works fined?", False),
        ("How much was Falk fined?", False),
        ("How much was the fine?", False),
    ],
)
def test_the_firm_itself_is_not_its_chief(question: str, held: bool) -> None:
    told = ("The chief of Osk Works, Ada Wren, denies it.", "The firm itself was fined 9 crowns.")
    assert is_of_the_body_itself(read(question), told, 1) is held
    assert not is_of_the_body_itself(read(question), ("The firm was fined 9 crowns.",), 0)
