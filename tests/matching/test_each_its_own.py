"""Of several that each have their own, the one told is of whom a question names."""

from __future__ import annotations

import pytest

from bot.matching.each_its_own import each_its_own
from bot.question import read

BOARDS = "The boards led by Ada Wren and Bo de Lusk sat down at 11.30 AM and 11 AM respectively."
PORTS = "Tarn, Reed and Osmark paid £4, £7 and £9 respectively."
SISTER = "The head of the guild will not be Ada Wren but her sister, Eda Wren."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("and that of Lusk?", BOARDS, "11.30", "11 AM"),
        ("When did Ada Wren's sit?", BOARDS, "11 AM", "11.30 AM"),
        ("How much did Reed pay?", PORTS, "£9", "£7"),
        # Where more than one is named, or none, the words marked stay.
        ("How much did Reed and Tarn pay?", PORTS, "£9", "£9"),
        ("How much was paid?", PORTS, "£9", "£9"),
        ("Who paid £7?", PORTS, "Reed", "Reed"),
        ("Who will be head of the guild?", SISTER, "Ada Wren", "her sister, Eda Wren"),
        ("Who will not be head of the guild?", SISTER, "Ada Wren", "Ada Wren"),
        ("Who came?", "Not only Ada Wren but all pilots came.", "Ada Wren", "Ada Wren"),
    ],
)
def test_the_one_of_whom_a_question_names_is_told(question: str, sentence: str, marked: str, answer: str) -> None:
    begin = sentence.index(marked)
    told = each_its_own(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[slice(*told)] == answer
