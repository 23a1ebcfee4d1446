"""A name is told with all of its words."""

from __future__ import annotations

import pytest

from bot.matching.whole_name import whole_name
from bot.question import read

RISKS = "Tarn’s Federal Commission for Guard Against Storms and Tides works on it."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        (
            "Which body works on it?",
            RISKS,
            "Federal Commission",
            "Federal Commission for Guard Against Storms and Tides",
        ),
        ("Under what?", "They met under the Reed Pact on Tides.", "Reed Pact", "Reed Pact on Tides"),
        ("Who paid?", "The High Office for Pilots' budget paid.", "High Office", "High Office for Pilots"),
        ("Who got the work?", "It went to Rope Sheds of Tarn for £8.", "Tarn", "Rope Sheds of Tarn"),
        # What stands behind a body is no part of its name where it is a day, or a place where that is.
        ("Who met?", "The Lock Board on Monday met.", "Lock Board", "Lock Board"),
        ("Who met?", "The Lock Board in Tarn met.", "Lock Board", "Lock Board"),
        ("Who wrote?", "Ada Wren of Tarn wrote.", "Ada Wren", "Ada Wren"),
    ],
)
def test_a_name_is_told_to_its_end(question: str, sentence: str, marked: str, answer: str) -> None:
    begin = sentence.index(marked)
    told = whole_name(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[slice(*told)] == answer
