"""How often something is, and of what quality: no "yes" rests on a sentence that tells another rate or the contrary."""

from __future__ import annotations

import pytest

from bot.matching.yes_no.how_often import is_at_another_rate, is_told_not_to_be_such
from bot.question import read

FAIR = "The net fair, held every three years, began in Lunn in 1961."
GAUGES = "The Tarn gauges are published every fifteen minutes."


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("Is the net fair held every year?", FAIR, True),
        ("Is the net fair held annually?", FAIR, True),
        ("Is the net fair held every other year?", FAIR, True),
        ("Is the net fair held every 3 years?", FAIR, False),
        ("Is the net fair held in Lunn?", FAIR, False),
        ("Do they publish the gauges every hour?", GAUGES, True),
        ("Do they publish the gauges four times an hour?", GAUGES, False),
        ("Does the board meet once a quarter?", "The board meets quarterly.", False),
        ("Does the board meet weekly?", "The board meets every fortnight.", True),
        ("Does the board meet every week?", "The board met on 3 May.", False),
    ],
)
def test_another_rate_bears_no_yes(question: str, sentence: str, is_other: bool) -> None:
    assert is_at_another_rate(read(question), sentence) is is_other


@pytest.mark.parametrize(
    ("question", "sentence", "is_contrary"),
    [
        ("Is the Tarn seat permanent?", "Tarn won a non-permanent seat.", True),
        ("Did Tarn win a non-permanent seat?", "Tarn won a non-permanent seat.", False),
        ("Is it binding?", "The pact is non-binding; the annex is binding.", False),
        ("Did Tarn win a seat?", "Tarn won a non-permanent seat.", False),
    ],
)
def test_what_is_told_with_non_is_not_so_without(question: str, sentence: str, is_contrary: bool) -> None:
    assert is_told_not_to_be_such(read(question), sentence) is is_contrary
