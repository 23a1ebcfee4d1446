"""A heading or a label of which nothing is told is no quote; a line that states something is."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.headings import states_nothing
from bot.matching.reading import SentenceReader

SPOKE = "Ada Wren spoke of the locks."


@pytest.mark.parametrize(
    "line",
    [
        "4. Tolls",
        "31/12 Matters arising",
        "12. Repair of the slipway",
        "7.",
        "Present",
        "In attendance:",
        "Pier repairs",
        "DECLARATIONS OF INTEREST",
        "Date of next meeting",
        "Clerk’s report",
        "Apologies for absence:",
        "Next meeting.",
        "Other points from the board’s closing statement:",
        "By Ada Wren, harbour reporter",
        "From our correspondent in Tarn",
    ],
)
def test_a_heading_states_nothing(line: str) -> None:
    assert states_nothing(["The weir was shut.", line, SPOKE], 1)


@pytest.mark.parametrize(
    ("before", "line", "behind"),
    [
        ("The weir was shut.", "Next meeting: 5 May", SPOKE),
        ("The weir was shut.", "None.", SPOKE),
        ("Present", "Ada Wren", "Bo Lusk"),
        ("Present", "Bo Lusk (clerk)", SPOKE),
        ("Pledges were made by:", "Osk", SPOKE),
        ("They agreed on three aims:", "1. Clean water", "2. Safe locks"),
        ("1. Clean water", "2. Safe locks", "3. Fair tolls"),
        ("The weir was shut.", "4. Tolls raised", SPOKE),
        ("The weir was shut.", "Motion withdrawn", SPOKE),
        ("The weir was shut.", "Work to begin soon", SPOKE),
        ("The weir was shut.", "No quorum", SPOKE),
        ("The weir was shut.", "Elected to the board were:", SPOKE),
        ("The weir was shut.", "From Tarn Bo Lusk sent word", SPOKE),
        ("The weir was shut.", "5. Toll of £3", SPOKE),
    ],
)
def test_a_line_that_says_something_does_not(before: str, line: str, behind: str) -> None:
    assert not states_nothing([before, line, behind], 1)


def test_a_heading_is_never_offered() -> None:
    lines = [SPOKE, "5. Tolls", "Ada Wren asked for more time.", "In attendance:", "Bo Lusk, clerk, took notes."]
    index = Index([record("2024-05-03-locks", datetime.date(2024, 5, 3), None, lines, [])])
    stub = StubReader(marks({"5. Tolls": "Tolls", "In attendance:": "In attendance"}))
    for question in ("what of the tolls?", "who was in attendance?", "tolls?"):
        said = reply(question, index, Context(), SentenceReader(lambda: stub))[0]
        shown = [each.evidence for each in (said.answer, *said.suggestions) if each]
        assert not {"5. Tolls", "In attendance:"} & set(shown)


def test_headings_that_end_as_sentences_do_are_several() -> None:
    minutes = ["Ferry stage.", SPOKE, "Toll house.", SPOKE, "Bow rails.", SPOKE, "Carried.", "Unanimous.", "None."]
    assert [at for at in range(len(minutes)) if states_nothing(minutes, at)] == [0, 2, 4]
    assert not states_nothing(["Silence.", SPOKE], 0)
