"""What "which …" asks for has that noun in its name."""

from __future__ import annotations

import pytest

from bot.matching.of_that_sort import of_that_sort
from bot.question import read

TWO_ACTS = "The clerk linked it with the Mooring and Pilotage Act (MAPA) and the Long Quay Act."
BILL = "They backed the bill brought in by Senator Ada Wren and Bo Lusk yesterday."
HEAD = "Bo Lusk, deputy head of works for the Lamp Repair Initiative, Reed Island Guild"


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        # The short name that a question has names the act, too, that is written out before it.
        ("Which act was named along with MAPA?", TWO_ACTS, "Mooring and Pilotage Act", "Long Quay Act"),
        ("Which senator brought it in?", BILL, "yesterday", "Senator Ada Wren"),
        ("For which of its initiatives does he do that?", HEAD, "Bo Lusk", "Lamp Repair Initiative"),
        (
            "Which lines should the port follow?",
            "It is to follow the 1931 lines with a new quay.",
            "a new quay",
            "1931 lines",
        ),
        (
            "In which category did it put the licence?",
            "That it be put as a harbour licence in the Seldom Used category of licences.",
            "a harbour licence",
            "Seldom Used",
        ),
        (
            "Which framework did Tarn and Brill present?",
            "The Silver Lock Framework for Safe Ports",
            "Silver",
            "Silver Lock Framework for Safe Ports",
        ),
        (
            "Which lines should it follow?",
            "It is to follow the 1931 lines with quays that Tarn agrees to.",
            "quays that Tarn agrees to",
            "1931 lines",
        ),
        # Another name may be of the sort without saying so, and one marked whole is left as it is.
        (
            "Which company bought it?",
            "Osmark Brothers bought the Reed Ferry Company.",
            "Osmark Brothers",
            "Osmark Brothers",
        ),
        ("Which governor met them?", "They met Tarn Governor Ada Wren at noon.", "Ada Wren", "Ada Wren"),
        # What the question names is not what it asks for.
        (
            "Which act did the Long Quay Act replace?",
            "The Long Quay Act replaced the old rules.",
            "the old rules",
            "the old rules",
        ),
        # Of two that have the noun, neither is told to be the one.
        ("Which board met?", "The Lock Board and the Quay Board met the pilots.", "the pilots", "the pilots"),
    ],
)
def test_what_has_the_noun_asked_for_in_its_name_answers(
    question: str, sentence: str, marked: str, answer: str
) -> None:
    begin = sentence.index(marked)
    told = of_that_sort(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[slice(*told)] == answer
