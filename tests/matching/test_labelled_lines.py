"""When and where a meeting was by the labelled lines of its minutes, which are no sentences to the reader."""

from __future__ import annotations

import datetime

import msgspec
import pytest
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.decision import READ_AT
from bot.matching.reading import SentenceReader
from bot.replies import Context, Reply
from facts.model import Meeting

WHEN = "When in April 2024 was the Norby School Council meeting held?"
WHERE = "Where was the Norby School Council meeting on 3 April 2024 held?"
NEXT = "When is the next meeting after the Norby School Council meeting on 3 April 2024?"


def said(question: str, day: str, place: str, by_hand: tuple[str, ...] = ()) -> Reply:
    """What is said of minutes with these lines, where the reader finds an answer in none of their sentences."""
    texts = ["Minutes of the Norby School Council", day, place, "Next meeting: 8 May 2024"]
    facts: list[Line] = [
        (day, "when", WHEN, "3 April 2024"),
        (place, "where", WHERE, "Norby Library"),
        (texts[-1], "when", NEXT, "8 May 2024"),
    ]
    meeting = Meeting("Norby School Council", date="2024-04-03", place="Norby Library")
    made = record("2024-04-03-norby", datetime.date(2024, 4, 3), meeting, texts, facts)
    index = Index([msgspec.structs.replace(made, by_hand=by_hand)])
    return reply(question, index, Context(), SentenceReader(lambda: StubReader(marks({}))))[0]


@pytest.mark.parametrize("day", ["Held on: 3 April 2024", "Date: 3 April 2024", "**Date of meeting:** 3 April 2024"])
@pytest.mark.parametrize("question", ["When did the school council meet?", "when was the council meeting"])
def test_the_day_of_a_labelled_line_is_given_though_the_reader_doubts_it(day: str, question: str) -> None:
    answer = said(question, day, "Location: Norby Library").answer
    assert answer is not None
    assert (answer.answer, answer.evidence) == ("3 April 2024", day)


@pytest.mark.parametrize("place", ["Location: Norby Library", "Venue: Norby Library", "Held at: Norby Library"])
def test_the_place_of_a_labelled_line_is_given_though_the_reader_doubts_it(place: str) -> None:
    answer = said("Where did the school council meet?", "Date: 3 April 2024", place).answer
    assert answer is not None
    assert (answer.answer, answer.evidence) == ("Norby Library", place)


def test_of_a_sentence_the_readers_doubt_counts() -> None:
    day, place = "The council came together on 3 April 2024.", "It sat in the Norby Library."
    assert said("When did the school council meet?", day, place).answer is None
    assert said("Where did the school council meet?", day, place).answer is None


def test_of_what_a_person_tells_of_the_meeting_the_readers_doubt_about_the_quote_counts_for_nothing() -> None:
    told = ("Ida Moss opened the session.", "It sat for an hour.")
    assert said("When did the school council meet?", *told).answer is None
    answer = said("When did the school council meet?", *told, by_hand=("f0",)).answer
    assert answer is not None
    assert answer.answer == "3 April 2024"
    assert answer.confidence >= READ_AT


@pytest.mark.parametrize(
    "question",
    [
        "When did the council approve the plan?",
        "Where will the council build the gym?",
        "When did the council meet in June?",
        "Where did the parish council meet?",
    ],
)
def test_a_labelled_line_answers_nothing_else(question: str) -> None:
    assert said(question, "Date: 3 April 2024", "Venue: Norby Library").answer is None
