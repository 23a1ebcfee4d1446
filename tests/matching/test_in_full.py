"""“and the mill council?” is asked in full, of names as they are on record, and of the right articles."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, Reply, reply
from bot.index import Index
from bot.matching.another_meeting import of_another_meeting
from bot.matching.in_full import in_full
from bot.matching.names_typed import with_capitals
from bot.matching.reading import SentenceReader
from bot.question import read
from facts.model import Meeting

LOCKS, MILLS = "2024-05-03-lock-board", "2024-06-03-mill-council"
LOCK_MET = "The Tarn Lock Board met in Brill on 2 May 2024."
LOCK_CHAIR = "Ada Wren chaired the board."
WEIR = "The Weir Guild offered 9,000 crowns, and Odo Falk spoke for it."
MILL_OFFERED = "The Osk Mill Council offered 4,000 crowns."
SHEDS = "The board spent 700 crowns on sheds in May and 900 crowns on sheds in June."
MILL_MET = "The Osk Mill Council met in Osmark on 2 June 2024."
MILL_CHAIR = "Ivo Brask chaired the council."
PILOTS = "The Pilot Society offered 3,000 crowns."
QUAY = "Tide gates will be put before the Quay tunnel."
NEXT = "The council will meet again in Osmark on 9 July 2024."


def _meeting(name: str, date: str, place: str) -> Meeting:
    return Meeting(name, (), date, place, None, name)


INDEX = Index(
    [
        record(
            LOCKS,
            datetime.date(2024, 5, 3),
            _meeting("Tarn Lock Board", "2024-05-02", "Brill"),
            [LOCK_MET, LOCK_CHAIR, WEIR, MILL_OFFERED, SHEDS],
            [
                (LOCK_CHAIR, "who", "Who chaired the Tarn Lock Board meeting on 2 May 2024?", "Ada Wren"),
                (LOCK_MET, "where", "Where did the Tarn Lock Board meet on 2 May 2024?", "Brill"),
            ],
        ),
        record(
            MILLS,
            datetime.date(2024, 6, 3),
            _meeting("Osk Mill Council", "2024-06-02", "Osmark"),
            [MILL_MET, MILL_CHAIR, PILOTS, NEXT],
            [
                (MILL_CHAIR, "who", "Who chaired the Osk Mill Council meeting on 2 June 2024?", "Ivo Brask"),
                (MILL_MET, "where", "Where did the Osk Mill Council meet on 2 June 2024?", "Osmark"),
            ],
        ),
    ]
)


def after(marked: dict[str, str], *questions: str) -> Reply:
    """The reply to the last of some questions in a row."""
    reader, context = SentenceReader(lambda: StubReader(marks(marked))), Context()
    for question in questions:
        said, context = reply(question, INDEX, context, reader)
    return said


@pytest.mark.parametrize(
    ("questions", "marked", "answer"),
    [
        # Another body on record, in whatever letters, is asked about in its own article.
        (("who chaired the tarn lock board", "and the osk mill council"), {MILL_CHAIR: "Ivo Brask"}, "Ivo Brask"),
        (("who chaired the tarn lock board", "what about osk mill council?"), {MILL_CHAIR: "Ivo Brask"}, "Ivo Brask"),
        (
            ("Who chaired the Tarn Lock Board meeting on 2 May 2024?", "and the Osk Mill Council?"),
            {MILL_CHAIR: "Ivo Brask"},
            "Ivo Brask",
        ),
        # A body that the article tells of is asked about in it, though it is another's own.
        (("How much did the Weir Guild offer?", "and the osk mill council?"), {MILL_OFFERED: "4,000 crowns"},
         "4,000 crowns"),
        # A month stands for a month.
        (("how much was spent on sheds in may", "and in june"), {SHEDS: "900 crowns"}, "900 crowns"),
    ],
)  # fmt: skip
def test_it_is_answered_of_what_is_named(questions: tuple[str, ...], marked: dict[str, str], answer: str) -> None:
    first = {LOCK_CHAIR: "Ada Wren", WEIR: "9,000 crowns"}
    given = after(first | marked, *questions).answer
    assert given is not None
    assert given.answer == answer


def test_a_follow_up_to_it_goes_on_from_the_question_in_full() -> None:
    marked = {LOCK_CHAIR: "Ada Wren", MILL_CHAIR: "Ivo Brask"}
    given = after(marked, "who chaired the tarn lock board", "and osk mill council", "and the tarn lock board").answer
    assert given is not None
    assert given.answer == "Ada Wren"


@pytest.mark.parametrize(
    ("before", "asked", "full"),
    [
        ("when is the next osk mill council meeting", "and the next tarn lock board?",
         "when is the next tarn lock board"),
        ("Where did the Osk Mill Council meet on 2 June 2024?", "and the Tarn Lock Board?",
         "Where did the Tarn Lock Board meet?"),
        ("Who chaired the Mill Council in Osmark?", "what about the Lock Board?", "Who chaired the Lock Board?"),
        # It is not clear what is asked of it.
        ("Who moved the sale?", "and the Tarn Lock Board?", None),
    ],
)  # fmt: skip
def test_another_meeting_takes_the_place_of_the_former_with_its_day_and_place(
    before: str, asked: str, full: str | None
) -> None:
    found = of_another_meeting(read(asked), before, 1, INDEX)
    assert found is not None
    assert found.articles == (0,)
    assert (found.question and found.question.text) == full


@pytest.mark.parametrize(
    "asked", ["and the Weir Guild?", "and where was the mill council?", "and in June?", "and Osmark?"]
)
def test_what_names_no_other_meeting_is_asked_of_the_one_talked_about(asked: str) -> None:
    assert of_another_meeting(read(asked), "Who chaired the Tarn Lock Board?", 0, INDEX) is None


def test_what_only_another_meeting_tells_of_it_is_offered() -> None:
    said = after(
        {WEIR: "9,000 crowns", PILOTS: "3,000 crowns"}, "how much did the weir guild offer", "and the pilot society"
    )
    assert said.answer is None
    assert said.suggestions[0].answer == "3,000 crowns"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("and the tarn lock board?", "and the Tarn Lock Board?"),
        ("what did falk say of the board", "what did Falk say of the board"),
        ("and bread?", "and bread?"),
        ("and the quay tunnel?", "and the Quay tunnel?"),
        ("and ada's quay", "and ada's quay"),
        ("will the tide gates open?", "will the tide gates open?"),
        ("", ""),
    ],
)
def test_names_are_written_as_they_are_told(text: str, named: str) -> None:
    assert with_capitals(text, [LOCK_MET, LOCK_CHAIR, WEIR, QUAY]) == named


ELECTED = "Ivo Brask won with 40 votes; his rival, Odo Falk, had 31."
RACE = Index([record("race", datetime.date(2024, 5, 3), _meeting("Ferry Club", "2024-05-02", "Brill"), [ELECTED], [])])


@pytest.mark.parametrize(
    ("before", "asked", "full"),
    [
        ("How many votes did Ivo Brask have?", "and his rival?", "How many votes did his rival have?"),
        # Of whom it is told is not sure.
        ("How many votes did Odo Falk have?", "and his opponent?", None),
        ("How many votes did Ivo Brask have?", "and his deputy?", None),
    ],
)
def test_of_his_rival_it_is_asked_where_he_is_told_of_as_his(before: str, asked: str, full: str | None) -> None:
    found = in_full(read(asked), before, 0, RACE)
    assert (found.question.text if found else None) == full
