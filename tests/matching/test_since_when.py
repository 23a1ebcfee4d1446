"""A bare "since when?" is asked of what was talked about, never of any sentence that has the word."""

from __future__ import annotations

import datetime

import pytest
from quay_works import Line, record

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.since_when import is_since_when
from facts.model import Meeting

FERRY, POST = "2025-03-04-ferry-board", "2025-03-06-post-trust"
SHUT = "The slipway is shut since March 2023."
HELD = "She follows Mr Odo Lunt, who has held the office since 2021."
INDEX = Index(
    [
        record(
            FERRY,
            datetime.date(2025, 3, 4),
            Meeting("meeting of the Ferry Board", (), "2025-03-04", None, None, "meeting of the Ferry Board"),
            [SHUT],
            [
                (SHUT, "what", "What is shut?", "The slipway"),
                (SHUT, "when", "Since when is the slipway shut?", "March 2023"),
            ],
        ),
        record(
            POST,
            datetime.date(2025, 3, 6),
            Meeting("meeting of the Post Trust", (), "2025-03-06", None, None, "meeting of the Post Trust"),
            [HELD],
            [(HELD, "when", "Since when has Odo Lunt held the office?", "2021")],
        ),
    ]
)


@pytest.mark.parametrize("text", ["since when?", "And since when?", "since what year?", "until when?", "how long?"])
def test_with_no_question_before_nothing_is_given(text: str) -> None:
    assert reply(text, INDEX)[0].answer is None


@pytest.mark.parametrize("text", ["since when?", "and since when?", "since what year?", "how long?"])
def test_it_is_never_given_from_a_meeting_that_is_not_talked_about(text: str) -> None:
    said, _ = reply(text, INDEX, Context("Is the slipway open?", FERRY))
    assert said.answer is None
    assert all(each.article == FERRY for each in said.suggestions)


def test_it_is_given_where_the_sentence_talked_about_says_so() -> None:
    _, context = reply("What is shut?", INDEX)
    said, _ = reply("since when?", INDEX, context)
    assert said.answer is not None
    assert (said.answer.article, said.answer.answer) == (FERRY, "March 2023")


def test_a_time_told_without_its_year_is_found_where_it_stands() -> None:
    led = "The survey is led by Ada Wren since July, when Bo Lusk left in June."
    who: Line = (led, "who", "Who leads the survey?", "Ada Wren")
    when = "Since when is the survey led by Ada Wren?"
    for told, given in (("July 2024", "July 2024"), ("June 2024", None)):
        meeting = Meeting("meeting of the Ferry Board", (), "2025-03-04", None, None, "meeting of the Ferry Board")
        index = Index([record(FERRY, datetime.date(2025, 3, 4), meeting, [led], [who, (led, "when", when, told)])])
        _, context = reply("Who leads the survey?", index)
        said, _ = reply("since when?", index, context)
        assert (said.answer and said.answer.answer) == given


def test_a_question_that_says_of_what_is_none() -> None:
    assert not is_since_when("Since when is the slipway shut?")
