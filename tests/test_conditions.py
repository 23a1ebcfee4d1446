"""A fact that holds only under a condition is told with it or not at all."""

from __future__ import annotations

import datetime

import pytest
from test_corpus import material

from facts.extract.conditions import Conditions
from facts.extract.draft import Draft, sentence_span
from facts.extract.extraction import drafts


@pytest.mark.parametrize(
    ("text", "question", "answer", "left_out"),
    [
        ("The Tarn Club elected Ann Lowe as chair, if she accepts.", "Who was elected chair?", "Ann Lowe", True),
        ("The prize will be 40 crowns, provided that Tarn agrees.", "How much will the prize be?", "40 crowns", True),
        ("If the ice melts, the Tarn Cup will be held on 5 June.", "When will the Tarn Cup be held?", "5 June", True),
        ("The Tarn Club will buy 48 boats so long as it has money.", "How many boats will it buy?", "48", True),
        ("The pool will open in May, subject to a grant.", "When will the pool open?", "May 2024", True),
        (
            "The board voted to strike unless it rains.",
            "What did the board vote to do?",
            "strike unless it rains",
            False,
        ),
        ("The board met on 3 May and voted to strike if it rains.", "When did the board meet?", "3 May 2024", False),
        ("Ann Lowe asked if the pool was open.", "Who asked about the pool?", "Ann Lowe", False),
        ("Ann Lowe opened the pool on 3 May even if it rained.", "Who opened the pool?", "Ann Lowe", False),
        ("The boats were subject to a levy.", "What were the boats subject to?", "a levy", False),
        ("The Tarn Club bought 12 boats to train the young.", "How many boats did it buy?", "12", False),
    ],
)
def test_what_holds_under_a_condition_is_not_told_without_it(
    text: str, question: str, answer: str, *, left_out: bool
) -> None:
    found = material(text, datetime.date(2024, 5, 6))
    draft = Draft("what", question, answer, sentence_span(found.sentences[0]), rule="event.what")
    assert Conditions(found).left_out(draft) is left_out


def test_an_article_gives_no_fact_without_its_condition() -> None:
    found = material("The Merrow Club elected Ann Lowe as chairman, if she accepts.", datetime.date(2024, 5, 6))
    assert not any(draft.rule == "role.elected" for draft in drafts(found))
