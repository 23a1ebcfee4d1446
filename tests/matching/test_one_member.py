"""Who is on a group is answered by all who are, or offered."""

from __future__ import annotations

import pytest
from one_sentence import answer, said

from bot.matching.otherwise.one_member import all_members, asks_for_members, is_one_member
from bot.question import read

LEADS = "Ada Wren will lead the ferry working group."
MADE_OF = "The ferry working group is to be made up of Ada Wren, a pilot, Bo Lusk and the clerk."
FORMED = "A ferry working group of three was set up: Ada Wren, Bo Lusk and Eda Moor."


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Who is on the ferry working group?", True),
        ("who sits on the panel", True),
        ("Who are the members of the lock committee?", True),
        ("Who was in the delegation?", True),
        ("Who leads the working group?", False),
        ("Who is the chair of the panel?", False),
        ("Who is responsible for the working group?", False),
        ("Who was on the call?", False),
        ("Who was in charge of the audit committee?", False),
        ("Who was in the chair at the council?", False),
        ("Who was elected to the board?", False),
    ],
)
def test_some_questions_ask_for_all_members(question: str, asks: bool) -> None:
    assert asks_for_members(read(question)) is asks


def test_one_of_them_is_not_the_answer() -> None:
    asked = read("Who is on the ferry working group?")
    assert is_one_member(asked, LEADS, (0, 8))
    assert not is_one_member(read("Who leads the ferry working group?"), LEADS, (0, 8))
    assert said(asked.text, LEADS, "Ada Wren").answer is None
    assert answer("Who will lead the ferry working group?", LEADS, "Ada Wren") == "Ada Wren"


def test_nor_is_it_where_a_fact_tells_it() -> None:
    fact = (LEADS, "who", "Who will lead the ferry working group?", "Ada Wren")
    assert answer("Who is on the ferry working group?", LEADS, "Ada Wren", fact) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["Ada Wren", "Bo Lusk", "Bo Lusk and the clerk"])
def test_all_of_whom_it_is_made_up_are_told(words: str) -> None:
    told = "Ada Wren, a pilot, Bo Lusk and the clerk"
    assert answer("Who is on the ferry working group?", MADE_OF, words) == told


def test_those_of_whom_it_was_formed_are_told_with_those_without_a_name() -> None:
    formed = "A ferry task group of Ada Wren and Bo Lusk and two pilots was appointed."
    assert answer("Who is on the ferry task group?", formed, "Ada Wren and Bo Lusk") == (
        "Ada Wren and Bo Lusk and two pilots"
    )


def test_a_list_is_told_whole() -> None:
    assert answer("Who is on the ferry working group?", FORMED, "Bo Lusk") == "Ada Wren, Bo Lusk and Eda Moor"


def test_for_what_they_are_is_no_member() -> None:
    told = "The panel consists of Ada Wren, Bo Lusk and a pilot to judge the boats."
    span = told.index("Ada"), told.index("Ada") + 8
    assert told[slice(*all_members(read("Who is on the panel?"), told, span))] == "Ada Wren, Bo Lusk and a pilot"
