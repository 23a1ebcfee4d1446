"""The JSON Schema of a page says what the loader does: what one accepts, so does the other."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ostford_board import RECORD, WRITTEN, compiles, edits

import facts.pages
from facts.pages import base, fields, yaml_reading, yaml_writing
from facts.pages.page import ARTICLE_KEYS, MEETING_KEYS, MEETING_OPTIONAL, Page
from facts.pages.page_reading import _FACT_KEYS, _FACT_OPTIONAL, _SENTENCE_KEYS, _SENTENCE_OPTIONAL, read_page
from facts.pages.page_writing import FIRST_LINE, SCHEMA_FILE, page_data

SCHEMA: dict[str, Any] = json.loads(Path(facts.pages.__file__).with_name(SCHEMA_FILE).read_text("utf-8"))
FACT, SENTENCE = SCHEMA["definitions"]["fact"], SCHEMA["definitions"]["sentence"]


def test_the_keys_of_the_schema_are_those_of_the_loader() -> None:
    article = SCHEMA["properties"]["article"]
    meeting = SCHEMA["properties"]["meeting"]["anyOf"][1]
    assert (set(article["properties"]), article["required"]) == (set(ARTICLE_KEYS), list(ARTICLE_KEYS))
    assert set(meeting["properties"]) == set(MEETING_KEYS)
    assert set(meeting["required"]) == set(MEETING_KEYS) - MEETING_OPTIONAL
    assert set(FACT["properties"]) == set(_FACT_KEYS)
    assert set(FACT["required"]) == set(_FACT_KEYS) - _FACT_OPTIONAL
    assert set(SENTENCE["properties"]) == set(_SENTENCE_KEYS)
    assert set(SENTENCE["required"]) == set(_SENTENCE_KEYS) - _SENTENCE_OPTIONAL
    assert set(FACT["properties"]["kind"]["enum"]) == {*fields.KINDS, None}


def test_every_key_is_described_to_editors_and_has_an_example_for_slips() -> None:
    described = [*SCHEMA["properties"].values(), *SENTENCE["properties"].values(), *FACT["properties"].values()]
    assert all(each["description"] for each in described)
    assert {*ARTICLE_KEYS, *MEETING_KEYS, *_FACT_KEYS, "text"} <= fields.ALLOWED.keys()
    for name, (_, example) in fields.ALLOWED.items():
        assert yaml_reading.parse(f"{name}: {example}") != {}


def test_a_page_names_its_schema_and_a_compile_lays_that_beside_it(tmp_path: Path) -> None:
    assert base.dump(RECORD).startswith(FIRST_LINE)
    assert FIRST_LINE == "# yaml-language-server: $schema=page.schema.json\n"
    base.save_schema(tmp_path)
    assert json.loads((tmp_path / "page.schema.json").read_text("utf-8")) == SCHEMA
    (tmp_path / "page.schema.json").write_text("{}", encoding="utf-8")
    base.save_schema(tmp_path)
    assert json.loads((tmp_path / "page.schema.json").read_text("utf-8")) == SCHEMA


def accepts(data: object) -> bool:
    """Whether an editor finds nothing wrong."""
    fastjsonschema = pytest.importorskip("fastjsonschema")
    if not hasattr(accepts, "validate"):
        accepts.validate = fastjsonschema.compile(SCHEMA)  # type: ignore[attr-defined]
    try:
        accepts.validate(data)  # type: ignore[attr-defined]
    except fastjsonschema.JsonSchemaException:
        return False
    return True


@settings(deadline=None, max_examples=50)
@given(st.data(), compiles())
def test_what_is_written_is_accepted(data: st.DataObject, first: Page) -> None:
    assert accepts(yaml_reading.parse(yaml_writing.dump(page_data(data.draw(edits(first))))))


def places(data: object, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """All places in plain data but the top."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield (*place, key)
        yield from places(value, (*place, key))


ODD = st.sampled_from(
    [
        None,
        True,
        7,
        -1,
        0.5,
        1.5,
        "",
        " ",
        "x",
        "who",
        "2020-06-30",
        "2020-02-31",
        [],
        ["x"],
        [7],
        {},
        {"x": 1},
        "f" * 64,
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_one_change_is_refused_by_both_or_by_none(data: st.DataObject) -> None:
    page: Any = yaml_reading.parse(
        WRITTEN.replace("met.\n", "met.\n  hidden: false\n")
        + "    checked: true\n    hidden: false\n    evidence: It was\n"
    )
    page = copy.deepcopy(page)
    *inner, last = data.draw(st.sampled_from(list(places(page))))
    at = page
    for step in inner:
        at = at[step]
    change = data.draw(st.sampled_from(["put", "remove", "add"]))
    if change == "put":
        at[last] = data.draw(ODD)
    elif change == "remove":
        del at[last]
    elif isinstance(at, dict):
        at["more"] = 1
    # To a schema “null” looks as what is empty: it warns of both where a text is wanted.
    assume(change != "put" or at[last] is not None or {last, *inner}.isdisjoint(fields.TEXTS - fields.TEXTS_OR_NULL))
    _, problems = read_page(yaml_writing.dump_with_pyyaml(page))
    assert accepts(page) == (not problems), problems
