"""Which questions say their own answer."""

from __future__ import annotations

import pytest

from facts.extract.draft import Draft
from facts.extract.given_away import gives_away
from facts.model import Kind
from facts.parse.acronyms import Acronym

FORMS = (Acronym("TRC", "Tarn River Commission", (0, 21), (23, 26)),)


@pytest.mark.parametrize(
    ("kind", "question", "answer"),
    [
        ("who", "Who held the Tarn Harbour Board meeting on 3 May 2020?", "the Tarn Harbour Board, on 3 May 2020"),
        ("who", "Who adopted a budget at the 9th Session of the TRC?", "the Tarn River Commission"),
        ("where", "Where have pilots clashed, according to the report “Pilots clash in Ostford”?", "Ostford"),
        ("what", "What has Ada Wren opened, according to the report on the harbour meeting?", "a harbour meeting"),
    ],
)
def test_a_question_with_all_words_of_its_answer_is_no_question(kind: Kind, question: str, answer: str) -> None:
    assert gives_away(Draft(kind, question, answer, (0, 1), rule="event.who_did"), FORMS)


@pytest.mark.parametrize(
    ("kind", "question", "answer", "rule"),
    [
        ("who", "Who opened the Tarn pier?", "the Tarn Harbour Board", "event.who_did"),
        ("where", "Where were the Oslo talks held?", "Oslo", "meeting.where"),
        ("yes_no", "Did Ada Wren say yes?", "Yes", "vote.item"),
        ("how_many", "How many of the 9 pilots left?", "9", "count.how_many"),
    ],
)
def test_a_question_for_more_than_it_says_is_one(kind: Kind, question: str, answer: str, rule: str) -> None:
    assert not gives_away(Draft(kind, question, answer, (0, 1), rule=rule), FORMS)
