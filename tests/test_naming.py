"""What follows from a question: a fact's id and its kind."""

from __future__ import annotations

import itertools

import pytest

from facts.naming import first_free, kind_of, numbered, stem


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who chaired it?", "who"),
        ("To whom was it sent?", "who"),
        ("Whose idea was it?", "who"),
        ("When was it?", "when"),
        ("On what day was it?", "when"),
        ("Where did they meet?", "where"),
        ("Why did they meet?", "why"),
        ("How was it held?", "how"),
        ("How many came?", "how_many"),
        ("How often do they meet?", "how_many"),
        ("In which city was it?", "which"),
        ("What was agreed?", "what"),
        ("What does ADMM stand for?", "definition"),
        ("What is the acronym of the board?", "definition"),
        ("Did they say who came?", "yes_no"),
        ("Was it adopted?", "yes_no"),
        ("Name all members.", "list"),
        ("the budget", "what"),
        ("", "what"),
    ],
)
def test_the_kind_of_a_question_is_guessed_by_its_question_word(question: str, kind: str) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who chaired the ADSOM+ WG’s meeting in Hanoi on 7 July?", "who-chaired-adsom-wg-meeting-in"),
        ("Où est Björn?", "ou-est-bjorn"),
        ("谁?", "who"),
    ],
)
def test_an_id_begins_with_the_first_words_of_the_question(question: str, expected: str) -> None:
    assert stem(question, "who") == expected


def test_ids_that_begin_alike_are_numbered() -> None:
    assert list(itertools.islice(numbered("a"), 3)) == ["a", "a-2", "a-3"]
    assert first_free("a", {"a", "a-3"}) == "a-2"
