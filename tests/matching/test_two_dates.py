"""A question on record with two dates, one of the meeting and one of what was decided, is found by the rules."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record

from bot.dialog import Context, plain_reply, reply
from bot.index import Index
from bot.matching.agreement import phrasing_dates
from bot.question import read
from facts.model import Meeting

MONDAY = "The council decided on Monday that lock tolls rise next month."
TOLLS = "Which tolls rise from 1 June 2024, as the council decided on 20 May 2024?"
PILOTS = "Pilot fees fall from 3 August."
FEES = "Which fees fall from 3 August, as the guild agreed on 7 May 2024?"
SHUT = "The mill will be shut from 9 July."
MILL = "What will be shut from 9 July?"
INDEX = Index(
    [
        record(
            "2024-05-22-tolls", datetime.date(2024, 5, 22), None, [MONDAY], [(MONDAY, "which", TOLLS, "lock tolls")]
        ),
        record(
            "2024-05-08-guild",
            datetime.date(2024, 5, 8),
            Meeting("Pilot Guild", (), "2024-05-07", "Brill", None, "Pilot Guild"),
            [PILOTS, SHUT],
            [(PILOTS, "which", FEES, "Pilot fees"), (SHUT, "what", MILL, "the mill")],
        ),
    ]
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (TOLLS, "lock tolls"),
        ("which tolls rise from june 1 2024, as the council decided on may 20", "lock tolls"),
        (FEES, "Pilot fees"),
        ("which fees fall from 3 august as the guild agreed on 7 may", "Pilot fees"),
    ],
)
def test_it_is_found_word_by_word_with_the_dates_of_its_question(question: str, answer: str) -> None:
    found = plain_reply(read(question), INDEX, Context())
    assert found is not None
    assert found[0].answer is not None
    assert found[0].answer.answer == answer


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("What will be shut from 9 July, as the guild agreed on 7 May 2024?", 1.0),
        ("What will be shut from 9 July?", 1.0),
        ("What will be shut from 7 May?", -1.0),
        ("What will be shut from 9 August, as the guild agreed on 7 May 2024?", -1.0),
    ],
)
def test_the_meetings_date_beside_another_need_not_be_in_the_question_on_record(question: str, fit: float) -> None:
    entry = next(each for each in INDEX.entries if each.fact.question == MILL)
    assert phrasing_dates(read(question).analysis, entry.phrasings[0].analysis, entry) == fit


@pytest.mark.parametrize(
    "question",
    [
        "Which tolls rise from 1 June 2024, as the council decided on 13 May 2024?",
        "Which tolls rise from 2 June 2024, as the council decided on 20 May 2024?",
        "Which fees fall from 4 August, as the guild agreed on 7 May 2024?",
        "What will be shut from 9 July, as the guild agreed on 8 March 2024?",
    ],
)
def test_what_has_another_date_is_not(question: str) -> None:
    assert reply(question, INDEX)[0].answer is None
