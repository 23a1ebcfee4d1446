"""Who voted against is asked back where more than one thing was voted on."""

from __future__ import annotations

import pytest
from stub_reader import StubReader, marks
from two_reports import record

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context

TOLL = "Ada Wren voted against the toll."
LOCK = "Bo Lusk voted against a new lock."
AGAIN = "Bo Lusk voted against the toll, as it was too high."


@pytest.mark.parametrize(
    ("question", "other", "answer"),
    [
        ("Who voted against?", LOCK, None),
        ("and who voted against", LOCK, None),
        ("Who voted against?", AGAIN, "Ada Wren"),
        ("Who voted against?", "Bo Lusk voted for a new lock.", "Ada Wren"),
        ("Who voted against the toll?", LOCK, "Ada Wren"),
    ],
)
def test_of_two_votes_neither_is_meant_for_sure(question: str, other: str, answer: str | None) -> None:
    index = Index([record("post", "2024-05-03", [], None, [TOLL, other])])
    reader = SentenceReader(lambda: StubReader(marks({TOLL: "Ada Wren"})))
    given = reply(question, index, Context(), reader)[0].answer
    assert (given.answer if given else None) == answer
