"""What is told of the thing asked about in another relation is offered at most, however sure the reader is."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.relations import is_of_another_case, is_paid_once, is_turned_round
from bot.question import read

FINED = "Osk Pilots was fined 900 crowns for an earlier spill; it was never charged over the Marigold."
REPLACES = "The levy replaces a toll of 9 crowns that ends in May."
HAD_REPLACED = "The chair was Ada Wren, who had replaced Bo Lusk in May."
ONCE = "The Tide Board offered its pilots 4 per cent and a one-off payment of 600 crowns."


@pytest.mark.parametrize(
    ("question", "told", "is_other"),
    [
        ("How much was Osk Pilots fined over the Marigold?", FINED, True),
        ("How much was Osk Pilots fined?", FINED, False),
        ("How much was Osk Pilots fined for an earlier spill?", FINED, False),
        (
            "How much was Osk Pilots fined over the Marigold?",
            "Osk Pilots was fined 900 crowns over the Marigold.",
            False,
        ),
        ("How much was Osk Pilots fined in May?", "In other business, it was fined 900 crowns; May was fine.", False),
    ],
)
def test_what_is_told_of_another_case_is_not_of_the_one_named(question: str, told: str, is_other: bool) -> None:
    begin = told.index("900")
    assert is_of_another_case(read(question), told, (begin, begin + len("900 crowns"))) is is_other


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("What did the toll replace?", REPLACES, True),
        ("What did the levy replace?", REPLACES, False),
        ("What does the levy replace?", "A toll of 9 crowns is replaced by the levy.", False),
        ("What does the toll replace?", "The toll is replaced by the levy.", True),
        ("Whom did Bo Lusk replace?", HAD_REPLACED, True),
        ("Whom did Ada Wren replace?", HAD_REPLACED, False),
        ("Who replaced Ada Wren?", HAD_REPLACED, True),
        ("Who replaced Bo Lusk?", HAD_REPLACED, False),
        # Neither side is told, or both may do the same.
        ("What did it replace?", REPLACES, False),
        ("What did the toll replace?", "It replaces the toll.", False),
        ("Whom did Bo Lusk meet?", "Ada Wren met Bo Lusk.", False),
        ("Who will retire as clerk?", "The clerk, Ada Wren, will retire in May.", False),
    ],
)
def test_who_did_and_to_whom_it_was_done_are_not_put_for_each_other(
    question: str, sentence: str, is_other: bool
) -> None:
    assert is_turned_round(read(question), sentence, (0, 0)) is is_other


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("What is the pay of the pilots?", ONCE, True),
        ("What wages did the Tide Board offer?", ONCE, True),
        ("How much is the one-off payment?", ONCE, False),
        ("How much did the Tide Board offer?", ONCE, False),
        ("What is the pay of the pilots?", "Pilots are paid 600 crowns.", False),
        ("What is the fee of pilots?", "Pilots pay a single fee of 600 crowns.", False),
        ("What is the pay of the pilots?", "Pilots are given 600 crowns as a single sum.", True),
    ],
)
def test_what_is_paid_once_is_no_pay(question: str, sentence: str, is_other: bool) -> None:
    begin = sentence.index("600")
    assert is_paid_once(read(question), sentence, (begin, begin + len("600 crowns"))) is is_other


def test_however_sure_the_reader_is_that_is_only_offered() -> None:
    assert answer("What is the pay of the pilots of the Tide Board?", ONCE, "600 crowns") is None
    assert answer("How much was the one-off payment of the Tide Board?", ONCE, "600 crowns") == "600 crowns"
