"""A yes or no of somebody does not rest on what is told of who came in their place, or of a colleague of theirs."""

from __future__ import annotations

import pytest
from quay_works import THIRD, Line, record

from bot.index import Index
from bot.matching.checks.facts import refused_by
from bot.matching.otherwise.not_theirs import (
    is_of_them_itself,
    is_only_of_theirs,
    is_only_replaced,
)
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


def test_a_fact_that_decides_of_one_says_nothing_of_another() -> None:
    line: Line = (ELECTED, "yes_no", "Was Ada Wren elected chair?", "No, Bo Falk was")
    fact = Index([record(THIRD, None, None, [ELECTED], [line])]).entries[0]
    assert refused_by(read("Was Bo Falk elected chair?"), fact, "No, Bo Falk was")
    assert not refused_by(read("Was Ada Wren elected as the chair?"), fact, "No, Bo Falk was")


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Did Ada Wren's rival sell the mill?", True),
        ("did wren's wife sell the mill", True),
        ("Did Ada Wren sell the mill?", False),
        ("Did Bo Falk's rival sell the mill?", False),
        ("Who was Ada Wren's rival?", False),
        ("Did Ada Wren's council sell the mill?", False),
    ],
)
def test_what_somebody_denies_is_not_denied_of_their_rival(question: str, held: bool) -> None:
    assert is_of_them_itself(read(question), "Ada Wren denied that she would sell the mill.") is held
    assert not is_of_them_itself(read(question), "Ada Wren and her rival, her wife, sold it.")
