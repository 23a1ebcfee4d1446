"""What is told of one body is not told of another that the same article names, by reading or by a fact."""

from __future__ import annotations

import pytest
from quay_works import THIRD, Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.otherwise.other_body import is_of_another_body
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context

ASSEMBLY = "The General Assembly of the Tarn Union elected Jon Birk."
EXECUTIVE = "The executive board met in the Green Room on 20 May."
AUDIT = "The audit committee and the lock committee reported to it."
LEADS = "Ada Wren chaired the lock committee."
BOARD = "The board was chaired by Bo Lusk."
TOLD = (ASSEMBLY, EXECUTIVE, AUDIT, LEADS, BOARD)


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("who chaired the audit committee?", LEADS, True),
        ("who chaired audit committee", LEADS, True),
        ("who chaired the lock committee?", LEADS, False),
        ("who chaired the committee?", LEADS, False),
        ("who chaired the finance committee?", LEADS, False),
        ("where did the general assembly meet?", EXECUTIVE, True),
        ("where did the executive board meet?", EXECUTIVE, False),
        ("where did they meet?", EXECUTIVE, False),
        ("who chaired the general assembly?", BOARD, True),
        ("who chaired the executive board?", BOARD, False),
        ("who was elected by the general assembly?", ASSEMBLY, False),
        ("did the lock committee report to the audit committee?", AUDIT, False),
    ],
)
def test_a_body_is_told_from_the_others_of_its_article(question: str, sentence: str, *, another: bool) -> None:
    assert is_of_another_body(read(question), TOLD, TOLD.index(sentence)) is another


@pytest.mark.parametrize(
    ("told", "question"),
    [
        (("Tarn Parish Council met.", "The Tarn council approved the lease."), "Did the parish council approve it?"),
        (
            ("The planning committee met.", "The planning board approved it."),
            "Who approved it, the planning committee?",
        ),
        (("The parish council met.", "The previous council meeting was put off."), "When did the parish council meet?"),
        (("The parish council met.", "The full council approved the lease."), "Did the parish council approve it?"),
        (("The parish council met.", "The board of Lock Foods approved it."), "Did the parish council approve it?"),
    ],
)
def test_one_body_may_be_called_otherwise(told: tuple[str, ...], question: str) -> None:
    assert not is_of_another_body(read(question), told, 1)


def test_no_fact_answers_whose_own_sentence_is_held_as_another_bodys() -> None:
    fact: Line = (LEADS, "who", "Who chaired the committee meeting on locks?", "Ada Wren")
    index = Index([record(THIRD, None, None, list(TOLD), [fact])])
    reader = SentenceReader(lambda: StubReader(marks({LEADS: "Ada Wren"})))
    asked = "Who chaired the {} committee meeting on locks?"
    said = [reply(asked.format(its), index, Context(), reader)[0].status for its in ("lock", "audit")]
    assert said == ["answer", "suggest"]
