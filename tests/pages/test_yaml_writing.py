"""Pages are written as PyYAML would write them, to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.pages import yaml_reading
from facts.pages.yaml_writing import Flow, dump, dump_with_pyyaml

BASE = Path(__file__).parents[2] / "facts/base"

WORDS = """1.5 1e3 0x1f 0o7 1_000 .5 +1 inf .inf .NaN 1:30:20 12:30 2020-01-01 yes No null ~ = << --- ... - ? : -a ?a
:a a: a:b"""
TRICKY = [
    *WORDS.split(),
    "",
    " ",
    "--- a",
    "- a",
    "a: b",
    "a #b",
    "a#b",
    "? a",
    "a, b",
    "Yes, a",
    "it’s",
    "'",
    '"',
    "true a",
    "a\u2028b",
    "\u2029",
]
SIGNS = " :#-'\"?,[]{}&*!|>%@`ab1.\n\t~=<éO’\u00a0\u2028😀\ufeff\x85"

texts = st.text() | st.text(SIGNS) | st.sampled_from(TRICKY)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | texts
lines = st.dictionaries(texts, leaves, max_size=4).map(Flow)


def nested(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=4) | st.dictionaries(texts, values, max_size=4) | lines


@settings(max_examples=500)
@given(st.dictionaries(texts, st.recursive(leaves, nested, max_leaves=12), max_size=4))
def test_any_data_is_written_as_pyyaml_writes_it(data: dict[str, Any]) -> None:
    assert dump(data) == dump_with_pyyaml(data)


@pytest.mark.parametrize("text", [*TRICKY, *(f"a {text} b" for text in TRICKY), "word " * 40, "🙂", "a\nb", "é"])
def test_a_text_is_read_back_the_same_wherever_it_stands(text: str) -> None:
    data = {"alone": text, "listed": [text, "b"], "long": [text, "b" * 99], "line": Flow(a=text), "in": {"a": text}}
    assert dump(data) == dump_with_pyyaml(data)
    assert yaml_reading.parse(dump(data)) == data


@pytest.mark.parametrize("path", sorted(BASE.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_page_of_the_base_is_written_as_pyyaml_writes_it(path: Path) -> None:
    data = yaml_reading.parse(path.read_text("utf-8"))
    assert isinstance(data, dict)
    assert dump(data) == dump_with_pyyaml(data)
