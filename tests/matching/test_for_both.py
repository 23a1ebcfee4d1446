"""What two things cost or lost together is not what one of them did."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.for_both import is_for_both
from bot.question import read

FLOOD = "The flood cost the town's inns and eel farms an estimated £14 million."


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("How much did the eel farms lose?", FLOOD, True),
        ("how much did inns lose", FLOOD, True),
        ("How much did the inns and eel farms lose?", FLOOD, False),
        ("How much did the flood cost?", FLOOD, False),
        ("How much did the inns lose?", "The inns and farms lost £14 million each.", False),
    ],
)
def test_a_number_for_both_is_not_one_s(question: str, sentence: str, is_other: bool) -> None:
    begin = sentence.index("£14 million")
    assert is_for_both(read(question), sentence, (begin, begin + len("£14 million"))) is is_other


def test_it_is_not_given_for_one() -> None:
    assert answer("How much did the eel farms lose?", FLOOD, "£14 million") is None
