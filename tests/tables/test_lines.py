"""Tables become lines in which what belongs together stands together."""

from __future__ import annotations

import pytest

from facts.tables import table_lines, with_table_lines


@pytest.mark.parametrize(
    "headings",
    [("Item", "Amount"), ("Task", "Owner"), ("Name", "Office"), ("Work", "Total Cost"), ("Party", "Votes (in %)")],
)
def test_the_headings_of_two_columns_are_no_line_of_their_own(headings: tuple[str, str]) -> None:
    first, second = headings
    lines = table_lines([headings, ("Benches", "oak"), headings, ("Swings", "two")])
    assert lines == [f"{first}: Benches; {second}: oak", f"{first}: Swings; {second}: two"]


@pytest.mark.parametrize("value", ["Mill Lane Hall", "Ostford City Hall", "Port Office", "4 May 2021", "Vacant"])
def test_a_value_beside_its_label_is_no_heading(value: str) -> None:
    assert table_lines([("Place", value), ("Chair", "Ann Lee")]) == [f"Place: {value}", "Chair: Ann Lee"]


def test_what_spans_a_table_is_a_line_above_its_headings() -> None:
    rows = [["Grants of the year", ""], ["Item", "Amount"], ["Benches", "400 crowns"], ["Swings", "90 crowns"]]
    assert table_lines(rows) == [
        "Grants of the year",
        "Item: Benches; Amount: 400 crowns",
        "Item: Swings; Amount: 90 crowns",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Costs\n| Item | Cost |\n|---|---|\n| Oars | 90 crowns |\nEnd.",
            "Costs\n\nItem: Oars; Cost: 90 crowns\n\nEnd.",
        ),
        ("Name | Age\n:--|--:\nAnn | 4\n\nThen.", "Name: Ann; Age: 4\n\nThen."),
        ("| A \\| B | C |\n|---|---|\n| d | e |", "A | B: d; C: e"),
        ("| | |\n|---|---|\n| Date | 4 May |", "Date: 4 May"),
    ],
)
def test_tables_of_markdown_become_lines(text: str, lines: str) -> None:
    assert with_table_lines(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Oars | Lamps\n---\n\nThe board met | and left.",
        "title: Oars | Lamps\n---\nsource: Post | Wire\n",
        "Oars | lamps\nwere bought | sold.",
        "| A | B |\n| --- | --- |\n\nNothing stood below.",
    ],
)
def test_what_is_no_table_of_markdown_stays(text: str) -> None:
    assert with_table_lines(text) == text
