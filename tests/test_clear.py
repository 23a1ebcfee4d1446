"""Which questions the gate of drafts lets through."""

from __future__ import annotations

import pytest

from facts.extract.clear import is_clear
from facts.extract.draft import Draft

CLEAR = (
    "Since when has Ada Wren been mayor of Ostford?",
    "What did the US deny at the Tarn Council meeting on 3 May 2020?",
    "What did Ada Wren praise at Mayor Ada Wren’s Meeting with His Majesty King Dag II of Lomond on 3 May 2020?",
    "When was the pier closed, according to the report “We lost our ferry to Tarn”?",
    "When was the President’s Meeting with the Tarn Pilots held?",
    "Who did the Tarn Council appoint clerk with effect from 3 May 2020?",
    "What did the 20 May 2024 meeting of the Tarn Committee agree to do?",
    "What part of Ada Wren’s plan did Bo Lusk welcome on 3 May 2020?",
)
UNCLEAR = (
    "What did they deny at the Tarn Council meeting on 3 May 2020?",
    "What did us deny at the Tarn Council meeting on 3 May 2020?",
    "When was their pier closed, according to the report “Ferry to Tarn sinks in storm”?",
    "Who met the president of Ostford and the committee?",
    "How many members of the Tarn Club voted for Ada Wren and two for Bo Lusk?",
    "How many former members of the Tarn Club did Ada Wren praise as at the Tarn Council meeting?",
    "What Ada Wren's efforts did Bo Lusk welcome on 3 May 2020?",
    "Who did the Tarn Council appoint with effect, according to the report on its meeting on 3 May 2020?",
    "What did the 20 May 2024 the Tarn Committee agree to do in May 2024?",
    "What did date 20 May 2024 agree at the Tarn Council meeting?",
    'What did Ada Wren say about "no approach ", according to the report on the Tarn Council meeting on 3 May 2020?',
    f"What did Ada Wren say about {'the very ' * 20}old pier at the Tarn Council meeting?",
)


@pytest.mark.parametrize("question", CLEAR)
def test_a_question_that_names_what_it_is_about_is_clear(question: str) -> None:
    assert is_clear(Draft("what", question, "a levy on moorings", (0, 1), rule="event.what"))


@pytest.mark.parametrize("question", UNCLEAR)
def test_a_question_that_points_somewhere_or_is_long_is_not(question: str) -> None:
    assert not is_clear(Draft("what", question, "a levy on moorings", (0, 1), rule="event.what"))


@pytest.mark.parametrize(
    ("answer", "clear"),
    [
        ("Ada Wren and two for Bo Lusk", False),
        ("pilots at the signing of the Lock Act of", False),
        ("what the toll is for", True),
        ("the lock and 3 against", False),
        ("nine for and three against", True),
        ("9 votes for the lock and 3 against it", True),
        ("two locks and two ferries for Tarn", True),
        ("one by its law, the latter by its purse", False),
        ("the former mayor of Tarn", True),
    ],
)
def test_what_was_counted_with_the_next_count_is_no_answer(answer: str, *, clear: bool) -> None:
    question = "What did the Tarn Club vote for on 3 May 2020?"
    assert is_clear(Draft("what", question, answer, (0, 1), rule="event.about")) is clear


@pytest.mark.parametrize(
    ("answer", "clear"),
    [
        ("the offer was “an insult to the pilots", False),
        ("an insult” to every “pilot of Tarn", False),
        ("‘the pier is rotten and the crane leaks", False),
        ("the pilots’ ‘old’ pier", True),
        ("the pilots' boats and piers", True),
        ("the pier was “rotten”, and the crane “rusty”", True),
        ("boats of the '90s and rock 'n' roll", True),
    ],
)
def test_an_answer_has_no_half_of_a_quotation(answer: str, *, clear: bool) -> None:
    question = "What did Ada Wren say about the Tarn harbour on 3 May 2020?"
    assert is_clear(Draft("what", question, answer, (0, 1), rule="event.what")) is clear
