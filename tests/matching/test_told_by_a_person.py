"""A person's fact that is asked for goes before what another sentence of its meeting is only read to tell."""

from __future__ import annotations

import datetime

import msgspec
import pytest
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context
from facts.model import Meeting, WithdrawnAnswer

CAME = "The meeting was attended by 46 people."
PUBLIC = "12 members of the public were present."
HELD = Meeting("Selby Parish Council", (), "2031-05-06", None, None, "Selby Parish Council")


def answer(question: str, *, by_hand: bool, counts: str = "people") -> str | None:
    made = record(
        "2031-05-06-selby",
        datetime.date(2031, 5, 6),
        HELD,
        [CAME, PUBLIC],
        [(CAME, "how_many", f"How many {counts} attended the meeting?", "48")],
    )
    made = msgspec.structs.replace(made, by_hand=("f0",)) if by_hand else made
    stub = StubReader(marks({PUBLIC: "12"}))
    given = reply(question, Index([made]), Context(), SentenceReader(lambda: stub))[0].answer
    return given.answer if given is not None else None


@pytest.mark.parametrize(
    "question", ["How many people were present?", "how many were present?", "how many were there?"]
)
def test_what_a_person_counted_goes_before_what_is_only_read(question: str) -> None:
    assert answer(question, by_hand=True) == "48"


@pytest.mark.parametrize(
    "question", ["How many members of the public were present?", "how many of the public were present at the meeting?"]
)
def test_a_part_that_the_person_did_not_count_is_read(question: str) -> None:
    assert answer(question, by_hand=True) == "12"


def test_of_a_compiled_fact_what_is_read_may_go_before() -> None:
    assert answer("how many members of the public were present?", by_hand=False) == "12"


def test_how_many_attended_is_no_question_for_a_count_of_others() -> None:
    assert answer("how many were present?", by_hand=True, counts="juniors") != "48"


def decided(question: str, *others: str) -> str | None:
    """What is answered by two facts that a person put right: who chaired, and how many guards the port has."""
    chaired, guards = "Dora Venn chaired the sitting.", "The port has 44 guards."
    told: list[Line] = [
        (chaired, "who", "Who chaired the sitting of the Selby Parish Council?", "Hugo Stamm"),
        (guards, "how_many", "How many guards does the port have?", "45"),
    ]
    made = record("2031-05-06-selby", datetime.date(2031, 5, 6), HELD, [chaired, guards], told)
    taken = (WithdrawnAnswer(0, "Dora Venn", "", "f0"), WithdrawnAnswer(1, "44", "", "f1"))
    made = msgspec.structs.replace(made, by_hand=("f0", "f1"), withdrawn=taken)
    elsewhere = record("2031-06-07-lunn", datetime.date(2031, 6, 7), None, ["It rained.", *others], [])
    reader = SentenceReader(lambda: StubReader(marks({})))
    given = reply(question, Index([made, elsewhere]), Context(), reader)[0].answer
    return given.answer if given is not None else None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Did Hugo Stamm chair the sitting?", "Yes, Hugo Stamm"),
        ("Did Dora Venn chair the sitting?", "No, Hugo Stamm"),
        ("Did Bo Lusk chair the sitting?", None),
        ("Does the port have 45 guards?", "Yes, 45"),
        ("Does the port have 44 guards?", "No, 45"),
        ("were there 45 guards?", "Yes, 45"),
        ("were there 45 lamps?", None),
    ],
)
def test_what_a_person_put_right_is_affirmed_and_what_it_replaces_denied(question: str, said: str | None) -> None:
    assert decided(question) == said


def test_a_number_is_not_denied_that_another_article_names() -> None:
    asked = "44 guards at the port?"
    assert (decided(asked), decided(asked, "The port of Lunn has 44 guards.")) == ("No, 45", None)
