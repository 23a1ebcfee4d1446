"""A short question that names nothing is asked of the meeting talked about, and "the year before?" of its series."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, Reply, plain_reply, reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.question import read
from facts.model import Meeting

TILLS, MOOR_2023, MOOR_2024 = "2024-05-02-till-call", "2023-04-18-moor-council", "2024-04-16-moor-council"
CALLED = "Ada Wren, head of the Till Board, spoke by telephone with Odo Brask of the Weir Union."
GIVES = "She promised 300,000 crowns for the school of the board."
FUND = "The council voted a fund of 90,000 crowns of public money."
AWAY = "Osmark was absent."
CHAIRED_2023 = "The twelfth meeting of the Moor Council in Brill was chaired by Ivo Lund."
CHAIRED_2024 = "The thirteenth meeting of the Moor Council in Tarn was chaired by Mira Sand."


def _moor(number: int, date: str, place: str) -> Meeting:
    return Meeting("meeting of the Moor Council", (), date, place, None, "meeting of the Moor Council", number)


INDEX = Index(
    [
        record(
            TILLS,
            datetime.date(2024, 5, 2),
            Meeting("call of the Till Board", (), "2024-05-02", None, None, "call of the Till Board"),
            [CALLED, GIVES],
            [(CALLED, "who", "Who spoke with Odo Brask by telephone?", "Ada Wren")],
        ),
        record(
            MOOR_2023,
            datetime.date(2023, 4, 18),
            _moor(12, "2023-04-18", "Brill"),
            [CHAIRED_2023, FUND],
            [(CHAIRED_2023, "who", "Who chaired the twelfth meeting of the Moor Council?", "Ivo Lund")],
        ),
        record(
            MOOR_2024,
            datetime.date(2024, 4, 16),
            _moor(13, "2024-04-16", "Tarn"),
            [CHAIRED_2024, AWAY],
            [
                (CHAIRED_2024, "who", "Who chaired the thirteenth meeting of the Moor Council?", "Mira Sand"),
                (AWAY, "who", "Who was absent?", "Osmark"),
            ],
        ),
    ]
)
MARKED = {GIVES: "300,000 crowns", FUND: "90,000 crowns", AWAY: "Osmark", CHAIRED_2023: "Ivo Lund"}


def said(question: str, article: str, before: str, marked: dict[str, str] | None = None) -> Reply:
    reader = SentenceReader(lambda: StubReader(marks(MARKED if marked is None else marked)))
    return reply(question, INDEX, Context(before, article), reader)[0]


CALL = "Who spoke with Odo Brask by telephone?"


def test_how_much_money_is_asked_of_the_meeting_talked_about_though_another_has_the_word() -> None:
    answer = said("how much money", TILLS, CALL).answer
    assert answer is not None
    assert answer.answer == "300,000 crowns"


@pytest.mark.parametrize("question", ["who was absent", "how much money"])
def test_what_the_meeting_talked_about_does_not_tell_is_never_surely_told_of_another(question: str) -> None:
    given = said(question, TILLS, CALL, {FUND: "90,000 crowns", AWAY: "Osmark"})
    assert given.answer is None
    assert [each.article for each in given.suggestions][-1] in (MOOR_2023, MOOR_2024)


def test_it_is_not_told_even_where_another_meeting_has_it_on_record_word_by_word() -> None:
    assert plain_reply(read("Who was absent?"), INDEX, Context(CALL, TILLS)) is None


@pytest.mark.parametrize(
    "question", ["who was absent from the Moor Council", "who was absent in Tarn", "who was absent"]
)
def test_a_question_that_names_another_meeting_or_is_the_first_is_asked_of_all(question: str) -> None:
    reader = SentenceReader(lambda: StubReader(marks(MARKED)))
    context = Context() if question.endswith("absent") else Context(CALL, TILLS)
    answer = reply(question, INDEX, context, reader)[0].answer
    assert answer is not None
    assert answer.answer == "Osmark"


@pytest.mark.parametrize(
    ("question", "before"),
    [("no, in Tarn", "Who was absent in Brill?"), ("I mean from the Moor Council", "Who was absent?")],
)
def test_what_was_meant_is_asked_anew_of_any_meeting(question: str, before: str) -> None:
    answer = said(question, TILLS, before).answer
    assert answer is not None
    assert answer.answer == "Osmark"


THIS_YEAR = "Who chaired the Moor Council in Tarn?"


@pytest.mark.parametrize(
    "question", ["and the year before?", "who chaired it the year before?", "What about the previous year?"]
)
def test_the_year_before_is_asked_of_the_meeting_of_the_series_then(question: str) -> None:
    answer = said(question, MOOR_2024, THIS_YEAR).answer
    assert answer is not None
    assert (answer.answer, answer.article) == ("Ivo Lund", MOOR_2023)


@pytest.mark.parametrize(("question", "article"), [("and the year after?", MOOR_2024), ("and the year before?", TILLS)])
def test_a_year_of_which_no_meeting_of_the_series_is_on_record_is_not_on_record(question: str, article: str) -> None:
    assert said(question, article, THIS_YEAR).status == "none"


def test_a_last_year_of_another_meeting_is_no_year_before_of_the_one_talked_about() -> None:
    answer = said("Who was absent from the Moor Council a year earlier?", TILLS, CALL).answer
    assert answer is None or answer.article != TILLS


def test_a_question_left_open_that_names_no_meeting_leaves_the_talk_where_it_was() -> None:
    reader = SentenceReader(lambda: StubReader(marks({})))
    assert reply("did Latvia sign?", INDEX, Context(CALL, TILLS), reader)[1].article == TILLS


def test_a_short_question_is_not_answered_from_another_meeting_where_the_one_talked_about_lacks_its_word() -> None:
    reader = SentenceReader(lambda: StubReader(marks({FUND: "90,000 crowns"})))
    said, _ = reply("how much was the fund?", INDEX, Context("Who was absent?", TILLS), reader)
    assert said.answer is None


@pytest.mark.parametrize(
    ("asked", "before", "said"),
    [
        ("and the one before?", "Who chaired the thirteenth meeting of the Moor Council?", "Ivo Lund"),
        ("what about the previous meeting?", "Who chaired the thirteenth meeting of the Moor Council?", "Ivo Lund"),
        ("who chaired the one before that?", "Who chaired the thirteenth meeting of the Moor Council?", "Ivo Lund"),
        ("and the one before?", "Who chaired the twelfth meeting of the Moor Council?", None),
        ("and the next one?", "Who chaired the twelfth meeting of the Moor Council?", "Mira Sand"),
        ("and the one after?", "Who chaired the thirteenth meeting of the Moor Council?", None),
        ("and the one before?", "Who spoke with Odo Brask by telephone?", None),
        ("and in May?", "Who chaired the thirteenth meeting of the Moor Council?", None),
        ("and in April 2023?", "Who chaired the thirteenth meeting of the Moor Council?", "Ivo Lund"),
    ],
)
def test_the_one_before_is_of_the_body_talked_about_and_so_is_a_bare_date(
    asked: str, before: str, said: str | None
) -> None:
    reader = SentenceReader(lambda: StubReader(marks({**MARKED, CHAIRED_2024: "Mira Sand"})))
    _, context = reply(before, INDEX, Context(), reader)
    given = reply(asked, INDEX, context, reader)[0].answer
    assert (given.answer if given else None) == said
