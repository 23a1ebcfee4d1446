"""Who did what is asked about stands before its verb, and to whom it was done behind it."""

from __future__ import annotations

import pytest
from quay_works import THIRD, Line, record

from bot.index import Index
from bot.matching.by_its_verb import by_its_verb
from bot.matching.checks.facts import refused_by
from bot.question import read

INVITES = "Ada Wren moves to invite Bo de Lusk to join the board."
SECONDED = "Cllr Wren accepted the task Cllr Lusk seconded the motion."
ANNOUNCED = "Ada Wren, head of ferries and locks, announced a pier, and two huts, in May, which Lusk liked."
GOT = "In May the guild had asked for 9 crowns and got 4 after a strike of two days."
TWO = "Ada Wren chairs the Guild, Bo Lusk the Board."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("Whom did the board invite?", INVITES, "Ada Wren", "Bo de Lusk"),
        ("Who seconded it?", SECONDED, "Cllr Wren", "Cllr Lusk"),
        ("Who chairs the guild?", TWO, "Bo Lusk", "Ada Wren"),
        (
            "Who heads the pilots?",
            "Mayor Ek voted for it, his brother Finn, who heads the pilots, against.",
            "Ek",
            "Finn",
        ),
        ("What did Ada Wren announce?", ANNOUNCED, "head of ferries and locks", "a pier, and two huts, in May"),
        # What they did next stands behind its own verb.
        ("And what did it get?", GOT, "9 crowns", "4"),
        ("What did it ask for?", GOT, "9 crowns", "9 crowns"),
        ("What did it get?", "It asked for 9 crowns and the mill got 4.", "9 crowns", "9 crowns"),
        # What is told of another, or was done by the one asked about, stays as it is marked.
        ("What did Bo Lusk announce?", ANNOUNCED, "head of ferries and locks", "head of ferries and locks"),
        ("What did Wren announce?", "The levy, of May, was announced by Wren.", "The levy", "The levy"),
        ("What did Wren want to buy?", "Wren, who owns a boat, wanted to buy a hut.", "a boat", "a boat"),
        # What stands with another verb that is left out is no less beside it.
        ("Who chairs the board?", TWO, "Bo Lusk", "Bo Lusk"),
        # Where those are who did it is not who they are.
        ("Who blamed the pact?", "Bo Lusk and mayors in Tarn blamed the pact.", "Bo Lusk", "Bo Lusk"),
        # Who did it, and who it was done by, stand the other way round.
        ("Who was seconded by Lusk?", SECONDED, "Cllr Wren", "Cllr Wren"),
        ("Whom did they ask?", "Bo Lusk was asked Ada Wren's price.", "Bo Lusk", "Bo Lusk"),
        ("Who told them?", "Bo Lusk, a pilot, said: She told them.", "Bo Lusk", "Bo Lusk"),
    ],
)
def test_the_name_told_is_on_its_side_of_the_verb(question: str, sentence: str, marked: str, answer: str) -> None:
    begin = sentence.index(marked)
    told = by_its_verb(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[slice(*told)] == answer


def test_a_fact_that_tells_who_did_it_does_not_answer_whom_it_was_done_to() -> None:
    line: Line = (INVITES, "who", "Who moves to invite Bo de Lusk?", "Ada Wren")
    fact = Index([record(THIRD, None, None, [INVITES], [line])]).entries[0]
    assert refused_by(read("Whom did the guild invite?"), fact, "Ada Wren")
    assert not refused_by(read("Who moves to invite Bo de Lusk?"), fact, "Ada Wren")
