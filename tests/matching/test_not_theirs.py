"""A yes or no of somebody does not rest on what is told of who came in their place, or of a colleague of theirs."""

from __future__ import annotations

import pytest
from quay_works import THIRD, Line, record

from bot.index import Index
from bot.matching.checks.facts import refused_by
from bot.matching.otherwise.not_theirs import is_in_another_way, is_only_of_theirs, is_only_replaced
from bot.question import read

ELECTED = "The guild elected Bo Falk as its chair for two years, replacing Ada Wren."
COLLEAGUE = "Her Lunnish colleague, Bo Falk, had asked for a pier."


@pytest.mark.parametrize(
    ("question", "replaced"),
    [
        ("Was Ada Wren elected chair?", True),
        ("so Ada Wren was elected chair?", True),
        ("Was Bo Falk elected chair?", False),
        ("Did Bo Falk replace Ada Wren?", False),
        ("Who was elected, Ada Wren?", False),
    ],
)
def test_who_was_replaced_was_not_elected_by_that(question: str, replaced: bool) -> None:
    assert is_only_replaced(read(question), ELECTED) is replaced


@pytest.mark.parametrize(
    ("question", "sentence", "theirs"),
    [
        ("Did Ada Wren ask for a pier?", COLLEAGUE, True),
        ("Did Bo Falk ask for a pier?", COLLEAGUE, False),
        ("Did Ada Wren ask for a pier?", "She had asked for a pier.", False),
        ("Did Ada Wren ask for a pier?", "Her colleague left, and she asked for a pier.", False),
        ("Who asked for a pier, Ada Wren?", COLLEAGUE, False),
    ],
)
def test_what_a_colleague_did_was_not_done_by_whom_is_asked_about(question: str, sentence: str, theirs: bool) -> None:
    assert is_only_of_theirs(read(question), sentence) is theirs


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("Ada Wren took part in person, right?", "Ada Wren took part by video link.", True),
        ("Did Ada Wren join online?", "Ada Wren came in person.", True),
        ("Did Ada Wren take part?", "Ada Wren took part by video link.", False),
        ("Did all come in person?", "Some came in person, some by video.", False),
    ],
)
def test_who_came_from_afar_did_not_come_in_person(question: str, sentence: str, another: bool) -> None:
    assert is_in_another_way(read(question), sentence) is another


def test_a_fact_that_decides_of_one_says_nothing_of_another() -> None:
    line: Line = (ELECTED, "yes_no", "Was Ada Wren elected chair?", "No, Bo Falk was")
    fact = Index([record(THIRD, None, None, [ELECTED], [line])]).entries[0]
    assert refused_by(read("Was Bo Falk elected chair?"), fact, "No, Bo Falk was")
    assert not refused_by(read("Was Ada Wren elected as the chair?"), fact, "No, Bo Falk was")
