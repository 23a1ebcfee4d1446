"""Whoever has a line in a list of those present, or of those absent, was there or was not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import THIRD, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.matching.yes_no.roll import on_the_roll
from bot.replies import Context

MINUTES = [
    "The lock board met on 3 May.",
    "Present",
    "Ada Moss (chair)",
    "Bo Lusk, Clerk, Osk Library",
    "Cy Orr (until item 2)",
    "Regrets:",
    "Di Penn",
    "Agenda",
    "Fay Rudd, pumps",
]


@pytest.mark.parametrize(
    ("question", "line", "answer"),
    [
        ("Was Ada Moss at the meeting?", 2, "Yes"),
        ("was lusk there?", 3, "Yes"),
        ("Did Bo Lusk attend?", 3, "Yes"),
        ("Was the Osk Library present?", 3, "Yes"),
        ("Was Cy Orr at the meeting?", 4, None),
        ("Was Di Penn at the meeting?", 6, "No"),
        ("Was Fay Rudd at the meeting?", 8, None),
        ("Was Ada Lund at the meeting?", 2, None),
    ],
)
def test_whoever_has_a_line_in_a_list_was_there_or_was_not(question: str, line: int, answer: str | None) -> None:
    index = Index([record(THIRD, None, None, MINUTES, [])])
    stub = StubReader(marks({MINUTES[line]: MINUTES[line]}))
    given = reply(question, index, Context(), SentenceReader(lambda: stub))[0].answer
    assert (given.answer if given else None) == answer


@pytest.mark.parametrize(
    "label",
    ["Present", "**Attendees:**", "Members present:", "In attendance", "Participants included:", "Guests:"],
)
def test_labels_of_those_who_came(label: str) -> None:
    assert list(on_the_roll([label, "Ada Moss"], 1)) == ["Present: Ada Moss"]


@pytest.mark.parametrize("label", ["Apologies", "Apologies for absence:", "Regrets", "Absent:", "Absentees"])
def test_labels_of_those_who_did_not(label: str) -> None:
    assert list(on_the_roll([label, "Ada Moss, Osk Library"], 1)) == ["Absent: Ada Moss"]


@pytest.mark.parametrize("between", ["The board sat late.", "Agenda:", "who spoke?", "pumps"])
def test_no_list_goes_on_behind_anything_else(between: str) -> None:
    assert list(on_the_roll(["Present", "Bo Lusk", between, "Ada Moss"], 3)) == []


def test_a_point_behind_an_initial_or_a_title_ends_no_name() -> None:
    assert list(on_the_roll(["Present", "Dr. A. Moss", "Cllr. Bo Lusk"], 2)) == ["Present: Cllr. Bo Lusk"]


def test_an_office_behind_a_name_is_nobody_else() -> None:
    assert list(on_the_roll(["Present", "Ada Moss, President and Secretary"], 1)) == ["Present: Ada Moss"]


@given(st.lists(st.text(max_size=40), max_size=8), st.integers(0, 7))
def test_of_any_lines_at_most_a_name_and_whom_it_came_for(lines: list[str], place: int) -> None:
    if place < len(lines):
        assert len(list(on_the_roll(lines, place))) <= len(("name", "sent by"))


@pytest.mark.parametrize(
    ("question", "line", "answer"),
    [
        ("Was the Union of Ports with Lamps at the meeting?", "Ada Moss, Union of Ports with Lamps 7.", "Yes"),
        ("Was the director of the Osk Library at the meeting?", "Bo Lusk, Clerk, Osk Library", None),
        ("Was Bo Lusk among those in the room?", "Bo Lusk, Clerk, Osk Library", "Yes"),
    ],
)
def test_a_body_is_there_by_whoever_came_for_it(question: str, line: str, answer: str | None) -> None:
    index = Index(
        [record(THIRD, None, None, ["The board met Osk.", "Administration participants included:", line], [])]
    )
    stub = StubReader(marks({line: line}))
    given = reply(question, index, Context(), SentenceReader(lambda: stub))[0].answer
    assert (given.answer if given else None) == answer


@pytest.mark.parametrize("label", ["Invited guests:", "Former participants:"])
def test_labels_of_whom_nothing_tells_that_they_came(label: str) -> None:
    assert list(on_the_roll([label, "Ada Moss"], 1)) == []
