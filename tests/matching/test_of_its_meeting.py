"""Who chaired a meeting need not lead the body that met."""

from __future__ import annotations

import pytest
from one_sentence import answer
from quay_works import THIRD, record

from bot.index import Index
from bot.matching.checks.facts import refused_by
from bot.matching.otherwise.of_its_meeting import is_only_of_its_meeting
from bot.question import read

SESSION = "The session of the Tide Board in May was chaired by Ada Wren."
SEMINAR = "Ada Wren chaired the seminar of the Tide Board."
LEADS = "Ada Wren, who chairs the Tide Board, opened the session."


@pytest.mark.parametrize("sentence", [SESSION, SEMINAR])
@pytest.mark.parametrize(
    "question",
    ["Who chairs the Tide Board?", "who leads the tide board in 2024?", "Who is the chair of the Tide Board?"],
)
def test_who_leads_a_body_is_not_told_by_who_chaired_its_meeting(question: str, sentence: str) -> None:
    assert is_only_of_its_meeting(read(question), sentence, (0, 0))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who chaired the Tide Board?", SESSION),
        ("Who chaired the session of the Tide Board?", SESSION),
        ("Who chairs the session of the Tide Board?", SESSION),
        ("Who chairs the Tide Board?", LEADS),
        ("Who chairs the Tide Board?", "The Tide Board is chaired by Ada Wren."),
        ("Who chairs the Tide Board?", "The Tide Board met, and Ada Wren spoke."),
    ],
)
def test_who_leads_it_or_chaired_the_meeting_is_told_to_who_asks_for_that(question: str, sentence: str) -> None:
    assert not is_only_of_its_meeting(read(question), sentence, (0, 0))


def test_neither_the_words_read_nor_a_fact_are_given() -> None:
    asked = "Who chairs the Tide Board?"
    assert answer(asked, SESSION, "Ada Wren") is None
    assert answer(asked, LEADS, "Ada Wren") == "Ada Wren"
    index = Index([record(THIRD, None, None, [SESSION], [(SESSION, "who", "Who chaired the session?", "Ada Wren")])])
    assert refused_by(read(asked), index.entries[0], "Ada Wren")
    assert not refused_by(read("Who chaired the session?"), index.entries[0], "Ada Wren")
