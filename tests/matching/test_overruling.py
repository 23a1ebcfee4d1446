"""A person's fact wins over the compiled ones of every article about the meeting, and over those of no other."""

from __future__ import annotations

import datetime

import msgspec
import pytest
from quay_works import Line, record

from bot.dialog import reply
from bot.index import Index
from facts.model import Meeting, Record

HELD = Meeting("Tidal Board of Brill", ("TBB",), "2020-06-29", "Brill")
QUESTION = "Who attended the Tidal Board of Brill?"
ASKED = "who attended Tidal Board of Brill"


def told(article: str, answer: str, *, by_hand: bool = False, meeting: Meeting = HELD, asks: str = QUESTION) -> Record:
    sentence = f"{answer} attended the Tidal Board of Brill."
    lines: list[Line] = [(sentence, "who", asks, answer)]
    made = record(article, datetime.date(2020, 6, 30), meeting, [sentence], lines)
    return msgspec.structs.replace(made, by_hand=("f0",)) if by_hand else made


def answers(*records: Record) -> set[str]:
    said, _ = reply(ASKED, Index(records))
    assert said.answer is not None
    return {said.answer.answer, *(each.answer for each in said.suggestions)}


OTHER_DAY = msgspec.structs.replace(HELD, date="2020-07-29")


def test_of_two_articles_about_a_meeting_that_of_a_person_answers() -> None:
    compiled = told("b-courier", "Bo Lusk")
    assert answers(told("a-post", "Ada Moss"), compiled) == {"Ada Moss", "Bo Lusk"}
    assert answers(told("a-post", "Ada Moss", by_hand=True), compiled) == {"Ada Moss"}
    assert answers(told("a-post", "Ada Moss", by_hand=True), told("b-courier", "Bo Lusk", by_hand=True)) == {
        "Ada Moss",
        "Bo Lusk",
    }


@pytest.mark.parametrize(
    "other",
    [
        told("b-courier", "Bo Lusk", meeting=OTHER_DAY),
        told("b-courier", "Bo Lusk", meeting=msgspec.structs.replace(HELD, date=None)),
        told("b-courier", "Bo Lusk", meeting=msgspec.structs.replace(HELD, name="Ferry Club", aliases=())),
        told("b-courier", "Bo Lusk", asks="Who really attended the Tidal Board of Brill?"),
    ],
    ids=["another day", "no day", "another name", "another question"],
)
def test_of_another_meeting_or_to_another_question_compiled_facts_answer(other: Record) -> None:
    assert "Bo Lusk" in answers(told("a-post", "Ada Moss", by_hand=True), other)
