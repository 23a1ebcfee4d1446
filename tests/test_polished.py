"""What a question for a deed says of it, and how an answer begins."""

from __future__ import annotations

import pytest

from facts.extract.draft import Draft
from facts.extract.polished import unloaded

QUESTIONS = {
    "When did the Tarn Board pass the Pier Bill by nine votes to four?": "When did the Tarn Board pass the Pier Bill?",
    "Who passed the Pier Bill by 31 votes to 12 with three abstentions on 4 May 2021?": (
        "Who passed the Pier Bill on 4 May 2021?"
    ),
    "For how long was Ada Wren elected Dean of Tarn in succession to Professor Bo Ek?": (
        "For how long was Ada Wren elected Dean of Tarn?"
    ),
    # No vote, and nobody before
    "Who passed the bill by hand on 4 May 2021?": "Who passed the bill by hand on 4 May 2021?",
    "Who won four games in succession on 4 May 2021?": "Who won four games in succession on 4 May 2021?",
}


@pytest.mark.parametrize(("question", "expected"), QUESTIONS.items())
def test_a_question_for_a_deed_does_not_tell_the_vote_on_it_nor_who_was_before(question: str, expected: str) -> None:
    assert unloaded(Draft("who", question, "Ada Wren", (0, 9), rule="event.who_did")).question == expected


def test_what_was_done_is_asked_for_by_the_vote_too() -> None:
    question = "What did the Tarn Board approve by nine votes to four?"
    assert unloaded(Draft("what", question, "the bill", (0, 9), rule="event.what")).question == question
