"""Who attended is told by those marked present, not by who else was in attendance."""

from __future__ import annotations

import datetime

import pytest
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.otherwise.in_attendance import is_only_in_attendance
from bot.matching.reading import SentenceReader
from bot.question import read
from facts.model import Meeting

PRESENT, BESIDE = "Present: Ada Wren, Bo Lusk, Eda Moor", "In attendance: Jon Ek (clerk), Ivo Lund (auditor)"
PUBLIC = "Nine members of the public were present."
BY_LABEL = [PRESENT, BESIDE, PUBLIC]
BY_HEADING = ["Members present", "Ada Wren, Bo Lusk", "Officers in attendance", "Jon Ek (clerk)", "The hut was let."]


@pytest.mark.parametrize(
    ("question", "lines", "beside"),
    [
        ("Who attended the meeting?", BY_LABEL, {1, 2}),
        ("who was there?", BY_LABEL, {1, 2}),
        ("How many people were present?", BY_LABEL, {1, 2}),
        ("Who attended the meeting?", BY_HEADING, {2, 3}),
        ("Who else attended?", BY_LABEL, set()),
        ("Who was in attendance?", BY_LABEL, set()),
        ("How many members of the public were present?", BY_LABEL, set()),
        ("Who is the clerk?", BY_LABEL, set()),
        ("Did Jon Ek attend?", BY_LABEL, set()),
        ("Who was absent?", BY_LABEL, {0, 1}),
        ("Who was absent?", BY_HEADING, {0, 1, 2, 3}),
        ("Who attended?", [PRESENT, "Bo Lusk left the room."], {1}),
        ("who couldn't make it?", ["Present: Ada Wren", "Apologies: Bo Lusk"], {0}),
        ("Who attended the meeting?", BY_LABEL[1:], set()),  # nobody is marked present
    ],
)
def test_who_is_listed_beside_those_present_is_told_apart(question: str, lines: list[str], beside: set[int]) -> None:
    assert {at for at in range(len(lines)) if is_only_in_attendance(read(question), lines, at)} == beside


COUNT: Line = (PRESENT, "how_many", "How many people were present at the Hut Board meeting?", "3")


def test_those_marked_present_are_told_and_counted() -> None:
    meeting = Meeting("Hut Board meeting", (), "2024-05-02", None, None)
    index = Index([record("2024-05-03-hut", datetime.date(2024, 5, 3), meeting, BY_LABEL, [COUNT])])
    told = {PRESENT: "Ada Wren, Bo Lusk, Eda Moor", BESIDE: "Jon Ek", PUBLIC: "Nine"}

    def answer(question: str) -> str | None:
        said = reply(question, index, Context(), SentenceReader(lambda: StubReader(marks(told))))[0].answer
        return said.answer if said else None

    assert answer("Who attended the Hut Board?") == "Ada Wren, Bo Lusk, Eda Moor"
    assert answer("How many members of the public were present?") == "Nine"
    assert answer("How many people were present at the Hut Board meeting?") == "3"
