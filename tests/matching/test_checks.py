"""The tables of checks: each stands once, is told by its name, and holds back what it is listed below."""

from __future__ import annotations

import ast
import inspect
from collections import Counter

import pytest

from bot.matching.checks import among_others as others
from bot.matching.checks import tables
from bot.matching.checks.among_others import among_others
from bot.matching.checks.named import Check, Of, by, name_of
from bot.matching.checks.tables import of_sentence, of_words
from bot.matching.evidence import asks
from bot.matching.otherwise.no_answer import takes_out
from bot.question import read

TABLES = [
    [check for checks in table.values() for check in checks]
    for table in (tables._OF_SENTENCE, tables._OF_WORDS, others._AMONG_OTHERS)
]
HEARD = "The clerk heard on Friday that the dam had leaked."


def test_no_group_of_a_table_stands_twice_as_the_first_would_be_lost() -> None:
    for node in (node for module in (tables, others) for node in ast.walk(ast.parse(inspect.getsource(module)))):
        if isinstance(node, ast.Dict):
            keys = [ast.unparse(key) for key in node.keys if key is not None]
            assert max(Counter(keys).values(), default=1) == 1, keys


@pytest.mark.parametrize("checks", TABLES)
def test_each_check_stands_once_in_a_table_and_has_a_name_of_its_own(checks: list[Check]) -> None:
    assert max(Counter(checks).values()) == 1
    assert max(Counter(map(name_of, checks)).values()) == 1


def test_each_kind_of_answer_is_held_back_by_the_checks_that_are_listed_for_it() -> None:
    for of in Of:
        named = [name_of(check) for checks in (tables._SENTENCE, tables._WORDS) for check in checks[of]]
        assert ("two_times.is_number_of_another_time" in named) == (of in Of.SURE | Of.FACT | Of.PLAIN)
        assert ("not_done.only_moved" in named) == (of in Of.READ | Of.YES_NO)


def test_the_names_of_the_checks_that_hold_words_back_are_told() -> None:
    asked = read("When did the dam leak?")
    assert list(of_words(Of.SURE, asked, HEARD, (19, 25))) == ["clause_times.is_day_of_saying"]
    assert list(of_words(Of.SURE, read("When did the clerk hear that?"), HEARD, (19, 25))) == []


def test_what_is_settled_otherwise_is_not_asked() -> None:
    asked, told = read("Did Tarn sign the pact?"), "All ports but Tarn signed the pact."
    assert "no_answer.takes_out" in of_sentence(Of.YES_NO, asked, told)
    assert "no_answer.takes_out" not in of_sentence(Of.YES_NO, asked, told, (takes_out,))


def test_a_sentence_is_held_back_by_those_around_it() -> None:
    minutes = ["1. River wall", "Seconded by Ada Wren.", "2. Tolls", "Seconded by Jon Ek."]
    asked = read("Who seconded the tolls motion?")
    assert [list(among_others(Of.ALL, asked, minutes, at)) for at in (1, 3)] == [["items.is_of_another_item"], []]


def test_a_check_is_named_only_if_it_holds() -> None:
    told = [list(by(asks, text)) for text in ("Who came?", "Ada came.")]
    assert told == [["evidence.asks"], []]
