"""What is told by name behind a word for all of it."""

from __future__ import annotations

import pytest

from bot.matching.such_as import owner, told_by_name
from bot.question import read

TOOLS = "It grew by open tools such as Pilot of Tarn, Lamps for Reed and Lode."
FEARS = "They told of fears for the lock, including the issues of theft, leaks of oil, and storms."
SAFE = "It must shield all our people, especially the oldest, and put weight on work."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("Which tools made it grow?", TOOLS, "open tools", "Pilot of Tarn, Lamps for Reed and Lode"),
        ("What fears for the lock did they have?", FEARS, "fears for the lock", "theft, leaks of oil, and storms"),
        ("Who above all is to be kept safe?", SAFE, "people", "people, especially the oldest"),
        (
            "What is it about the Tarn levy that troubles her?",
            "She told of the effects of the Tarn levy, particularly on bread and fuel.",
            "effects of the Tarn levy",
            "effects of the Tarn levy, particularly on bread and fuel",
        ),
        # A name is its own answer, and a reason for something none of its kinds.
        ("Which tool made it grow?", "It grew by the Pilot Tool, such as it is.", "Pilot Tool", "Pilot Tool"),
        (
            "Which locks are to be mended?",
            "They are to mend the old locks, particularly in light of the storms.",
            "the old locks",
            "the old locks",
        ),
    ],
)
def test_a_general_word_gives_way_to_what_it_stands_for(question: str, sentence: str, marked: str, answer: str) -> None:
    begin = sentence.index(marked)
    told = told_by_name(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[slice(*told)] == answer


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        (
            "Which guild's report was read?",
            "The Reed Guild’s last report on tolls was read.",
            "Reed Guild’s last report",
            "Reed Guild",
        ),
        ("Whose boats burnt?", "The Tarn pilots' boats burnt.", "The Tarn pilots' boats", "The Tarn pilots"),
        (
            "Whose threats were named?",
            "Those of the People’s League were.",
            "the People’s League",
            "the People’s League",
        ),
        (
            "Which report was read?",
            "The Reed Guild’s last report was read.",
            "Reed Guild’s last report",
            "Reed Guild’s last report",
        ),
        ("What is the pilots' plan?", "Tarn’s 9-year plan is theirs.", "Tarn’s 9-year plan", "Tarn’s 9-year plan"),
    ],
)
def test_whose_something_is_is_told_without_the_thing(question: str, sentence: str, marked: str, answer: str) -> None:
    begin = sentence.index(marked)
    told = owner(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[slice(*told)] == answer
