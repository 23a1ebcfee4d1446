"""What is told for another year than is asked about is no answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.otherwise.other_year import is_of_another_year
from bot.question import read

SET = "The panel met in Tarn on 7 May 2025 and set the eel quota for 2026 at 9 tonnes."
FIRST = "Meeting in 2025, the panel set the 2026 eel quota at 9 tonnes."
BOTH = "The eel quota for 2025 was 7 tonnes, and the quota for 2026 is 9 tonnes."
PAID = "They paid 9 tonnes of eel for the fleet for 2026 in full."
MORE = "In 2025 the fleet landed 9 tonnes of eel, 6 per cent more than in 2024."
BESIDE = "In 2024 the fleet landed 9 tonnes of eel, fewer than in 2023."
DATED = "On 7 May 2025 quota talks were held, and 9 tonnes agreed."


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("eel quota 2025", SET, True),
        ("What was the eel quota for 2025?", FIRST, True),
        ("eel quota 2026", SET, False),
        ("eel quota 2026", FIRST, False),
        ("eel quota", SET, False),
        ("What was the eel quota for 2025?", BOTH, False),
        ("Where did the panel meet in 2025?", SET, False),
        ("What was agreed at the quota talks in 2024?", DATED, False),
        ("eel quota set in 2025 for 2026", SET, False),
        ("How much was paid for 2025?", PAID, True),
        ("How much was paid for 2026?", PAID, False),
        ("How much was paid in 2025?", PAID, False),
        ("How many tonnes of eel were landed in 2024?", MORE, True),
        ("How many tonnes of eel were landed in 2025?", MORE, False),
        ("How many tonnes of eel were landed in 2024?", BESIDE, False),
        ("How many tonnes more than in 2024 were landed?", MORE, False),
    ],
)
def test_what_is_for_another_year_is_told_apart(question: str, sentence: str, *, other: bool) -> None:
    begin = sentence.index("9 tonnes")
    assert is_of_another_year(read(question), sentence, (begin, begin + 8)) is other


def test_the_day_when_it_was_set_is_told_to_who_asks_for_that() -> None:
    day = (SET.index("7 May"), SET.index(" and set"))
    assert not is_of_another_year(read("When in 2025 was the eel quota set?"), SET, day)
    assert is_of_another_year(read("eel quota 2025"), SET, day)


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert is_of_another_year(read(question), sentence, (0, 3)) in (True, False)
