"""A bare "since when?" is asked of what was talked about, never of any sentence that has the word."""

from __future__ import annotations

import datetime

import pytest
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.reading import SentenceReader
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


CLOSED = "The lock house has been closed since October 2029 and stays closed until May 2032."
WARDEN = "The warden, who has lived there since 1998, moved to Ladbury."
MILL = "The mill is let to Ana Reis until 2034; it has stood empty since 2027."


def talk(sentence: str, first: tuple[str, str], *asked: tuple[str, str]) -> list[str | None]:
    """What is answered to questions asked in a row, of which each has the words that the reader marks."""
    index = Index([record(FERRY, datetime.date(2025, 3, 4), None, [sentence], [])])
    context, answers = Context(), []
    for question, words in (first, *asked):
        stub = StubReader(marks({sentence: words}, yes=0.97 if question.startswith("Is") else 0.0))
        said, context = reply(question, index, context, SentenceReader(lambda stub=stub: stub))  # type: ignore[misc]
        answers.append(said.answer.answer if said.answer else None)
    return answers[1:]


def test_until_when_is_asked_of_what_was_talked_about_before_since_when() -> None:
    asked = [("since when?", "October 2029"), ("until when?", "May 2032"), ("since when?", "October 2029")]
    assert talk(CLOSED, ("Is the lock house closed?", "closed"), *asked) == ["October 2029", "May 2032", "October 2029"]


def test_what_is_not_told_leaves_what_is_talked_about() -> None:
    told = "The slipway has been shut since 3 March 2024."
    asked = [("until when?", "3 March 2024"), ("since when?", "3 March 2024")]
    assert talk(told, ("Is the slipway shut?", "shut"), *asked) == [None, "3 March 2024"]


def test_since_when_something_else_is_so_is_not_given() -> None:
    assert talk(WARDEN, ("Who moved to Ladbury?", "The warden"), ("since when?", "1998")) == [None]
    assert talk(MILL, ("Who is the mill let to?", "Ana Reis"), ("since when?", "2027")) == [None]
    assert talk(MILL, ("Who is the mill let to?", "Ana Reis"), ("until when?", "2034")) == ["2034"]


def test_a_time_is_given_as_it_is_meant_where_the_sentence_tells_it_otherwise() -> None:
    told = "The café will be shut until October, the board said."
    assert talk(told, ("Is the café shut?", "shut"), ("until when?", "October")) == ["October 2025"]
