"""Answers that a stranger understands, and no longer than was asked for."""

from __future__ import annotations

import pytest

from facts.extract.draft import Draft
from facts.extract.loose_ends import loose_end, without_side_clause


def draft(answer: str, rule: str = "statement.said", question: str = "What did Ada Wren say about the pier?") -> Draft:
    return Draft("what", question, answer, (0, 1), rule=rule)


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("a vote on the levy, which needed three quarters to pass", "a vote on the levy"),
        ("a second opinion from the forester, who could not come", "a second opinion from the forester"),
        ("the mayor, who had asked for it, and the clerk", "the mayor, who had asked for it, and the clerk"),
        ("a levy, which was late", "a levy, which was late"),
        ("the levy that was late", "the levy that was late"),
        ('it was "a levy, which was late"', 'it was "a levy, which was late"'),
    ],
)
def test_a_clause_that_only_adds_something_at_the_end_is_left_out(answer: str, left: str) -> None:
    assert without_side_clause(draft(answer)).answer == left


@pytest.mark.parametrize(
    "answer",
    ["hold a summit in Lunn next month", "it would close today for good", "he would leave on Friday for Zell"],
)
def test_a_day_that_only_the_text_makes_known_is_no_answer(answer: str) -> None:
    assert "is a day" in (loose_end(draft(answer, "statement.spoken")) or "")


@pytest.mark.parametrize("answer", ["it would close on Friday 3 May for good", "it is today’s safest harbour"])
def test_a_day_with_its_date_is_one(answer: str) -> None:
    assert loose_end(draft(answer, "statement.spoken")) is None


def test_of_what_was_said_one_thing_is_told() -> None:
    assert loose_end(draft("it was old and that nobody used it")) is not None
    assert loose_end(draft("it was old and nobody used it")) is None


def test_what_somebody_agreed_to_do_is_more_than_a_word_or_three() -> None:
    asked = "What did Ada Wren refuse to do in May 2020?"
    assert loose_end(draft("comment", "decision.agreed", asked)) is not None
    assert loose_end(draft("sell the old station", "decision.agreed", asked)) is None


@pytest.mark.parametrize(
    ("question", "answer", "repeats"),
    [
        ("What did Ada Wren say about the old pier in May 2020?", "the old pier was hers", True),
        ("What did Ada Wren tell reporters about eels, according to the report on Lunn?", "eels were safe there", True),
        ("What did Ada Wren say about the old pier in May 2020?", "it was hers and nobody else's", False),
        (
            "What did Ada Wren say about the old pier in May 2020?",
            "the old pier, built of oak, would shut its upper deck until Easter",
            False,
        ),
        ("What did Ada Wren say about the pier at the Lunn Pier Board meeting?", "it would close in May", False),
    ],
)
def test_an_answer_does_not_say_over_what_was_asked_about(question: str, answer: str, repeats: bool) -> None:
    assert (loose_end(draft(answer, question=question)) is not None) == repeats


@pytest.mark.parametrize(
    ("answer", "told"),
    [("shut it in the summer", False), ("to get it down to 3%", False), ("mend the pier and paint it", True)],
)
def test_what_is_done_to_something_names_it(answer: str, told: bool) -> None:
    asked = "What does the Lunn Harbour Board want to do?"
    assert (loose_end(draft(answer, "event.planned", asked)) is None) == told
