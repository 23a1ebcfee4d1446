"""A bare "where was it?" or "when was that?" is about what was answered, or the meeting that this belongs to."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, Reply, reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.matching.talked_about import scope_of
from bot.question import read
from facts.model import Meeting

REEF = "2024-05-03-reef-council"
HELD = "The Reef Council met in Port Adair on 2 May 2024."
LED = "The pilots were led by Ada Wren."
PAID = "The council pays 9 million crowns over two years."
OPENED = "Odo Brask opened the lighthouse of Tarn on 9 April 2024."
TRAINED = "Forty divers a year will be trained in Osmark from June."
LENT = "Ivo Lund lent a boat in Brill."
MEETING = Meeting("Reef Council", (), "2024-05-02", "Port Adair", None, "Reef Council")
INDEX = Index(
    [
        record(
            REEF,
            datetime.date(2024, 5, 3),
            MEETING,
            [HELD, LED, PAID, OPENED, TRAINED, LENT],
            [
                (HELD, "when", "When was the Reef Council meeting held?", "2 May 2024"),
                (HELD, "where", "Where was the Reef Council meeting held?", "Port Adair"),
                (LED, "who", "Who led the pilots?", "Ada Wren"),
                (PAID, "how_many", "How much does the Reef Council pay?", "9 million crowns"),
                (OPENED, "who", "Who opened the lighthouse of Tarn?", "Odo Brask"),
                (TRAINED, "how_many", "How many divers will be trained?", "40"),
                (TRAINED, "where", "Where will forty divers a year be trained?", "Osmark"),
                (LENT, "who", "Who lent a boat?", "Ivo Lund"),
            ],
        )
    ]
)
MARKED = {LED: "Ada Wren", PAID: "9 million crowns over two years", OPENED: "Odo Brask", TRAINED: "Forty divers"}


def said(first: str, then: str, marked: dict[str, str] | None = None) -> Reply:
    reader = SentenceReader(lambda: StubReader(marks(MARKED if marked is None else marked)))
    context = reply(first, INDEX, Context(), reader)[1]
    assert context.article == REEF
    return reply(then, INDEX, context, reader)[0]


@pytest.mark.parametrize("first", ["Who led the pilots?", "How much does the Reef Council pay?"])
@pytest.mark.parametrize(
    ("then", "answer"),
    [
        ("where was it?", "Port Adair"),
        ("and where was that?", "Port Adair"),
        ("when was it?", "2 May 2024"),
        ("when was that?", "2 May 2024"),
    ],
)
def test_it_is_the_meeting_that_the_answer_belongs_to(first: str, then: str, answer: str) -> None:
    given = said(first, then).answer
    assert given is not None
    assert given.answer == answer


def test_it_is_what_was_answered_where_a_fact_of_the_sentence_says_where() -> None:
    given = said("How many divers will be trained?", "and where?").answer
    assert given is not None
    assert given.answer == "Osmark"


def test_what_was_told_of_something_else_is_not_forgotten_by_the_next_question() -> None:
    reader = SentenceReader(lambda: StubReader(marks(MARKED)))
    context = Context()
    for question in ("How many divers will be trained?", "and where?", "and when?"):
        said, context = reply(question, INDEX, context, reader)
    assert said.answer is None or said.answer.answer != "2 May 2024"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Who opened the lighthouse of Tarn?", "when was that?"),
        ("Who lent a boat?", "where was that?"),
        ("How many divers will be trained?", "and when?"),
    ],
)
def test_the_meeting_is_not_told_for_what_was_elsewhere_earlier_or_is_to_come(first: str, then: str) -> None:
    given = said(first, then).answer
    assert given is None or given.answer not in ("Port Adair", "2 May 2024")


@pytest.mark.parametrize(
    ("before", "then", "of_meeting"),
    [
        ("Which pilots have joined?", "and when?", False),
        ("Who led the pilots in the first quarter?", "when was that?", False),
        ("Who led the pilots?", "and when?", True),
        ("Which pilots have joined?", "and when was it?", True),
    ],
)
def test_a_mere_when_is_asked_of_the_meeting_only_after_what_was_done(before: str, then: str, of_meeting: bool) -> None:
    scope = scope_of(read(then), Context(before, REEF), INDEX)
    assert scope is not None
    assert (scope.question is not None) == of_meeting


def test_what_was_at_another_time_is_told_by_its_sentence() -> None:
    given = said("Who opened the lighthouse of Tarn?", "when was that?", {OPENED: "9 April 2024"}).answer
    assert given is not None
    assert given.answer == "9 April 2024"


def test_nobody_and_no_amount_is_offered_for_a_place() -> None:
    shown = said("Who lent a boat?", "where was that?", {LENT: "Ivo Lund", PAID: "9 million crowns"})
    assert not {"Ivo Lund", "9 million crowns"} & {each.answer for each in shown.suggestions}


AGAIN = "Lund said that they would meet again in June in the mill of Tarn."
DREDGER = "Bo Lusk will sell the dredger Marigold in August."
SOLD = "The dredger Marigold is to be sold in Lode."
LATER = Index(
    [
        record(
            REEF,
            datetime.date(2024, 5, 3),
            MEETING,
            [HELD, AGAIN, DREDGER, SOLD],
            [
                (HELD, "where", "Where was the Reef Council meeting held?", "Port Adair"),
            ],
        )
    ]
)


def told(marked: dict[str, str], *questions: str) -> Reply:
    reader, context = SentenceReader(lambda: StubReader(marks(marked))), Context(*FIRST)
    for question in questions:
        given, context = reply(question, LATER, context, reader)
        reader = SentenceReader(lambda: StubReader(marks(marked | {AGAIN: "the mill of Tarn"})))
    return given


FIRST = ("Where was the Reef Council meeting held?", REEF)


def test_a_bare_where_is_asked_of_what_the_next_meeting_was_told_by() -> None:
    given = told({AGAIN: "June"}, "when do they meet again?", "where?").answer
    assert given is not None
    assert given.answer == "the mill of Tarn"


@pytest.mark.parametrize("then", ["where?", "and where?"])
def test_the_place_of_the_meeting_is_offered_at_most_for_that_of_what_was_answered(then: str) -> None:
    given = told({DREDGER: "Bo Lusk", HELD: "Port Adair"}, "who will sell the dredger Marigold?", then)
    assert given.answer is None


def test_a_sentence_that_has_all_of_the_question_before_tells_where_it_is() -> None:
    given = told({DREDGER: "Bo Lusk", SOLD: "Lode"}, "who will sell the dredger Marigold?", "where?").answer
    assert given is not None
    assert given.answer == "Lode"


MONTHLY = "The next council is held in the Lode barn in July."
NEXT = Index(
    [
        record(
            REEF,
            datetime.date(2024, 5, 3),
            MEETING,
            [HELD, MONTHLY],
            [
                (HELD, "where", "Where was the Reef Council meeting held?", "Port Adair"),
            ],
        )
    ]
)


@pytest.mark.parametrize(
    ("marked", "answer"), [({MONTHLY: "the Lode barn"}, "the Lode barn"), ({HELD: "Port Adair"}, None)]
)
def test_where_the_next_one_is_may_be_told_though_when_it_is_was_not(
    marked: dict[str, str], answer: str | None
) -> None:
    reader, before = SentenceReader(lambda: StubReader(marks(marked))), Context("When is the next Reef Council?", REEF)
    given = reply("where?", NEXT, before, reader)[0].answer
    assert (given.answer if given else None) == answer
