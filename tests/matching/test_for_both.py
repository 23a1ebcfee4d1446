"""What two things cost or lost together is not what one of them did."""

from __future__ import annotations

from one_sentence import answer

FLOOD = "The flood cost the town's inns and eel farms an estimated £14 million."


def test_it_is_not_given_for_one() -> None:
    assert answer("How much did the eel farms lose?", FLOOD, "£14 million") is None
