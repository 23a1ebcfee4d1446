"""Beside the answer to a question that names its meeting no other meeting is a choice."""

from __future__ import annotations

import pytest
from two_reports import record

from bot.dialog import reply
from bot.index import Index
from facts.model import Meeting


def of_body(body: str, day: str, chair: str) -> tuple[str, str, list[tuple[str, str, str]], Meeting]:
    asked = f"Who chaired the {body} meeting on {int(day[-2:])} May 2024?"
    facts = [(asked, chair, f"The meeting of the {body} was chaired by {chair}.")]
    return f"{day}-{chair.split()[0].lower()}", day, facts, Meeting(body, (), day, None, None, body)


INDEX = Index(
    [
        record(*of_body("Osk Parish Council", "2024-05-02", "Ada Wren")),
        record(*of_body("Tarn Parish Council", "2024-05-03", "Bo Lusk")),
        record(*of_body("Tarn Parish Council", "2024-05-10", "Cy Orr")),
    ]
)


@pytest.mark.parametrize(
    ("question", "answer", "others"),
    [
        ("Who chaired the Osk Parish Council meeting?", "Ada Wren", []),
        ("Who chaired the meeting on 3 May 2024?", "Bo Lusk", []),
        # Of what a question names there is another one.
        ("Who chaired the Tarn Parish Council meeting?", "Cy Orr", ["Bo Lusk"]),
    ],
)
def test_a_meeting_that_is_named_is_answered_alone(question: str, answer: str, others: list[str]) -> None:
    said, _ = reply(question, INDEX)
    assert said.answer is not None
    assert said.answer.answer == answer
    assert [each.answer for each in said.suggestions] == others
