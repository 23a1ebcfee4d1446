"""What follows a question that was not answered is asked of the meeting that this was about, or surely of none."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, Reply, reply
from bot.index import Index
from bot.matching.conversation import context_after
from bot.matching.reading import SentenceReader
from bot.question import read
from facts.model import Meeting

MILL, REED = "2024-05-02-mill-owners", "2024-06-04-reed-council"
MILL_MET = "The mill owners of Osmark met on 30 April in Lode."
WHEELS = "They counted 40 wheels."
REED_MET = "The Reed Town Council held its meeting at the Tithe Barn on 4 June 2024, with Bo Lusk in the chair."
LEFT = "Mira Sand left early."

INDEX = Index(
    [
        record(MILL, datetime.date(2024, 5, 2), None, [MILL_MET, WHEELS], []),
        record(
            REED,
            datetime.date(2024, 6, 5),
            Meeting("Reed Town Council", (), "2024-06-04", "Tithe Barn", None, "Reed Town Council"),
            [REED_MET, LEFT],
            [
                (REED_MET, "who", "Who chaired the Reed Town Council meeting on 4 June 2024?", "Bo Lusk"),
                (REED_MET, "where", "Where was the Reed Town Council meeting on 4 June 2024 held?", "Tithe Barn"),
            ],
        ),
    ]
)
MARKED = {REED_MET: "Bo Lusk", WHEELS: "40 wheels"}


def last_said(*questions: str) -> Reply:
    reader, context = SentenceReader(lambda: StubReader(marks(MARKED))), Context()
    for question in questions:
        said, context = reply(question, INDEX, context, reader)
    return said


@pytest.mark.parametrize("between", ["where was it held?", "when was the meeting?", "who spoke?"])
def test_what_is_asked_after_an_unanswered_question_stays_with_the_meeting_talked_about(between: str) -> None:
    said = last_said("how many wheels did the mill owners count?", between, "who chaired it?")
    assert said.answer is None or said.answer.article == MILL
    assert reply(between, INDEX, Context("how many wheels did the mill owners count?", MILL))[1].article == MILL


@pytest.mark.parametrize("unknown", ["How many dogs did the Elm Town Council buy?", "what did the elm farmers say?"])
@pytest.mark.parametrize("before", [(), ("Who chaired the Reed Town Council meeting on 4 June 2024?",)])
def test_it_is_no_meeting_on_record_where_the_question_before_was_about_none(
    unknown: str, before: tuple[str, ...]
) -> None:
    said = last_said(*before, unknown, "who chaired it?")
    assert said.answer is None
    assert said.status in ("suggest", "none")


def test_it_is_the_meeting_that_an_unanswered_question_tells_all_of() -> None:
    said = last_said("Why did Mira Sand leave the Reed Town Council?", "who chaired it?")
    assert said.answer is not None
    assert said.answer.answer == "Bo Lusk"


def test_what_needs_nothing_that_was_said_before_is_answered_after_an_unanswered_question() -> None:
    said = last_said("What did the Elm farmers say?", "Who chaired the Reed Town Council meeting?")
    assert said.answer is not None
    assert said.answer.article == REED


@pytest.mark.parametrize(
    ("question", "article", "guessed"),
    [
        ("Why did Mira Sand leave?", REED, False),
        ("Why did Mira Sand leave on 3 May 2021?", REED, True),
        ("Why did Ada Wren leave the Reed Town Council?", REED, True),
        ("Who paid?", MILL, False),
        ("Did they pay?", MILL, False),
        ("And the Elm Council?", MILL, True),
    ],
)
def test_what_a_chat_talks_about_is_guessed_where_an_unanswered_question_tells_more(
    question: str, article: str, guessed: bool
) -> None:
    before = Context("How many wheels?", MILL) if article == MILL else Context()
    nothing = Reply("none", question, reason="not_on_record")
    after = context_after(nothing, read(question), INDEX, before, article)
    assert (after.article, after.guessed) == (article, guessed)
