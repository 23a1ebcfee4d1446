"""What is told of another case is offered at most."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.relations import is_of_another_case
from bot.question import read

FINED = "Osk Pilots was fined 900 crowns for an earlier spill; it was never charged over the Marigold."


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
